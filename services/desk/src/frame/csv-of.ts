import type { Language } from '@guichet/kernel';

/** What a spreadsheet set to a language splits columns at. */
const separators = { fr: ';', en: ',' } as const;

/**
 * Writes rows as CSV that a spreadsheet opens with its accents; a comma between columns, or what one in that language splits at.
 *
 * Guarantee: what a cell holds is text: none is run as a formula. Source: RFC 4180; OWASP, CSV injection
 */
export function csvOf(rows: readonly (readonly string[])[], language?: Language): string {
  const separator = language === undefined ? ',' : separators[language];
  const line = (cells: readonly string[]) =>
    cells
      .map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell))
      .map((cell) => (/[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
      .join(separator);
  return `\uFEFF${rows.map(line).join('\r\n')}\r\n`;
}
