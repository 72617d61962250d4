import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { QuestionOf } from '../definition.ts';
import { bad, good, type Reader } from './parsed.ts';

const extension = /(?:poste|ext(?:ension)?\.?|[x#])\s*\d+\s*$/iu;

/** Reads a telephone number, Canadian unless it starts with `+`, as E.164. An extension is refused, since it could not be kept. */
export function phoneReader(question: QuestionOf<'phone'>): Reader {
  return (raw) => {
    if (typeof raw !== 'string') return bad(question.key, 'wrong-type');
    if (raw.length > 60) return bad(question.key, 'bad-phone');
    const text = raw.replace(/[\s\u2010-\u2015\u2212]+/g, ' ').trim();
    if (extension.test(text)) return bad(question.key, 'bad-phone', { reason: 'extension' });
    if (/\p{L}/u.test(text)) return bad(question.key, 'bad-phone');
    const number = parsePhoneNumberFromString(text, { defaultCountry: 'CA', extract: false });
    const short = number?.countryCallingCode === '1' && number.nationalNumber.length !== 10;
    if (!number?.isValid() || number.ext !== undefined || short) return bad(question.key, 'bad-phone');
    return good(number.number);
  };
}
