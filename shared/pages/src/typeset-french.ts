/**
 * Sets the no-break spaces of French: before `: ; ! ? » % $`, after `«`, and between a number and its unit of thousands.
 *
 * Guarantee: changes spaces only, so that it may run over words with a person's own text in them.
 * Source: OQLF, Espacement avant et après les signes de ponctuation (narrow space allowed before ; ! ?)
 */
export function typesetFrench(text: string): string {
  return text
    .replace(/« /g, '«\u00a0')
    .replace(/ (?=[:»%$])/g, '\u00a0')
    .replace(/ (?=[;!?])/g, '\u202f')
    .replace(/(?<=\d) (?=\d{3}(?!\d))/g, '\u00a0');
}
