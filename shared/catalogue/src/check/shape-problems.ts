import type { Bilingual } from '@guichet/kernel';
import type { z } from 'zod';
import { problemAt, type CheckProblem } from './check-problem.ts';
import { knownKeys } from './known-keys.ts';
import { missingAdvice } from './missing-advice.ts';
import { nearest } from './nearest.ts';

type Issue = z.core.$ZodIssue;
type Path = (string | number)[];

const kinds: Record<string, [string, string]> = {
  string: ['un texte', 'text'],
  number: ['un nombre', 'a number'],
  int: ['un nombre entier', 'a whole number'],
  boolean: ['true ou false', 'true or false'],
  array: ['une liste', 'a list'],
  object: ['un bloc de clés', 'a block of keys'],
  record: ['un bloc de clés', 'a block of keys'],
};

const counted: Record<string, { one: [string, string]; many: [string, string] }> = {
  string: { one: [' caractère', ' character'], many: [' caractères', ' characters'] },
  array: { one: [' élément', ' item'], many: [' éléments', ' items'] },
};

/** By key: what to do about a list that is too long. */
const shorten: Record<string, Bilingual> = {
  options: {
    fr: 'faites-en une question `text`, ou deux questions dont la première réduit la liste',
    en: 'make it a `text` question, or two questions of which the first narrows the list',
  },
};

const conditionWords = ['is', 'in', 'gte', 'lte', 'answered', 'all', 'any', 'not'];

/** Turns what zod found wrong with the form of a definition into problems that say what to write. */
export function shapeProblems(issues: readonly Issue[], input: unknown): CheckProblem[] {
  return issues.flatMap((issue) => shapeProblem(issue, [], input));
}

function shapeProblem(issue: Issue, base: Path, input: unknown): CheckProblem[] {
  const path: Path = [...base, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
  const name = `\`${path.at(-1) ?? ''}\``;
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey([...path, key], key));
  if (issue.code === 'invalid_union') return unionProblems(issue, path, input);
  const given = valueAt(input, path);
  if (given === undefined) return [missing(path)];
  switch (issue.code) {
    case 'invalid_type': {
      const [fr, en] = kinds[issue.expected] ?? [issue.expected, issue.expected];
      return [problemAt(path, `${name} doit être ${fr}`, `${name} must be ${en}`)];
    }
    case 'invalid_value':
      return [notAmong(path, name, given, issue.values.map(String))];
    case 'too_small':
      return [outOfBounds(path, issue.origin, 'min', Number(issue.minimum))];
    case 'too_big':
      return [outOfBounds(path, issue.origin, 'max', Number(issue.maximum))];
    case 'invalid_format':
      if (issue.format === 'date')
        return [
          problemAt(path, `${name} doit être une date AAAA-MM-JJ`, `${name} must be a date YYYY-MM-DD`),
        ];
      return [
        problemAt(
          path,
          `${name} doit être fait de minuscules sans accent, de chiffres et de traits d’union simples, et commencer par une lettre`,
          `${name} must be made of lower-case letters, digits and single dashes, and start with a letter`,
        ),
      ];
    default:
      return [
        problemAt(path, `${name} n’a pas la forme attendue`, `${name} does not have the form expected`),
      ];
  }
}

function outOfBounds(path: Path, origin: string, side: 'min' | 'max', bound: number): CheckProblem {
  const key = path.at(-1) ?? '';
  const unit = counted[origin];
  const [unitFr, unitEn] = unit === undefined ? ['', ''] : bound > 1 ? unit.many : unit.one;
  const [verbFr, verbEn] = unit === undefined ? ['valoir', 'be'] : ['avoir', 'have'];
  const [sideFr, sideEn] = side === 'min' ? ['au moins', 'at least'] : ['au plus', 'at most'];
  return problemAt(
    path,
    `\`${key}\` doit ${verbFr} ${sideFr} ${bound}${unitFr}`,
    `\`${key}\` must ${verbEn} ${sideEn} ${bound}${unitEn}`,
    side === 'max' ? shorten[key] : missingAdvice(key),
  );
}

function missing(path: Path): CheckProblem {
  const key = path.at(-1);
  return problemAt(path, `il manque \`${key}\``, `\`${key}\` is missing`, missingAdvice(key));
}

function unknownKey(path: Path, key: string): CheckProblem {
  const meant = nearest(key, knownKeys());
  const hint =
    meant === undefined || meant === key
      ? undefined
      : { fr: `vouliez-vous dire \`${meant}\`?`, en: `did you mean \`${meant}\`?` };
  return problemAt(path, `la clé \`${key}\` n’existe pas ici`, `there is no key \`${key}\` here`, hint);
}

function notAmong(path: Path, name: string, given: unknown, values: string[]): CheckProblem {
  const meant = typeof given === 'string' ? nearest(given, values) : undefined;
  const list = values.join(', ');
  return problemAt(
    path,
    `${name} doit être l’une de ces valeurs\u00a0: ${list}`,
    `${name} must be one of: ${list}`,
    meant === undefined
      ? undefined
      : { fr: `vouliez-vous dire \`${meant}\`?`, en: `did you mean \`${meant}\`?` },
  );
}

/** A union fails with a list per branch: the branch that was meant is the one that got furthest. */
function unionProblems(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: Path,
  input: unknown,
): CheckProblem[] {
  const given = valueAt(input, path);
  const last = path.at(-1);
  if (last === 'type') {
    if (given === undefined) return [missing(path)];
    return [notAmong(path, '`type`', given, typesOf(issue))];
  }
  if (given === undefined) return [missing(path)];
  const depth = (branch: readonly Issue[]): number =>
    Math.max(0, ...branch.map((inner) => inner.path.length));
  const strays = (branch: readonly Issue[]): boolean =>
    branch.some((inner) => inner.path.length === 0 && inner.code === 'unrecognized_keys');
  const meant = issue.errors
    .filter((branch) => !strays(branch))
    .sort((a, b) => depth(b) - depth(a))
    .find((branch) => depth(branch) > 0);
  if (meant) return meant.flatMap((inner) => shapeProblem(inner, path, input));
  const list = conditionWords.join(', ');
  return [
    problemAt(
      path,
      `une condition a une seule clé, parmi\u00a0: ${list}`,
      `a condition has one key, one of: ${list}`,
      {
        fr: 'par exemple `{ is: { question: danger, value: true } }`',
        en: 'for example `{ is: { question: danger, value: true } }`',
      },
    ),
  ];
}

function typesOf(issue: Extract<Issue, { code: 'invalid_union' }>): string[] {
  const options: unknown = 'options' in issue ? issue.options : undefined;
  return Array.isArray(options) ? options.map(String) : [];
}

function valueAt(input: unknown, path: readonly (string | number)[]): unknown {
  let value = input;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}
