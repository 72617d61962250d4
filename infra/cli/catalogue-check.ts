import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type CompiledService, isToComplete } from '@guichet/catalogue';
import { type CatalogueProblem, loadCatalogue, loadService } from '@guichet/catalogue/load';
import type { Language } from '@guichet/kernel';
import { counted } from './counted.ts';
import { printProblems } from './print-problems.ts';
import { printWarnings } from './print-warnings.ts';
import { unreadableForms } from './unreadable-forms.ts';

/**
 * Prints what is wrong in a catalogue or in one of its files, one line a problem, as `file:line:column  key  message`; then the
 * paper forms of it that could not be read back.
 *
 * Shape: the exit code: 1 when there is a problem; otherwise 0, with what is left to complete and a line that sums up
 */
export function catalogueCheck(path: string, catalogueDir: string, language: Language): number {
  const { problems, warnings, versions } = isFile(path) ? oneFile(path, catalogueDir) : folder(path);
  printProblems(problems, language);
  printWarnings(warnings, language);
  if (problems.length > 0) return 1;
  const unreadable = unreadableForms(versions);
  for (const line of unreadable) console.error(line);
  if (unreadable.length > 0) return 1;
  for (const { definition } of versions) {
    const left = Object.entries(definition).flatMap(([key, part]) => (isToComplete(part) ? [key] : []));
    const words = { fr: `${definition.code} : à compléter`, en: `${definition.code}: to complete` };
    if (left.length > 0) console.log(`${words[language]} (${left.join(', ')})`);
  }
  const questions = versions.reduce((sum, { definition }) => sum + definition.questions.length, 0);
  console.log(sumUp(versions.length, questions, warnings.length)[language]);
  return 0;
}

interface Checked {
  problems: readonly CatalogueProblem[];
  warnings: readonly CatalogueProblem[];
  versions: readonly CompiledService[];
}

function folder(dir: string): Checked {
  const { problems, warnings, versions } = loadCatalogue(dir);
  const named = (problem: CatalogueProblem): CatalogueProblem => ({
    ...problem,
    file: join(dir, problem.file),
  });
  return { problems: problems.map(named), warnings: warnings.map(named), versions };
}

/** A file that stands elsewhere may use the blocks of the catalogue. */
function oneFile(path: string, catalogueDir: string): Checked {
  const { service, ...told } = loadService(path, [dirname(path), catalogueDir]);
  return { ...told, versions: service === undefined ? [] : [service] };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function sumUp(definitions: number, questions: number, warnings: number): Record<Language, string> {
  const fr = [counted(definitions, 'définition', 'fr'), counted(questions, 'question', 'fr')];
  const en = [counted(definitions, 'definition', 'en'), counted(questions, 'question', 'en')];
  if (warnings > 0) {
    fr.push(counted(warnings, 'avertissement', 'fr'));
    en.push(counted(warnings, 'warning', 'en'));
  }
  return { fr: `Catalogue en règle : ${fr.join(', ')}.`, en: `Catalogue in order: ${en.join(', ')}.` };
}
