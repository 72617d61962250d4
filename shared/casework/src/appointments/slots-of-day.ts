import type { AppointmentHoursId, Bilingual, PlaceId } from '@guichet/kernel';
import { Temporal } from 'temporal-polyfill';
import { isDayOff, type OwnDays } from '../clocks/calendar.ts';

/** Hours of a place as they are kept. Shape: times as `HH:MM` of the place's clock, days ISO; weekday 1 is Monday. */
export interface HoursRow {
  id: AppointmentHoursId;
  placeId: PlaceId;
  place: Bilingual;
  timeZone: string;
  weekday: number | null;
  day: string | null;
  fromTime: string;
  toTime: string;
  minutes: number;
  firstSeat: number;
  seats: number;
  services: string[];
  skill: string | null;
  fromOn: string;
  untilOn: string | null;
}

/** A time at a place, with the seats that take people then. */
export interface Slot {
  placeId: PlaceId;
  place: Bilingual;
  timeZone: string;
  startsAt: Date;
  endsAt: Date;
  seats: number[];
}

/**
 * Gives the times of a place on a day, in order, whoever has them.
 *
 * Guarantee: a slot lasts its minutes in true time: the hour that a clock skips in spring has none, and the hour it repeats in
 *   autumn has them twice. Hours of a weekday do not hold on a holiday, nor on a day that the body closes; those of one day do.
 */
export function slotsOfDay(rows: readonly HoursRow[], day: string, own?: OwnDays): Slot[] {
  const date = Temporal.PlainDate.from(day);
  const slots = new Map<string, Slot>();
  for (const row of rows) {
    if (!holds(row, date, own)) continue;
    const { placeId, place, timeZone, minutes, firstSeat, seats } = row;
    const [open, shut] = [row.fromTime, row.toTime].map((time) => instantAt(date, time, timeZone));
    if (open === undefined || shut === undefined) continue;
    for (let at = open; at + minutes * 60_000 <= shut; at += minutes * 60_000) {
      const endsAt = at + minutes * 60_000;
      const key = `${placeId} ${at} ${endsAt}`;
      const known = slots.get(key);
      const here = Array.from({ length: seats }, (_, index) => firstSeat + index);
      slots.set(key, {
        placeId,
        place,
        timeZone,
        startsAt: new Date(at),
        endsAt: new Date(endsAt),
        seats: [...new Set([...(known?.seats ?? []), ...here])],
      });
    }
  }
  return [...slots.values()].sort(
    (one, other) =>
      one.startsAt.getTime() - other.startsAt.getTime() || one.placeId.localeCompare(other.placeId),
  );
}

function holds(
  { weekday, day, fromOn, untilOn }: HoursRow,
  date: Temporal.PlainDate,
  own?: OwnDays,
): boolean {
  const iso = date.toString();
  if (iso < fromOn || (untilOn !== null && iso > untilOn)) return false;
  if (day !== null) return day === iso;
  return weekday === date.dayOfWeek && (own?.get(iso) ?? !isDayOff(date));
}

function instantAt(date: Temporal.PlainDate, time: string, timeZone: string): number {
  return date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
}
