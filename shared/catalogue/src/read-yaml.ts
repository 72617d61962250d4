import type { Bilingual } from '@guichet/kernel';
import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { forbiddenYaml } from './forbidden-yaml.ts';
import { tooLarge } from './read-text.ts';
import { type YamlWords, yamlWords } from './yaml-words.ts';

export const yamlBytesMax = 256 * 1024;

/** One slip often breaks all that follows; the first problems are the ones to mend. */
const problemsMax = 20;

export interface Position {
  line: number;
  column: number;
}

export interface YamlProblem extends Position, YamlWords {
  /** Where in the data; empty where no key is at fault. */
  key: string;
}

export interface YamlRead {
  value: unknown;
  problems: YamlProblem[];
  /** The place of a key, or of the nearest one above it that the file has. */
  locate(path: readonly (string | number)[]): Position;
}

const start: Position = { line: 1, column: 1 };

const refuse = (words: YamlWords): YamlRead => ({
  value: undefined,
  problems: [{ ...start, key: '', ...words }],
  locate: () => start,
});

const tooDeep: Bilingual = {
  fr: 'le fichier est imbriqué trop profondément',
  en: 'the file is nested too deeply',
};

/**
 * Reads a YAML text as data, keeping where everything stands.
 *
 * Guarantee: YAML 1.2 core only (`no` is a text), no anchors, aliases, merge keys or tags; never throws.
 */
export function readYaml(text: string): YamlRead {
  const counter = new LineCounter();
  const at = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (text.length > yamlBytesMax) return refuse(tooLarge(yamlBytesMax));
  try {
    const document: Document = parseDocument(text, {
      version: '1.2',
      schema: 'core',
      uniqueKeys: false,
      lineCounter: counter,
      prettyErrors: false,
    });
    const broken = [...document.errors, ...document.warnings].map((error) => ({
      ...at(error.pos[0]),
      key: '',
      ...yamlWords(error.code, error.message),
    }));
    const forbidden = forbiddenYaml(document).map(({ offset, ...rest }) => ({ ...at(offset), ...rest }));
    const problems: YamlProblem[] = [...broken, ...forbidden];
    if (problems.length > 0)
      return { value: undefined, problems: problems.slice(0, problemsMax), locate: () => start };
    return {
      value: document.toJS() as unknown,
      problems,
      locate: (path) => at(offsetOf(document.contents, path)),
    };
  } catch {
    return refuse({ message: tooDeep });
  }
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
