/**
 * Writes rows as CSV that a spreadsheet opens with its accents.
 *
 * Guarantee: what a cell holds is text: none is run as a formula. Source: RFC 4180; OWASP, CSV injection
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    cells
      .map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell))
      .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
      .join(',');
  return `\uFEFF${rows.map(line).join('\r\n')}\r\n`;
}
