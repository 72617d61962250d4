import { addDays, calendarDay, nearestSuchDay } from './calendar-day.ts';
import { plainWords } from './plain-words.ts';

const months: Record<string, number> = {
  janvier: 1,
  fevrier: 2,
  mars: 3,
  avril: 4,
  mai: 5,
  juin: 6,
  juillet: 7,
  aout: 8,
  septembre: 9,
  octobre: 10,
  novembre: 11,
  decembre: 12,
  january: 1,
  february: 2,
  march: 3,
  april: 4,
  may: 5,
  june: 6,
  july: 7,
  august: 8,
  september: 9,
  october: 10,
  november: 11,
  december: 12,
};
const days: Record<string, number> = {
  premier: 1,
  un: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  treize: 13,
  quatorze: 14,
  quinze: 15,
  seize: 16,
  vingt: 20,
  trente: 30,
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
};
const monthName = Object.keys(months).join('|');
const dayName = `\\d{1,2}(?:er|st|nd|rd|th)?|${Object.keys(days).join('|')}`;
const dayFirst = new RegExp(`\\b(${dayName}) (?:of )?(${monthName})\\b(?: (\\d{4})\\b)?`);
const monthFirst = new RegExp(`\\b(${monthName}) (?:the )?(${dayName})\\b(?: (\\d{4})\\b)?`);

/** Reads a plainly spoken date; undefined rather than a guess. Every spoken date is read back before it counts. */
export function spokenDate(text: string, reading: { today: string; past: boolean }): string | undefined {
  const words = plainWords(text);
  if (/^(aujourd hui|today)$/.test(words)) return reading.today;
  if (/^(demain|tomorrow)$/.test(words)) return addDays(reading.today, 1);
  if (/^(hier|yesterday)$/.test(words)) return addDays(reading.today, -1);
  const found = dayFirst.exec(words);
  const turned = found ? undefined : monthFirst.exec(words);
  const dayWord = found?.[1] ?? turned?.[2];
  const month = months[found?.[2] ?? turned?.[1] ?? ''];
  if (dayWord === undefined || month === undefined) return undefined;
  // "vingt-deux juillet" would be read as the 2nd: a tens word before it means we did not catch the number.
  const before = words.slice(0, (found ?? turned)?.index ?? 0);
  if (found && /\b(vingt|trente|dix|et|twenty|thirty)\s*$/.test(before)) return undefined;
  const day = days[dayWord] ?? Number.parseInt(dayWord, 10);
  const year = found?.[3] ?? turned?.[3];
  if (year !== undefined) return calendarDay(Number(year), month, day);
  return nearestSuchDay(reading.today, month, day, reading.past);
}
