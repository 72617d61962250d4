import { provinceOfPostalCode, readPostalCode } from '@guichet/catalogue';
import { type FoundLine, spotOf } from './found-line.ts';
import type { Found, FoundAddress } from './letter-suggestions.ts';

/** Letters and figures as people type them and as an engine confuses them: `G1R 4S9`, `GIR 4S9`, `H2K3X1`. */
const code = /(?<![\p{L}\d])([A-Z][0-9OIQ][A-Z])[\s-]{0,2}([0-9OIQ][A-Z][0-9OIQ])(?![\p{L}\d])/u;
const figures: Readonly<Record<string, string>> = { O: '0', I: '1', Q: '0' };
const street = /^\s*\d+[\w-]*(?:\s*bis)?,?\s+\p{L}/u;
const provinceWords = /[\s,(]*\b(?:Qu[ée]bec|QC|P\.?Q\.?|Ontario|ON)\b[).,\s]*$/iu;

/**
 * Finds Canadian postal addresses: the postal code, its municipality on the same line or the one above, the street above.
 *
 * Guarantee: a postal code that can be none gives no address; without a street or a municipality there is none either.
 */
export function findAddresses(lines: readonly FoundLine[]): Found<FoundAddress>[] {
  const found: Found<FoundAddress>[] = [];
  for (const [at, line] of lines.entries()) {
    const match = code.exec(line.text);
    const postalCode =
      match &&
      readPostalCode(
        `${match[1]} ${asInside(match[2] ?? '')}`.replace(
          /^(.)(.)/,
          (_, a: string, b: string) => a + figure(b),
        ),
      );
    if (!match || !postalCode) continue;
    const above = [at, at - 1, at - 2, at - 3]
      .flatMap((place) => lines[place] ?? [])
      .filter(({ page }) => page === line.page);
    const place = line.text.slice(0, match.index).trim();
    const townLine = place === '' || /^[\s(]*(?:Qu[ée]bec|QC)[\s).,]*$/i.test(place) ? above[1] : line;
    const town = (townLine === line ? place : (townLine?.text ?? ''))
      .replace(provinceWords, '')
      .replace(/[\s,]+$/, '');
    const first = above.slice(1).find(({ text }) => street.test(text));
    const province = provinceOfPostalCode(postalCode);
    if (first === undefined || province === undefined || town === '' || /\d/.test(town)) continue;
    const held = above.slice(0, above.indexOf(first) + 1);
    const words = held.flatMap((one) => one.words);
    found.push({
      value: { ...streetOf(first.text), municipality: town || 'Québec', province, postalCode },
      confidence: Math.min(1, ...words.map((word) => word.confidence)),
      spot: spotOf(line.page, words),
    });
  }
  return found;
}

const figure = (sign: string): string => figures[sign] ?? sign;
const asInside = (end: string): string => figure(end[0] ?? '') + (end[1] ?? '') + figure(end[2] ?? '');

const unit = /,?\s*(?:app(?:artement|t)?\.?|apt\.?|unit[ée]?|bureau|suite|#)\s*([\w-]+)\s*$/iu;

function streetOf(text: string): Pick<FoundAddress, 'street' | 'unit'> {
  const match = unit.exec(text);
  const named = text
    .slice(0, match?.index ?? text.length)
    .trim()
    .replace(/[,.]$/, '');
  return match?.[1] === undefined ? { street: named } : { street: named, unit: match[1] };
}
