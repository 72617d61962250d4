import { type CatalogueProblem, problemLine } from '@guichet/catalogue/load';
import type { Language } from '@guichet/kernel';

/** Prints problems of definitions on the error output, one line each: `file:line:column  key  message; what to do`. */
export function printProblems(problems: readonly CatalogueProblem[], language: Language): void {
  for (const problem of problems) console.error(problemLine(problem, [language]));
}
