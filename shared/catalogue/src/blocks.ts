import type { CatalogueProblem } from './catalogue.ts';
import { problemAt } from './check/check-problem.ts';
import { nearest } from './check/nearest.ts';
import type { YamlRead } from './read-yaml.ts';

type Path = readonly (string | number)[];
type Data = { [key: string]: unknown };

/** Questions written once and used by many services: `applicant`, `home-address`. */
export interface Block {
  name: string;
  file: string;
  yaml: YamlRead;
  questions: Data[];
}

/** A definition with its blocks put in, and where each of its parts was written. */
export interface Expanded {
  value: unknown;
  problems: CatalogueProblem[];
  locate(path: Path): { file: string; line: number; column: number };
}

/** Takes a block out of its file; undefined, with a problem, when the file holds none. */
export function readBlock(file: string, yaml: YamlRead, problems: CatalogueProblem[]): Block | undefined {
  const { value } = yaml;
  if (isData(value) && typeof value['block'] === 'string' && Array.isArray(value['questions'])) {
    const questions = value['questions'].filter(isData);
    if (questions.length > 0 && questions.length === value['questions'].length)
      return { name: value['block'], file, yaml, questions };
  }
  problems.push({
    file,
    ...yaml.locate([]),
    key: '',
    message: {
      fr: 'un bloc doit avoir `block` (son nom) et `questions` (une liste)',
      en: 'a block must have `block` (its name) and `questions` (a list)',
    },
  });
  return undefined;
}

/**
 * Puts the questions of blocks where a definition says `use`.
 *
 * Guarantee: with `as`, every key of the block, and every condition on one, starts with that word; with `when`, the condition is
 *   added to each question. A problem in a block is told in the block's own file.
 */
export function expandBlocks(file: string, yaml: YamlRead, blocks: ReadonlyMap<string, Block>): Expanded {
  const { value } = yaml;
  const here = (path: Path) => ({ file, ...yaml.locate(path) });
  if (!isData(value) || !Array.isArray(value['questions'])) return { value, problems: [], locate: here };
  const questions: unknown[] = [];
  const origins: { block?: Block; at: number }[] = [];
  const problems: CatalogueProblem[] = [];
  for (const [at, item] of (value['questions'] as unknown[]).entries()) {
    if (!isData(item) || !('use' in item)) {
      questions.push(item);
      origins.push({ at });
      continue;
    }
    const block = blocks.get(String(item['use']));
    const stranger = Object.keys(item).find((word) => !['use', 'as', 'when'].includes(word));
    if (block === undefined || stranger !== undefined) {
      const path = ['questions', at, stranger ?? 'use'];
      problems.push({
        ...wrongUse(String(item['use']), stranger, blocks),
        key: path.join('.'),
        ...here(path),
      });
      continue;
    }
    for (const [row, question] of block.questions.entries()) {
      questions.push(fitted(question, block, item));
      origins.push({ block, at: row });
    }
  }
  return {
    value: { ...value, questions },
    problems,
    locate(path) {
      const origin = path[0] === 'questions' ? origins[Number(path[1])] : undefined;
      if (origin === undefined) return here(path);
      const inside: Path = ['questions', origin.at, ...path.slice(2)];
      return origin.block ? { file: origin.block.file, ...origin.block.yaml.locate(inside) } : here(inside);
    },
  };
}

function fitted(question: Data, block: Block, use: Data): Data {
  const prefix = typeof use['as'] === 'string' ? `${use['as']}-` : '';
  const own = new Set(block.questions.map(({ key }) => key));
  const renamed = renameIn(question, own, prefix) as Data;
  const outer = use['when'];
  const when =
    outer === undefined
      ? renamed['when']
      : renamed['when'] === undefined
        ? outer
        : { all: [outer, renamed['when']] };
  return {
    ...renamed,
    key: `${prefix}${String(question['key'])}`,
    ...(when === undefined ? {} : { when }),
  };
}

/** Conditions say `question: key` at any depth; those on a question of the block follow it. */
function renameIn(node: unknown, own: ReadonlySet<unknown>, prefix: string): unknown {
  if (prefix === '') return node;
  if (Array.isArray(node)) return node.map((item) => renameIn(item, own, prefix));
  if (!isData(node)) return node;
  return Object.fromEntries(
    Object.entries(node).map(([word, value]) => [
      word,
      word === 'question' && own.has(value) ? `${prefix}${String(value)}` : renameIn(value, own, prefix),
    ]),
  );
}

function wrongUse(name: string, stranger: string | undefined, blocks: ReadonlyMap<string, Block>) {
  if (stranger !== undefined) {
    const { message, suggestion } = problemAt(
      [],
      `\`${stranger}\` ne va pas avec \`use\``,
      `\`${stranger}\` does not go with \`use\``,
      { fr: 'gardez `use`, `as` et `when`', en: 'keep `use`, `as` and `when`' },
    );
    return { message, ...(suggestion ? { suggestion } : {}) };
  }
  const meant = nearest(name, blocks.keys());
  return {
    message: { fr: `le bloc \`${name}\` n’existe pas`, en: `block \`${name}\` does not exist` },
    ...(meant === undefined
      ? {}
      : { suggestion: { fr: `vouliez-vous dire \`${meant}\`?`, en: `did you mean \`${meant}\`?` } }),
  };
}

const isData = (node: unknown): node is Data =>
  typeof node === 'object' && node !== null && !Array.isArray(node);
