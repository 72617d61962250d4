import type { Answers, CompiledService, Question } from '@guichet/catalogue';

/** Where a person is among the questions that hold for them. */
export interface Place {
  question: Question;
  /** From 1. */
  index: number;
  total: number;
  previousKey?: string;
}

/** Finds a question among those that hold; undefined when it does not hold or does not exist. */
export function placeOf(compiled: CompiledService, answers: Answers, key: string): Place | undefined {
  const visible = compiled.visible(answers);
  const at = visible.findIndex((question) => question.key === key);
  const question = visible[at];
  if (!question) return undefined;
  const previous = visible[at - 1];
  return {
    question,
    index: at + 1,
    total: visible.length,
    ...(previous ? { previousKey: previous.key } : {}),
  };
}

/**
 * Gives the key of the question to ask next; undefined when it is time to check the answers.
 *
 * Guarantee: after `from`, goes forward first, and comes back only to what an earlier change left open.
 */
export function nextKey(
  compiled: CompiledService,
  answers: Answers,
  skipped: ReadonlySet<string>,
  from?: string,
): string | undefined {
  const first = compiled.next(answers, skipped);
  if (first === undefined || from === undefined) return first?.key;
  const visible = compiled.visible(answers);
  const at = visible.findIndex((question) => question.key === from);
  const open = visible.slice(at + 1).find((question) => isOpen(question, answers, skipped));
  return (open ?? first).key;
}

function isOpen(question: Question, answers: Answers, skipped: ReadonlySet<string>): boolean {
  if (Object.hasOwn(answers, question.key)) return false;
  const skippable = !question.required || question.type === 'information';
  return !(skippable && skipped.has(question.key));
}
