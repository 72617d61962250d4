import { readPostalCode } from './postal-code.ts';
import { provinceCode, provinceOfPostalCode } from './provinces.ts';

const postalAtEnd = /[\s,(]*\b([a-z]\d[a-z][\s\u2010-\u2015-]?\d[a-z]\d)\s*$/iu;
const countryAtEnd = /[\s,(]*canada\)?\.?\s*$/iu;
const unitSegment =
  /^(?:app(?:artement|t)?|apt|apartment|unit[ée]?|suite|bureau|porte|#)\.?\s*(?:no\.?\s*)?[\p{L}\d-]{1,8}$/iu;
const civicOnly = /^\d+\s?[a-z]?(?:[-/]\d+)?$/iu;
const provinceTail =
  /^(.*?)[\s,]*\(?(qu[ée]bec|ontario|nouveau-brunswick|new brunswick|[a-z]{2}|qu[ée]\.)\)?$/iu;

export interface AddressParts {
  street?: string;
  unit?: string;
  municipality?: string;
  province?: string;
  postalCode?: string;
}

/**
 * Splits an address written as one text, on one line or several, where its parts are marked off by commas or lines.
 *
 * Guarantee: a part that can't be told surely stays out; nothing is guessed.
 */
export function readAddressText(text: string): AddressParts {
  const parts: AddressParts = {};
  let rest = text.replace(countryAtEnd, '');
  const postal = postalAtEnd.exec(rest);
  if (!postal) return parts;
  const postalCode = readPostalCode(postal[1] ?? '');
  parts.postalCode = postalCode ?? postal[1] ?? '';
  rest = rest.slice(0, postal.index);

  const segments = joinCivic(
    rest
      .split(/[\n,]/)
      .map((segment) => segment.trim())
      .filter(Boolean),
  );
  const unitAt = segments.findIndex((segment) => unitSegment.test(segment));
  if (unitAt > 0) parts.unit = segments.splice(unitAt, 1)[0] ?? '';

  const province =
    takeProvince(segments) ?? (postalCode === undefined ? undefined : provinceOfPostalCode(postalCode));
  if (province !== undefined) parts.province = province;
  if (segments.length !== 2) return parts;
  const [street, municipality] = segments;
  if (street !== undefined) parts.street = street;
  if (municipality !== undefined) parts.municipality = municipality;
  return parts;
}

/** `12, rue X` is one thing though it holds a comma. */
function joinCivic(segments: string[]): string[] {
  const [first, second, ...others] = segments;
  return first !== undefined && second !== undefined && civicOnly.test(first)
    ? [`${first}, ${second}`, ...others]
    : segments;
}

/** Takes the province off the end; a bare `Québec` in the place of the municipality is the municipality. */
function takeProvince(segments: string[]): string | undefined {
  const last = segments.at(-1);
  if (last === undefined) return undefined;
  const alone = provinceCode(last);
  if (alone !== undefined && (segments.length > 2 || /^\(|^[a-z]{2}$/iu.test(last))) {
    segments.pop();
    return alone;
  }
  if (alone !== undefined) return undefined;
  const tail = provinceTail.exec(last);
  const code = tail?.[2] === undefined ? undefined : provinceCode(tail[2]);
  const before = tail?.[1]?.trim() ?? '';
  if (code === undefined || before === '') return undefined;
  segments[segments.length - 1] = before;
  return code;
}
