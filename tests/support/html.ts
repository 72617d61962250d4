import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

export type HtmlElement = Tree.Element;

/** Parses a page as browsers do, and lists its elements in document order. */
export function htmlElements(html: string): HtmlElement[] {
  const found: HtmlElement[] = [];
  const walk = (node: Tree.Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}

/** Gives an attribute of an element; undefined when it has none of that name. */
export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

/** Gives the text in an element, as one line. */
export function textOf(node: Tree.Node): string {
  if ('value' in node && !('tagName' in node)) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** Gives what a browser would post of a page's controls when nothing is touched. Source: HTML, constructing the entry list. */
export function postedBy(html: string): { [name: string]: string | string[] } {
  const form: { [name: string]: string | string[] } = {};
  const add = (name: string | undefined, value: string) => {
    if (name === undefined || name === '') return;
    const before = form[name];
    form[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  };
  for (const element of htmlElements(html)) {
    const name = attribute(element, 'name');
    if (element.tagName === 'textarea') add(name, textOf(element).replace(/\r?\n/g, '\r\n'));
    else if (element.tagName === 'select') add(name, chosenOption(element));
    else if (element.tagName === 'input' && isPosted(element)) add(name, attribute(element, 'value') ?? 'on');
  }
  return form;
}

function isPosted(input: HtmlElement): boolean {
  const type = attribute(input, 'type') ?? 'text';
  if (type === 'file' || type === 'submit') return false;
  return (type !== 'checkbox' && type !== 'radio') || attribute(input, 'checked') !== undefined;
}

function chosenOption(select: HtmlElement): string {
  const options = select.childNodes.filter((node): node is HtmlElement => 'tagName' in node);
  const chosen = options.findLast((option) => attribute(option, 'selected') !== undefined) ?? options[0];
  return chosen ? (attribute(chosen, 'value') ?? '') : '';
}
