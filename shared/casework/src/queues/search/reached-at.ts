/** What a text says of how somebody is reached, each written one way, and the text that is left. */
export interface ReachedAt {
  /** E.164, or seven digits of a local number. */
  phones: string[];
  emails: string[];
  /** `G1R4S9` */
  postalCodes: string[];
  rest: string;
}

const email = /[^\s@,;<>()]+@[^\s@,;<>()]+\.[\p{L}]{2,}/gu;
const postalCode = /(?<![\p{L}\d])[a-z]\d[a-z][\s-]?\d[a-z]\d(?![\p{L}\d])/giu;
/** Digits with what people write between them. */
const phone = /(?<![\p{L}\d])\+?(?:\(?\d[\d\s().\-\u2010-\u2015\u00a0]{5,18}\d)(?![\p{L}\d])/gu;

/** Reads telephone numbers in any way of writing them, e-mail addresses and postal codes out of what was typed. */
export function reachedAt(typed: string): ReachedAt {
  const found: ReachedAt = { phones: [], emails: [], postalCodes: [], rest: '' };
  found.rest = typed
    .replace(email, (text) => taken(found.emails, text.toLowerCase()))
    .replace(postalCode, (text) => taken(found.postalCodes, text.replace(/[\s-]/g, '').toUpperCase()))
    .replace(phone, (text) => {
      const number = phoneOf(text);
      return number === undefined ? text : taken(found.phones, number);
    });
  return found;
}

function taken(list: string[], value: string): string {
  list.push(value);
  return ' ';
}

/** Seven, ten or eleven digits are a number of here; with a plus, of anywhere. */
function phoneOf(text: string): string | undefined {
  const digits = text.replace(/\D/g, '');
  if (text.startsWith('+')) return `+${digits}`;
  if (digits.length === 11 && digits.startsWith('1')) return `+${digits}`;
  if (digits.length === 10 && /^[2-9]/.test(digits)) return `+1${digits}`;
  return digits.length === 7 && /^[2-9]/.test(digits) ? digits : undefined;
}
