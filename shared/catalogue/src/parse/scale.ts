import type { QuestionOf } from '../definition.ts';
import { bad, good, type Reader } from './parsed.ts';

/** Reads a mark on a scale: its number. */
export function scaleReader({ key, min, max }: QuestionOf<'scale'>): Reader {
  return (raw) => {
    if (typeof raw !== 'string' && typeof raw !== 'number') return bad(key, 'wrong-type');
    const text = String(raw).trim();
    const mark = /^\d{1,2}$/.test(text) ? Number(text) : undefined;
    return mark === undefined || mark < min || mark > max ? bad(key, 'not-an-option') : good(mark);
  };
}
