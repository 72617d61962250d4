import type { QuestionOf } from '../definition.ts';
import { bad, good, type Reader } from './parsed.ts';
import { readDecimal } from './read-decimal.ts';

const sign = /^\$\s*|\s*(?:\$|CAD|\$\s?CAD?|dollars?)$/giu;

/**
 * Reads an amount of dollars in French or English writing.
 *
 * Unit: a text is in dollars (`1 234,50 $`), a JSON number is in whole cents, as the stored value is. Below zero only where `minCents` is.
 */
export function moneyReader(question: QuestionOf<'money'>): Reader {
  const { key, minCents = 0, maxCents } = question;
  return (raw) => {
    if (typeof raw !== 'string' && typeof raw !== 'number') return bad(key, 'wrong-type');
    const cents =
      typeof raw === 'number'
        ? Number.isSafeInteger(raw)
          ? raw
          : undefined
        : readDecimal(raw.trim().replace(sign, ''), 2, { commaGroups: true });
    if (cents === undefined) return bad(key, 'bad-number', { decimals: 2 });
    if (cents < minCents) return bad(key, 'too-small', { min: minCents });
    if (maxCents !== undefined && cents > maxCents) return bad(key, 'too-large', { max: maxCents });
    return good(cents === 0 ? 0 : cents);
  };
}
