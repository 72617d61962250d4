import { createHash } from 'node:crypto';
import type { Answers, CompiledService, FormValues, PostedForm } from '@guichet/catalogue';
import { counterScreen } from '@guichet/channels/counter';
import { canonicalJson, type Language } from '@guichet/kernel';
import { isFieldOf } from './hidden-answers.ts';
import { heldRecordings } from './keep-pending.ts';
import { shownMarks } from './later-answers.ts';

/** Writes which answers a page shows and, of those not masked, a digest, so that its form tells what was left as it was. */
export function markShown(
  keys: readonly string[],
  answers: Answers,
  hidden: readonly string[],
): readonly string[] {
  return keys.map((key) => {
    const value = answers[key];
    return value === undefined || hidden.includes(key) ? key : `${key}:${digestOf(value)}`;
  });
}

/**
 * Names the questions that a posted page left as it showed them, and that were answered otherwise since: by the caller, or
 * by a colleague on another page.
 */
export function overtakenKeys(form: PostedForm, typed: Answers, held: Answers): string[] {
  return [...shownMarks(form)]
    .filter(([key, digest]) => {
      const value = typed[key];
      return digest !== undefined && value !== undefined && digestOf(value) === digest;
    })
    .map(([key]) => key)
    .filter((key) => canonicalJson(typed[key] ?? null) !== canonicalJson(held[key] ?? null));
}

/** Puts the answers that stand now in the place of those a page showed. */
export function withLatest(
  service: CompiledService,
  form: PostedForm,
  keys: readonly string[],
  held: Answers,
  options: { language: Language; today: string },
): PostedForm {
  const latest: Answers = Object.fromEntries(
    Object.entries(held).filter(([key]) => keys.includes(key)),
  ) as Answers;
  const others = Object.entries(form).filter(([name]) => !keys.some((key) => isFieldOf(key, name)));
  const recordings = heldRecordings(latest).map(({ name, evidence }) => [name, evidence] as const);
  const values: FormValues = counterScreen(service, latest, options).values;
  return { ...Object.fromEntries(others), ...values, ...Object.fromEntries(recordings) };
}

function digestOf(value: Answers[string]): string {
  return createHash('sha256').update(canonicalJson(value)).digest('base64url').slice(0, 16);
}
