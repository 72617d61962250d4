/**
 * Sets the spaces of French as in Québec: none before `; ! ?`, no-break ones before `: » % $`, after `«` and between thousands.
 *
 * Guarantee: changes spaces only, so that it may run over words with a person's own text in them.
 * Source: OQLF, Espacement avant et après les signes de ponctuation
 */
export function typesetFrench(text: string): string {
  return text
    .replace(/« /g, '«\u00a0')
    .replace(/ (?=[:»%$])/g, '\u00a0')
    .replace(/(?<=\S)[ \u00a0\u202f]+(?=[;!?](?:\s|$))/g, '')
    .replace(/(?<=\d) (?=\d{3}(?!\d))/g, '\u00a0');
}
