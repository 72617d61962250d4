import type { AddressValue } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { plainUnit, postalText } from './postal-text.ts';

/** Unit: characters of one line. */
export const lineCharactersMax = 40;
/** The name first, the country last. */
export const blockLinesMax = 6;

export interface AddressBlock {
  name: string;
  lines: readonly string[];
}

/**
 * Writes a name and an address as the post reads them: capitals, no punctuation but what belongs to a name, the unit before the
 * civic number, then the municipality, the province's symbol, two spaces and the postal code on one line, the country last.
 *
 * Guarantee: at most 6 lines of at most 40 characters; what does not fit is cut from the name first, then from the street, never
 *   from the line of the postal code.
 * Source: Canada Post, Addressing Guidelines (addressee, civic, postal box, U.S. and international addresses); UPU S42 for the
 *   place of a foreign postal code
 */
export function addressBlock(name: string, address: AddressValue, language: Language): AddressBlock {
  const place = placeLines(address, language);
  const street = streetLines(address, language);
  const streetMax = Math.max(1, blockLinesMax - 1 - place.length);
  const kept = street.slice(0, streetMax);
  const nameMax = Math.max(1, Math.min(2, blockLinesMax - place.length - kept.length));
  const [first = '', ...more] = broken(postalText(name)).slice(0, nameMax);
  return { name: first, lines: [...more, ...kept, ...place] };
}

/** A unit of letters and figures goes before the civic number; one in words, on a line of its own above the street. */
function streetLines({ street, unit }: AddressValue, language: Language): string[] {
  const civic = postalText(street);
  if (unit === undefined || unit.trim() === '') return broken(civic);
  const plain = plainUnit(unit);
  const joined = `${plain ?? ''}-${civic}`;
  const isBare = /^\d+[A-Z]?(?: 1\/2)?\s/u.test(`${civic} `);
  if (plain !== undefined && isBare && joined.length <= lineCharactersMax) return [joined];
  const named = plain === undefined ? postalText(unit) : `${language === 'fr' ? 'APP' : 'APT'} ${plain}`;
  return [...broken(named).slice(0, 1), ...broken(civic)];
}

function placeLines(address: AddressValue, language: Language): string[] {
  const { country = 'CA' } = address;
  const municipality = postalText(address.municipality, 'name');
  const province = postalText(address.province);
  const code = postalText(address.postalCode).replace(/^([A-Z]\d[A-Z])[ -]?(\d[A-Z]\d)$/u, '$1 $2');
  if (country === 'CA') return withCode(municipality, `${province}  ${code}`.trim());
  const name = new Intl.DisplayNames([language === 'fr' ? 'fr-CA' : 'en-CA'], { type: 'region' }).of(country);
  return [...foreign(country, municipality, province, code), postalText(name ?? country, 'name')].slice(-4);
}

/** Countries whose post wants the code before the town and no region. Source: UPU, addressing systems */
const codeFirst = new Set(
  'AD AT BE BG CH CZ DE DK DZ EE ES FI FR GP GR HR HT HU IL IT LI LT LU MA MC MQ NL NO PF PL PT RE RO RS SE SI SK SN TN TR'.split(
    ' ',
  ),
);
/** Countries whose post wants the code on a line of its own below the town. */
const codeBelow = new Set(['GB', 'IE', 'GG', 'JE', 'IM']);

function foreign(country: string, municipality: string, province: string, code: string): string[] {
  if (country === 'US') return withCode(municipality, `${province}  ${code}`.trim());
  if (codeFirst.has(country)) return broken(`${code} ${municipality}`.trim());
  const region = province === municipality ? '' : province;
  if (codeBelow.has(country)) return [...broken(municipality), ...broken(code)];
  return withCode(municipality, [region, code].filter((part) => part !== '').join(' '));
}

/** The code stays whole on the last line, with as much of the municipality as there is room for. */
function withCode(municipality: string, tail: string): string[] {
  const whole = `${municipality} ${tail}`.trim();
  if (whole.length <= lineCharactersMax) return [whole];
  const lines = broken(municipality);
  const last = `${lines.at(-1) ?? ''} ${tail}`;
  return last.length <= lineCharactersMax ? [...lines.slice(0, -1), last] : [...lines.slice(0, 2), tail];
}

/** Breaks a text between words, and in a word only where it is longer than a line; nothing gives no line. */
function broken(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((one) => one.match(/.{1,40}/gu) ?? [])) {
    if (line !== '' && line.length + 1 + word.length > lineCharactersMax) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return line === '' ? lines : [...lines, line];
}
