import { type CompiledService, type FormValues, type Problem, problemWords } from '@guichet/catalogue';
import { isId, type Language } from '@guichet/kernel';
import type { FieldProblem } from '@guichet/pages';

/** Controls of the counter's form that are not answers. */
export const personLanguageName = '_person-language';
/** The version of the service that a form asks: a request kept without network is read under it. */
export const versionName = '_version';
/** The check by the person that was open when the page was drawn; the page itself never rewrites it. */
export const checkName = '_check';

/** The key of the draft that a counter form fills, from the form's own number. */
export function draftKey(nonce: string): string {
  return `counter:${nonce}`;
}

/** The key of a draft begun at another door, which goes on at the counter under a form's number. */
export function resumedKey(nonce: string): string {
  return `resumed:${nonce}`;
}

/** One form, one case: however often it is sent. */
export function idempotencyOf(nonce: string): { scope: string; key: string } {
  return { scope: 'counter', key: nonce };
}

/** Tells whether a text is the number of a form of ours. */
export function isNonce(text: string): boolean {
  return isId(text);
}

/** Says problems in the clerk's language. */
export function saidProblems(
  service: CompiledService | undefined,
  problems: readonly Problem[],
  language: Language,
): FieldProblem[] {
  return problems.map((problem) => ({
    path: problem.path,
    code: problem.code,
    message: problemWords(problem, service?.question(problem.path.split('.')[0] ?? ''), language),
  }));
}

/** Keeps the answers of what was typed: controls of ours, but for the entries and questions shown, are not kept. */
export function answersTyped(typed: FormValues): FormValues {
  return Object.fromEntries(
    Object.entries(typed).filter(([name]) => !name.startsWith('_') || /^_(entries|asked)\b/.test(name)),
  );
}
