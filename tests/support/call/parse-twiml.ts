import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** One element of a TwiML document, in document order. */
export interface Verb {
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** Text of the element and of what it holds. */
  text: string;
  children: readonly Verb[];
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  processEntities: true,
});

/**
 * Reads a TwiML document into its verbs.
 *
 * Errors: throws when it is not well-formed or its root is not `Response`.
 */
export function parseTwiml(document: string): Verb[] {
  const valid = XMLValidator.validate(document);
  if (valid !== true) throw new Error(`not well-formed: ${valid.err.msg} at line ${valid.err.line}`);
  const roots = (parser.parse(document) as Node[]).map(toVerb).filter((verb) => verb.name !== '?xml');
  const [root] = roots;
  if (root === undefined || roots.length > 1 || root.name !== 'Response')
    throw new Error('the root is not Response');
  return [...root.children];
}

type Node = Record<string, unknown>;

function toVerb(node: Node): Verb {
  const name = Object.keys(node).find((key) => key !== ':@') ?? '';
  const content = Array.isArray(node[name]) ? (node[name] as Node[]) : [];
  const children = content.filter((child) => !('#text' in child)).map(toVerb);
  const text = content
    .map((child) => ('#text' in child ? String(child['#text']) : toVerb(child).text))
    .join(' ');
  return { name, attributes: (node[':@'] ?? {}) as Record<string, string>, text: text.trim(), children };
}
