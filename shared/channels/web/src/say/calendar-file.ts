import { formatReference, type Language } from '@guichet/kernel';
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** An appointment as a calendar takes it. Shape: instants as ISO texts. */
export interface CalendarEntry {
  /** The same id with a greater sequence replaces what a calendar holds. */
  id: string;
  sequence: number;
  startsAt: string;
  endsAt: string;
  place: string;
  isCancelled: boolean;
  /** Of the case; absent in a calendar of the staff. */
  reference?: string;
  /** What stands in the calendar; the appointment's own word when absent. */
  title?: string;
}

const words = {
  fr: { title: 'Rendez-vous', reference: (number: string) => `Numéro de référence : ${number}` },
  en: { title: 'Appointment', reference: (number: string) => `Reference number: ${number}` },
} as const;

/**
 * Writes appointments as a calendar file.
 *
 * Guarantee: instants in UTC, which every calendar shows by its own clock; no name, no service and no answer.
 * Source: RFC 5545
 */
export function calendarFile(
  entries: readonly CalendarEntry[],
  { language, name }: { language: Language; name: string },
): string {
  const said = words[language];
  const isOver = entries.length === 1 && entries[0]?.isCancelled === true;
  const calendar = ical({
    name,
    prodId: { company: 'Guichet', product: 'Guichet', language: language.toUpperCase() },
    method: isOver ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  for (const { id, sequence, startsAt, endsAt, place, isCancelled, reference, title } of entries)
    calendar.createEvent({
      id: `${id}@guichet`,
      sequence,
      start: new Date(startsAt),
      end: new Date(endsAt),
      summary: title ?? said.title,
      location: place,
      status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      ...(reference === undefined ? {} : { description: said.reference(formatReference(reference)) }),
    });
  return calendar.toString();
}
