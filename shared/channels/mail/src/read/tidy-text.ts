/** Writes what the engine saw as a keyboard would, by what stands in the field. */
export const tidiers = { email: tidyEmail, address: tidyAddress, prose: tidyProse };

/** Tells whether a text is hardly what a person wrote, though two readings agree on it. */
export function isUnlikely(text: string, kind: 'line' | 'area'): boolean {
  if (neverWritten.test(text) || colon.test(text) || figureInWord.test(text)) return true;
  return kind === 'line' && (smallOfCapital.test(text) || capitalsAlone.test(text));
}

/** A small letter shaped like its capital, where a capital is usual: `côté` may be `Côté`, since only its size tells. */
const smallOfCapital = /^[cçoôösuùûvwxz]/;

/** A flat's number and letter, `7A`, is read `TA`, and a lone `8` is read `B`. */
const capitalsAlone = /^\p{Lu}{1,3}$/u;

/** A thin i or l is read as the figure by all readers: `1s`, `Pau1`; rank, hour and measure are written so (`1re`, `1 h` closed up). */
const figureInWord =
  /(?<![\p{L}\d.,])[01](?!(?:re|er|ers|e|st|h|m|km|cm|mm|kg|g|a|b|c)(?!\p{L}))\p{Ll}|\p{Ll}[01](?!\d)/u;

/** A semicolon of thin type is read as a colon by all readers. */
const colon = /[\p{L}\d]: /u;

/** Signs that nobody writes in a name, an address or a sentence: a capital I or a divider was seen so. */
export const neverWritten = /[|\\^~{}<>§©®]/;

function tidyEmail(text: string): string {
  return text.replace(/\s+/g, '').replace(/,/g, '.').toLowerCase();
}

/** No address has a full stop between its number and its street: `87. chemin` was `87, chemin`, `12. 4e Rue` `12, 4e Rue`. */
function tidyAddress(text: string): string {
  return tidyProse(text)
    .replace(/^(\d[\w-]*)\. ?(?=\p{L})/u, '$1, ')
    .replace(/(?<![\w.])(\d[\w-]*)\. (?=\p{Ll}{2}|\d+(?:re|er|e|st|nd|rd|th) )/gu, '$1, ');
}

/** Writes what the engine sees as a keyboard would, and drops what is left of a frame at either end. */
function tidyProse(text: string): string {
  return (
    text
      .replace(/[’‘`´]/g, "'")
      .replace(/[“”„]/g, '"')
      .replace(/ﬁ/g, 'fi')
      .replace(/ﬂ/g, 'fl')
      // No keyboard has a dash, and a hyphen leans on both its words or on none.
      .replace(/[‐‑–—]/g, '-')
      .replace(/(?<=\p{L}) -(?=\p{L})|(?<=\p{L})- (?=\p{Lu})/gu, '-')
      .replace(/^[|_\s]+|[|_\s]+$/g, '')
      .replace(/\b1[eé]r\b|\bler\b/g, '1er')
      // `lre`, `Ire` and `1lre` are no words, and a typewriter's 1 is its l.
      .replace(/(?<![\p{L}\d'-])(?:[lI]|1l|I1)re(?= \p{L})/gu, '1re')
      .replace(/(?<![\p{L}\d])(?:[I|]!|[l|][l|]|I\||\|I)(?=\s)/gu, 'Il')
      // A sentence begins with a capital; shorter words may be abbreviations (boul., app.).
      .replace(/(\p{L}{5,})\.(?= \p{Ll})/gu, '$1,')
      .replace(/[ \t]*\n[ \t]*/g, '\n')
      .replace(/[ \t]+/g, ' ')
      .normalize('NFC')
  );
}
