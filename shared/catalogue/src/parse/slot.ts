import type { SlotValue } from '../answers.ts';
import type { Parsed, ParseOptions } from '../compiled.ts';
import type { QuestionOf } from '../definition.ts';
import { slotTimes } from '../slot-times.ts';
import { dateReader } from './date.ts';
import { bad, good, isRecord, type Reader } from './parsed.ts';

/** Reads the day of a slot alone, as a dialog asks it before the time: within the range, and one that is open. */
export function readSlotDay(
  question: QuestionOf<'slot'>,
  raw: unknown,
  options: ParseOptions,
): Parsed<string> {
  const read = dateReader({ ...question, type: 'date' })(raw, options);
  if (!read.ok) return read;
  const day = String(read.value);
  return slotTimes(question, day).length === 0
    ? bad(question.key, 'slot-closed', { day })
    : { ok: true, value: day };
}

/**
 * Reads a wished place, day and time, and checks them against the hours; the only place of a question need not be named.
 *
 * Shape: `{ place, day, time }`, the time as `HH:MM`, `HHMM` or `H h MM`
 */
export function slotReader(question: QuestionOf<'slot'>): Reader {
  const { key, places } = question;
  const only = places.length === 1 ? places[0]?.key : undefined;
  return (raw, options) => {
    if (!isRecord(raw)) return bad(key, 'wrong-type');
    const stranger = Object.keys(raw).find((name) => !['place', 'day', 'time'].includes(name));
    if (stranger !== undefined) return bad(key, 'wrong-type', { member: stranger.slice(0, 40) });
    const place = blank(raw['place']) ? only : raw['place'];
    if (place === undefined) return bad(key, 'incomplete-slot', { missing: 'place' });
    if (!places.some((option) => option.key === place)) return bad(key, 'not-an-option');
    if (blank(raw['day'])) return bad(key, 'incomplete-slot', { missing: 'day' });
    const day = readSlotDay(question, raw['day'], options);
    if (!day.ok) return day;
    if (blank(raw['time'])) return bad(key, 'incomplete-slot', { missing: 'time' });
    const times = slotTimes(question, day.value);
    const time = clockTime(raw['time']);
    if (time === undefined || !times.includes(time)) return bad(key, 'slot-time', { times: times.join(' ') });
    return good({ place, day: day.value, time } as SlotValue);
  };
}

const blank = (raw: unknown): boolean => raw === undefined || raw === null || raw === '';

function clockTime(raw: unknown): string | undefined {
  const parts = typeof raw === 'string' ? /^(\d{1,2})\s*(?::|h|)\s*(\d{2})?$/i.exec(raw.trim()) : undefined;
  const [hours, minutes] = [Number(parts?.[1]), Number(parts?.[2] ?? 0)];
  if (!parts || hours > 23 || minutes > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
