const nbsp = '\u00a0';

/**
 * Sets a text as print wants it: curled apostrophes, and spaces that no line end may take before a colon or a unit sign, inside
 * guillemets and within a figure.
 *
 * Source: Office québécois de la langue française, espacement avant et après les signes de ponctuation
 */
export function typeset(text: string): string {
  return text
    .replace(/(?<=\p{L})'(?=\p{L})/gu, '’')
    .replace(/ (?=[:;?!»%$](?:[\s).,;»]|$))/g, nbsp)
    .replace(/« /g, `«${nbsp}`)
    .replace(/(?<=\d) (?=\d{3}(?!\d))/g, nbsp);
}
