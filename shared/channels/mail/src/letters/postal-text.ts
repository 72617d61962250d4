/**
 * Writes a text in capitals as sorting machines read it: accents kept, spaces single, no punctuation.
 *
 * Shape: in a `name`, of a town or a country, the points and parentheses that belong to it stay: ST. JOHN'S.
 * Source: Canada Post, Addressing Guidelines, general rules
 */
export function postalText(text: string, kind?: 'name'): string {
  const kept = text
    .normalize('NFC')
    .replace(/[’ʼ`´]/gu, "'")
    .replace(/[‐‑–—]/gu, '-')
    .replace(/\p{C}/gu, ' ')
    .toLocaleUpperCase('fr-CA');
  const bare =
    kind === 'name'
      ? kept.replace(/[,;:"«»#]/gu, ' ')
      : kept
          // C.P. is one word: its points go without leaving spaces.
          .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
          .replace(/(?<=\d)[.,](?=\d)/gu, '-')
          .replace(/[.,;:"«»#()[\]]/gu, ' ')
          .replace(/\bN[O°º] ?(?=\d)/gu, '');
  return bare
    .replace(/ *- +| +- */gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** What people write before the figure of a unit: that it is one shows from its place. */
const designator =
  /^(?:APPARTEMENT|APPART|APPT|APP|APARTMENT|APT|UNIT[EÉ]|UNIT|N°|Nº|NO|#)? ?(?<figure>\d{1,5}[A-Z]?|[A-Z]\d{0,4})$/u;

/** Gives a unit that stands before the civic number: figures with or without a letter, or one letter; undefined for one in words. */
export function plainUnit(unit: string): string | undefined {
  return designator.exec(postalText(unit))?.groups?.['figure'];
}
