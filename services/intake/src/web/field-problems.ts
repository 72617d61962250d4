import { type CompiledService, type Problem, problemWords } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import type { FieldProblem } from '@guichet/pages';

/** Says problems in the person's language; without a service, in words that name no question. */
export function fieldProblems(
  service: CompiledService | undefined,
  problems: readonly Problem[],
  language: Language,
): (FieldProblem & Pick<Problem, 'code'>)[] {
  return problems.map((problem) => ({
    path: problem.path,
    code: problem.code,
    message: problemWords(problem, service?.question(problem.path.split('.')[0] ?? ''), language),
  }));
}
