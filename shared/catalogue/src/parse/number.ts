import type { QuestionOf } from '../definition.ts';
import { bad, good, type Reader } from './parsed.ts';
import { readDecimal } from './read-decimal.ts';

/** Reads a number in French or English writing, with or without the question's unit behind it. */
export function numberReader(question: QuestionOf<'number'>): Reader {
  const { key, decimals, min, max } = question;
  const scale = 10 ** decimals;
  const units = question.unit ? [question.unit.fr.toLowerCase(), question.unit.en.toLowerCase()] : [];
  const count = (raw: string | number): number | undefined => {
    if (typeof raw === 'string')
      return readDecimal(withoutUnit(raw, units), decimals, { commaGroups: decimals === 0 });
    const whole = Math.round(raw * scale);
    return Number.isSafeInteger(whole) && Math.abs(raw * scale - whole) < 1e-6 ? whole : undefined;
  };
  return (raw) => {
    if (typeof raw !== 'string' && typeof raw !== 'number') return bad(key, 'wrong-type');
    const whole = count(raw);
    if (whole === undefined) return bad(key, 'bad-number', { decimals });
    const value = (whole === 0 ? 0 : whole) / scale;
    if (min !== undefined && value < min) return bad(key, 'too-small', { min });
    if (max !== undefined && value > max) return bad(key, 'too-large', { max });
    return good(value);
  };
}

function withoutUnit(raw: string, units: string[]): string {
  const text = raw.trim();
  const lower = text.toLowerCase();
  const unit = units.find((candidate) => lower.endsWith(candidate));
  return unit === undefined ? text : text.slice(0, text.length - unit.length);
}
