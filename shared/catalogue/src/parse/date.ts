import type { QuestionOf } from '../definition.ts';
import { addDays } from './calendar-day.ts';
import { bad, good, type Reader } from './parsed.ts';
import { readDate } from './read-date.ts';

/** Reads a day and checks it against the question's range; a range in days counts from `options.today`. */
export function dateReader(question: QuestionOf<'date'>): Reader {
  const { key, range } = question;
  return (raw, { today }) => {
    const read = readDate(raw);
    if (read === undefined)
      return bad(key, typeof raw === 'number' || typeof raw === 'boolean' ? 'wrong-type' : 'bad-date');
    if ('missing' in read) return bad(key, 'bad-date', { missing: read.missing });
    const { iso } = read;
    if (range?.min !== undefined && iso < range.min) return bad(key, 'date-too-early', { min: range.min });
    if (range?.max !== undefined && iso > range.max) return bad(key, 'date-too-late', { max: range.max });
    if (range?.daysMin !== undefined) {
      const min = addDays(today, range.daysMin);
      if (iso < min) return bad(key, 'date-too-early', { min, days: range.daysMin });
    }
    if (range?.daysMax !== undefined) {
      const max = addDays(today, range.daysMax);
      if (iso > max) return bad(key, 'date-too-late', { max, days: range.daysMax });
    }
    return good(iso);
  };
}
