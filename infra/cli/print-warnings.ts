import type { CatalogueProblem } from '@guichet/catalogue/load';
import type { Language } from '@guichet/kernel';
import { printProblems } from './print-problems.ts';

/** Prints what a person may confuse in definitions that are served, one line each, marked as a warning. */
export function printWarnings(warnings: readonly CatalogueProblem[], language: Language): void {
  const marked = warnings.map(({ message, ...rest }) => ({
    ...rest,
    message: { fr: `attention\u00a0: ${message.fr}`, en: `warning: ${message.en}` },
  }));
  printProblems(marked, language);
}
