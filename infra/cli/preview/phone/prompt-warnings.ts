import type { MemberQuestion, Question } from '@guichet/catalogue';

/** Unit: seconds. Source: the dialog's own targets */
export const promptSecondsMax = 12;
/** Source: the dialog's own targets */
const optionsMax = 5;

/** What an author may want to shorten. */
export type PromptWarning =
  | { kind: 'long-prompt'; seconds: number }
  | { kind: 'many-options'; count: number };

/** Lists what makes a turn hard to follow by ear. */
export function promptWarnings(
  seconds: number,
  question: Question | MemberQuestion | undefined,
): PromptWarning[] {
  const options = question && 'options' in question ? question.options.length : 0;
  return [
    ...(seconds > promptSecondsMax ? [{ kind: 'long-prompt' as const, seconds: Math.round(seconds) }] : []),
    ...(options > optionsMax ? [{ kind: 'many-options' as const, count: options }] : []),
  ];
}
