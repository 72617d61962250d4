import { writeTime } from '@guichet/catalogue';
import { type Bilingual, dateFormat, type Language } from '@guichet/kernel';
import { words } from './words.ts';

const locale = { fr: 'fr-CA', en: 'en-CA' } as const;

/** When and where somebody comes. */
export interface Meeting {
  startsAt: Date;
  /** IANA, of the place. */
  timeZone: string;
  place: Bilingual;
}

/** Writes a day with its place in the week: `mardi 1er décembre`. Shape: an ISO day, or an instant on the clock of a place. */
export function formatWeekday(day: string | Date, language: Language, timeZone = 'UTC'): string {
  const at = typeof day === 'string' ? new Date(`${day}T12:00:00Z`) : day;
  const text = dateFormat(locale[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone,
  }).format(at);
  return language === 'fr' ? text.replace(/ 1 /, ' 1er ') : text;
}

/** Writes the time of an instant on the clock of a place: `9 h 30`. */
export function formatTimeAt({ startsAt, timeZone }: Omit<Meeting, 'place'>, language: Language): string {
  const time = dateFormat('en-CA', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(startsAt);
  return writeTime(time, language);
}

/** Writes when and where somebody comes: `mardi 1er décembre à 9 h 30, Hôtel de ville`. */
export function formatMeeting(meeting: Meeting, language: Language): string {
  const day = formatWeekday(meeting.startsAt, language, meeting.timeZone);
  const time = formatTimeAt(meeting, language);
  return words(language).appointments.person.at(day, time, meeting.place[language]);
}
