import type { Language } from '@guichet/kernel';
import type { CatalogueProblem } from './catalogue.ts';

/** Writes a problem on one line, `file:line:column  key  what; what to do`, in one language or in several behind one another. */
export function problemLine(
  { file, line, column, key, message, suggestion }: CatalogueProblem,
  languages: readonly Language[],
): string {
  const words = languages.map((language) =>
    suggestion === undefined ? message[language] : `${message[language]}; ${suggestion[language]}`,
  );
  return `${file}:${line}:${column}  ${key === '' ? '-' : key}  ${words.join(' | ')}`.replace(
    /\s*\n\s*/g,
    ' ',
  );
}
