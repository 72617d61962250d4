import type { ReplyWay } from '@guichet/catalogue';
import { day } from '@guichet/kernel';
import { Temporal } from 'temporal-polyfill';

/** A letter that takes a week is no reminder: it is written so many days ahead, or not at all. */
const letterDays = 7;
/** The hour of the place's clock at which people are reminded. */
const atHour = 10;

/**
 * Gives when a person is reminded of an appointment: so many days before it, at ten in the morning of its place; null when they are
 * not, because they were told of it less than a day before that, or chose no way on which a reminder reaches them.
 */
export function remindAt(
  { startsAt, timeZone, reminderDays }: { startsAt: Date; timeZone: string; reminderDays: number },
  way: ReplyWay,
  now: Date,
): Date | null {
  if (reminderDays === 0 || way === 'none' || way === 'pickup') return null;
  const days = way === 'letter' ? Math.max(letterDays, reminderDays) : reminderDays;
  const on = Temporal.Instant.fromEpochMilliseconds(startsAt.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .subtract({ days });
  const at = on.toZonedDateTime({ timeZone, plainTime: { hour: atHour } });
  const due = new Date(at.epochMilliseconds);
  return due.getTime() - now.getTime() < day ? null : due;
}
