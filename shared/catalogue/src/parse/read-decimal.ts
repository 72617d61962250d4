const plain = /^(-?)(\d+)(?:([.,])(\d+))?$/;
const spaced = /^(-?)(\d{1,3}(?: \d{3})+)(?:[.,](\d+))?$/;
const commaGrouped = /^(-?)([1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?$/;
const dotGrouped = /^(-?)([1-9]\d{0,2}(?:\.\d{3})+),(\d+)$/;

/**
 * Reads a decimal number in French or English writing as a whole count of its smallest part: `1 234,50` with two decimals is 123450.
 *
 * Guarantee: never guesses: `1,234` is 1234 where decimals can't be three, and refused where it could also be 1.234.
 * Errors: undefined when it is not a number, has more decimals than allowed, or is too long to be exact.
 */
export function readDecimal(
  raw: string,
  decimals: number,
  options: { commaGroups: boolean },
): number | undefined {
  if (raw.length > 40) return undefined;
  const text = raw
    .replace(/[\s\u2009\u202f\u00a0]+/g, ' ')
    .replace(/[\u2212\u2011\u2013]/g, '-')
    .replace(/^- /, '-')
    .trim();
  const grouped = options.commaGroups ? (commaGrouped.exec(text) ?? undefined) : undefined;
  const match = grouped ?? spaced.exec(text) ?? dotGrouped.exec(text);
  if (match) return scaled(match[1], (match[2] ?? '').replace(/[ .,]/g, ''), match[3] ?? '', decimals);
  const simple = plain.exec(text);
  if (simple) {
    const fraction = simple[4] ?? '';
    if (fraction.length === 3 && decimals < 3 && simple[2] !== '0') return undefined;
    return scaled(simple[1], simple[2] ?? '', fraction, decimals);
  }
  const english = commaGrouped.exec(text);
  return english
    ? scaled(english[1], (english[2] ?? '').replaceAll(',', ''), english[3] ?? '', decimals)
    : undefined;
}

function scaled(
  sign: string | undefined,
  whole: string,
  fraction: string,
  decimals: number,
): number | undefined {
  if (/[1-9]/.test(fraction.slice(decimals))) return undefined;
  const count = Number(whole + fraction.slice(0, decimals).padEnd(decimals, '0'));
  if (!Number.isSafeInteger(count)) return undefined;
  return sign === '-' && count !== 0 ? -count : count;
}
