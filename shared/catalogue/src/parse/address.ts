import type { AddressValue } from '../answers.ts';
import type { QuestionOf } from '../definition.ts';
import { cleanLine, cleanLines } from './clean-text.ts';
import { countryCode } from './country.ts';
import { bad, good, isRecord, type Read, type Reader } from './parsed.ts';
import { readPostalCode } from './postal-code.ts';
import { provinceCode, provinceOfPostalCode } from './provinces.ts';
import { readAddressText } from './read-address-text.ts';

const members = ['street', 'unit', 'municipality', 'province', 'postalCode', 'country'] as const;
type Member = (typeof members)[number];
const partMax = 120;

/** Reads a postal address, from its parts or from a text whose parts are plain to tell. */
export function addressReader(question: QuestionOf<'address'>): Reader {
  const { key } = question;
  return (raw) => {
    if (typeof raw === 'string') {
      if (raw.length > 800) return bad(key, 'too-long', { max: 800 });
      const text = cleanLines(raw);
      return text === undefined ? bad(key, 'bad-characters') : readAddress(key, { ...readAddressText(text) });
    }
    return isRecord(raw) ? readAddress(key, raw) : bad(key, 'wrong-type');
  };
}

function readAddress(key: string, raw: Record<string, unknown>): Read {
  const stranger = Object.keys(raw).find((name) => !members.some((member) => member === name));
  if (stranger !== undefined) return bad(key, 'wrong-type', { member: stranger.slice(0, 40) });
  const parts: Partial<Record<Member, string>> = {};
  for (const member of members) {
    const given = raw[member];
    if (given === undefined || given === null) continue;
    if (typeof given !== 'string') return bad(key, 'wrong-type', { member });
    const text = given.length > partMax * 4 ? given : cleanLine(given);
    if (text === undefined) return bad(key, 'bad-characters', { member });
    if (text.length > partMax) return bad(key, 'too-long', { max: partMax, member });
    if (text !== '') parts[member] = text;
  }
  const country = parts.country === undefined ? 'CA' : countryCode(parts.country);
  if (country === undefined) return bad(key, 'incomplete-address', { missing: 'country' });
  for (const member of ['street', 'municipality'] as const) {
    if (parts[member] === undefined) return bad(key, 'incomplete-address', { missing: member });
  }
  const { street = '', municipality = '' } = parts;
  const base = { street, ...(parts.unit === undefined ? {} : { unit: parts.unit }), municipality };
  return country === 'CA' ? inCanada(key, base, parts) : abroad(key, base, parts, country);
}

type Base = Pick<AddressValue, 'street' | 'unit' | 'municipality'>;

function inCanada(key: string, base: Base, parts: Partial<Record<Member, string>>): Read {
  if (parts.postalCode === undefined) return bad(key, 'incomplete-address', { missing: 'postalCode' });
  const postalCode = readPostalCode(parts.postalCode);
  if (postalCode === undefined) return bad(key, 'bad-postal-code');
  const province =
    parts.province === undefined ? provinceOfPostalCode(postalCode) : provinceCode(parts.province);
  if (province === undefined) return bad(key, 'incomplete-address', { missing: 'province' });
  return good({ ...base, province, postalCode });
}

/** Abroad, forms vary: a region or a postal code may not exist. */
function abroad(key: string, base: Base, parts: Partial<Record<Member, string>>, country: string): Read {
  const { province = '', postalCode = '' } = parts;
  if (postalCode.length > 16) return bad(key, 'too-long', { max: 16, member: 'postalCode' });
  return good({ ...base, province, postalCode: postalCode.toUpperCase(), country });
}
