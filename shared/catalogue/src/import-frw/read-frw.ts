import type { Bilingual } from '@guichet/kernel';
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { yamlWords } from '../yaml-words.ts';

/** A part of a form, as its file has it. */
export type Data = { [key: string]: unknown };

export interface FrwRead {
  /** Absent when the file can't be read. */
  form?: Data;
  problem?: { line: number; message: Bilingual };
  /** The line where a part starts, or where one of its keys stands. */
  lineOf(node: unknown, key?: string): number;
}

/** Real forms hold pictures in base64. */
export const frwBytesMax = 2 * 1024 * 1024;
/** Sections are reused by aliases, so that a small file may unfold into a large one. */
const nodesMax = 200_000;
const depthMax = 80;

export const isData = (node: unknown): node is Data =>
  typeof node === 'object' && node !== null && !Array.isArray(node);

/**
 * Reads a form of FRW as data, its aliases unfolded, keeping the lines.
 *
 * Guarantee: never throws; what unfolds without end is refused.
 */
export function readFrw(text: string): FrwRead {
  const counter = new LineCounter();
  const lines = new WeakMap<object, { start: number; keys: Map<string, number> }>();
  const lineOf = (node: unknown, key?: string): number => {
    const found = typeof node === 'object' && node !== null ? lines.get(node) : undefined;
    return (key === undefined ? undefined : found?.keys.get(key)) ?? found?.start ?? 1;
  };
  const refuse = (line: number, fr: string, en: string): FrwRead => ({
    problem: { line, message: { fr, en } },
    lineOf,
  });
  if (text.length > frwBytesMax) return refuse(1, 'le fichier dépasse 2 Mo', 'the file is larger than 2 MB');
  try {
    const document = parseDocument(text, { uniqueKeys: false, lineCounter: counter, prettyErrors: false });
    const [error] = document.errors;
    if (error) {
      const { fr, en } = yamlWords(error.code, error.message).message;
      return refuse(Math.max(1, counter.linePos(error.pos[0]).line), fr, en);
    }
    const root = unfold(document, (offset) => Math.max(1, counter.linePos(offset).line), lines);
    if (isData(root) && isData(root['form'])) return { form: root, lineOf };
    return refuse(
      1,
      'ce n’est pas un formulaire FRW : la clé `form` manque',
      'this is no FRW form: key `form` is missing',
    );
  } catch {
    return refuse(
      1,
      'le fichier se déplie sans fin ou trop profondément',
      'the file unfolds without end or too deeply',
    );
  }
}

function unfold(
  document: Document,
  lineAt: (offset: number) => number,
  lines: WeakMap<object, { start: number; keys: Map<string, number> }>,
): unknown {
  let nodes = 0;
  const convert = (node: unknown, depth: number): unknown => {
    nodes += 1;
    if (nodes > nodesMax || depth > depthMax) throw new Error('unfolds without end');
    if (isAlias(node)) return convert(node.resolve(document), depth + 1);
    if (isScalar(node)) return node.value;
    if (isSeq(node)) return node.items.map((item) => convert(item, depth + 1));
    if (!isMap(node)) return undefined;
    const data: Data = {};
    const keys = new Map<string, number>();
    for (const { key, value } of node.items) {
      if (!isScalar(key)) continue;
      const name = String(key.value);
      const read = convert(value, depth + 1);
      keys.set(name, lineAt(key.range?.[0] ?? 0));
      if (name === '<<') Object.assign(data, isData(read) ? read : {});
      else if (name !== '__proto__') data[name] = read;
    }
    lines.set(data, { start: lineAt(node.range?.[0] ?? 0), keys });
    return data;
  };
  return convert(document.contents, 0);
}
