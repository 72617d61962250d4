import type { Bilingual } from '@guichet/kernel';
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';

export const yamlBytesMax = 256 * 1024;

/** One slip often breaks all that follows; the first problems are the ones to mend. */
const problemsMax = 20;

export interface Position {
  line: number;
  column: number;
}

export interface YamlProblem extends Position {
  message: Bilingual;
}

export interface YamlRead {
  value: unknown;
  problems: YamlProblem[];
  /** The place of a key, or of the nearest one above it that the file has. */
  locate(path: readonly (string | number)[]): Position;
}

const start: Position = { line: 1, column: 1 };

const refuse = (fr: string, en: string): YamlRead => ({
  value: undefined,
  problems: [{ ...start, message: { fr, en } }],
  locate: () => start,
});

/**
 * Reads a YAML text as data, keeping where everything stands.
 *
 * Guarantee: YAML 1.2 core only (`no` is a text), no aliases, no tags; never throws.
 */
export function readYaml(text: string): YamlRead {
  const counter = new LineCounter();
  const at = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (text.length > yamlBytesMax)
    return refuse('le fichier dépasse 256 ko', 'the file is larger than 256 kB');
  try {
    const document = parseDocument(text, {
      version: '1.2',
      schema: 'core',
      uniqueKeys: false,
      lineCounter: counter,
      prettyErrors: false,
    });
    const problems: YamlProblem[] = [...document.errors, ...document.warnings].map((error) => ({
      ...at(error.pos[0]),
      message: yamlWords(error.code, error.message),
    }));
    const refuseTag = ({ tag, range }: Node): undefined => {
      if (tag === undefined) return;
      problems.push({
        ...at(range?.[0] ?? 0),
        message: { fr: `l’étiquette \`${tag}\` n’est pas permise`, en: `tag \`${tag}\` is not allowed` },
      });
    };
    visit(document, {
      // The parser's own search for repeated keys takes time that grows with the square of their number.
      Map(_, map) {
        refuseTag(map);
        const seen = new Set<string>();
        for (const { key } of map.items) {
          if (!isScalar(key)) continue;
          const name = String(key.value);
          if (seen.has(name)) problems.push({ ...at(key.range?.[0] ?? 0), message: repeated });
          seen.add(name);
        }
      },
      Scalar: (_, node) => refuseTag(node),
      Seq: (_, node) => refuseTag(node),
      Alias(_, alias) {
        problems.push({
          ...at(alias.range?.[0] ?? 0),
          message: {
            fr: `l’alias \`*${alias.source}\` n’est pas permis\u00a0: écrivez le texte en entier`,
            en: `alias \`*${alias.source}\` is not allowed: write the text out`,
          },
        });
      },
    });
    if (problems.length > 0)
      return { value: undefined, problems: problems.slice(0, problemsMax), locate: () => start };
    return {
      value: document.toJS() as unknown,
      problems,
      locate: (path) => at(offsetOf(document.contents, path)),
    };
  } catch {
    return refuse('le fichier est imbriqué trop profondément', 'the file is nested too deeply');
  }
}

const repeated: Bilingual = { fr: 'cette clé est déjà là', en: 'this key is there already' };

function yamlWords(code: string, message: string): Bilingual {
  if (code === 'TAB_AS_INDENT')
    return {
      fr: 'l’alinéa doit être fait d’espaces, non de tabulations',
      en: 'indent with spaces, not tabs',
    };
  if (code === 'BAD_INDENT')
    return { fr: 'l’alinéa ne suit pas celui du bloc', en: 'the indent does not follow that of its block' };
  if (code === 'MULTIPLE_DOCS') return { fr: 'un seul document par fichier', en: 'one document a file' };
  return { fr: `le YAML ne se lit pas ici (${message})`, en: `the YAML can’t be read here (${message})` };
}

function offsetOf(root: Node | null, path: readonly (string | number)[]): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (pair === undefined || !isScalar(pair.key)) return offset;
      offset = pair.key.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(step)];
      if (item === undefined) return offset;
      node = item;
      offset = (item as Node).range?.[0] ?? offset;
    } else return offset;
  }
  return offset;
}
