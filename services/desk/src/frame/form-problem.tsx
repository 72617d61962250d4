import { isDeskError, type Language } from '@guichet/kernel';
import { ErrorSummary, errorWords, type FieldProblem } from '@guichet/pages';
import type { DeskRequest } from './desk-env.ts';

/**
 * Does what a form asks; gives what is wrong with what was typed, for the page to be drawn again with it, or undefined when it is done.
 *
 * Shape: `at` names the control of each refusal by its key; `usual` the control of the others
 * Errors: all refusals but `invalid` and `conflict`
 */
export async function formProblem(
  c: DeskRequest,
  { at = {}, usual }: { at?: Readonly<Record<string, string>>; usual: string },
  doing: () => Promise<unknown>,
): Promise<FieldProblem | undefined> {
  try {
    await doing();
    return undefined;
  } catch (error) {
    if (!isDeskError(error) || (error.code !== 'invalid' && error.code !== 'conflict')) throw error;
    return { path: at[error.publicKey] ?? usual, message: errorWords(error, c.get('language')) };
  }
}

/** What the page of a refused form says of itself. */
export function problemFacts(problem: FieldProblem | undefined): { status: number; hasErrors: boolean } {
  return { status: problem === undefined ? 200 : 422, hasErrors: problem !== undefined };
}

/** Draws at the top of the page what is wrong with its form, with a link to the control. Draws nothing without a problem. */
export function FormErrors({ language, problem }: { language: Language; problem: FieldProblem | undefined }) {
  return (
    <ErrorSummary
      language={language}
      problems={problem === undefined ? [] : [problem]}
      hrefOf={({ path }) => `#${path}`}
    />
  );
}
