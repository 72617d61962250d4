import type { Bilingual } from '@guichet/kernel';
import { check } from '../check/check.ts';
import type { CheckProblem } from '../check/check-problem.ts';
import type { CarriedOver } from './carried-over.ts';
import { carryOver } from './carry-over.ts';
import { frwFrame } from './frw-frame.ts';
import { type FrwNote, note } from './frw-note.ts';
import { type Data, isData, readFrw } from './read-frw.ts';
import { writeImported } from './write-imported.ts';

export interface FrwImport {
  /** The definition as YAML. */
  yaml: string;
  /** What became of each part, by line. */
  notes: FrwNote[];
  counts: CarriedOver['counts'] & { questions: number };
  /** Of the definition by `check`: none, unless the form holds what the import does not know of. */
  problems: CheckProblem[];
}

/** The most questions that a service may ask. */
const questionsMax = 120;

/**
 * Makes a definition of a form of FRW, the form language of the Government of Québec, and tells what could not be carried over.
 *
 * Guarantee: pure; nothing is guessed: what a form does not say bears the mark, and each part left out is told with its line
 * Shape: `problem` when the text is no form
 * Source: the published JSON Schema and examples of MTESSDev/FRW
 */
export function importFrw(
  text: string,
  { code, schema }: { code: string; schema: string },
): { ok: true; value: FrwImport } | { ok: false; line: number; problem: Bilingual } {
  const { form, problem, lineOf } = readFrw(text);
  if (form === undefined)
    return { ok: false, line: problem?.line ?? 1, problem: problem?.message ?? { fr: '', en: '' } };
  const body = isData(form['form']) ? form['form'] : {};
  const groups = Array.isArray(body['sectionsGroup']) ? body['sectionsGroup'].filter(isData) : [];
  const carried = carryOver(groups, lineOf);
  if (carried.questions.length === 0)
    return {
      ok: false,
      line: lineOf(body),
      problem: { fr: 'le formulaire ne demande rien', en: 'the form asks nothing' },
    };
  const { frame, notes } = frwFrame(code, form, lineOf);
  const questions = carried.questions.slice(0, questionsMax);
  const definition = { ...frame, ...replyOf(questions), questions };
  const checked = check(definition);
  const over = carried.questions.length - questions.length;
  const tooMany = note(
    1,
    'questions',
    'lost',
    `${over} questions après la ${questionsMax}e : faites-en deux services`,
    `${over} questions after the ${questionsMax}th: make two services of it`,
  );
  return {
    ok: true,
    value: {
      yaml: writeImported(definition, schema),
      notes: inOrder([...notes, ...carried.notes, ...(over > 0 ? [tooMany] : [])]),
      counts: { ...carried.counts, questions: questions.length },
      problems: checked.ok ? [] : checked.problems,
    },
  };
}

/** Sections used again under several prefixes say the same each time: once is enough. */
function inOrder(notes: readonly FrwNote[]): FrwNote[] {
  const once = new Map(notes.map((one) => [`${one.line} ${one.component} ${one.fate} ${one.why.en}`, one]));
  return [...once.values()].sort((a, b) => a.line - b.line);
}

/** The first question of each kind by which the person can be answered. */
function replyOf(questions: readonly Data[]): { reply?: Data } {
  const found = (['email', 'phone', 'address'] as const).flatMap((type) => {
    const question = questions.find((one) => one['type'] === type);
    return question === undefined ? [] : [[type, question['key']] as const];
  });
  return found.length === 0 ? {} : { reply: Object.fromEntries(found) };
}
