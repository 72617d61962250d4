import { join } from 'node:path';
import { isToComplete } from '@guichet/catalogue';
import { loadCatalogue } from '@guichet/catalogue/load';
import type { Language } from '@guichet/kernel';
import { printProblems } from './print-problems.ts';

/**
 * Prints what is wrong in a catalogue, one line a problem, as `file:line:column  key  message`.
 *
 * Shape: the exit code: 1 when there is a problem, 0 with a line that sums up otherwise
 */
export function catalogueCheck(dir: string, language: Language): number {
  const { problems, versions } = loadCatalogue(dir);
  printProblems(
    problems.map((problem) => ({ ...problem, file: join(dir, problem.file) })),
    language,
  );
  if (problems.length > 0) return 1;
  for (const { definition } of versions.filter((service) => isToComplete(service.definition))) {
    const words = { fr: `${definition.code} : à compléter`, en: `${definition.code}: to complete` };
    console.log(words[language]);
  }
  const questions = versions.reduce((sum, { definition }) => sum + definition.questions.length, 0);
  console.log(
    language === 'fr'
      ? `Catalogue en règle : ${versions.length} définitions, ${questions} questions.`
      : `Catalogue in order: ${versions.length} definitions, ${questions} questions.`,
  );
  return 0;
}
