import type { AppointmentId, Language, PlaceId, Reference } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';
import { ticketOf } from '../visits/families.ts';
import { dayBounds } from './day-bounds.ts';
import { closedDays, hoursOf } from './hours-of.ts';
import { slotsOfDay } from './slots-of-day.ts';

export interface DayBooking {
  id: AppointmentId;
  startsAt: Date;
  endsAt: Date;
  seat: number;
  serviceCode: string;
  /** Of a case that the actor's teams see; null of another team's. */
  reference: Reference | null;
  language: Language | null;
  endedHow: 'arrived' | 'missed' | null;
  ticket: string | null;
}

export interface PlaceDay {
  timeZone: string;
  isClosed: boolean;
  /** The times of the day and how many people each takes. */
  times: { startsAt: Date; endsAt: Date; seats: number }[];
  bookings: DayBooking[];
}

/**
 * Lists who comes to a place on a day, in order of time and seat. No personal data, so no event.
 *
 * Guarantee: costs by the day shown.
 */
export function listDay(
  ctx: DeskContext,
  { placeId, day }: { placeId: PlaceId; day: string },
): Promise<PlaceDay | undefined> {
  return readAs(ctx, 'appointment.list', async (sql) => {
    const [place] = await sql<[{ timeZone: string }?]>`select time_zone from place where id = ${placeId}`;
    if (!place) return undefined;
    const { since, before } = dayBounds(day, place.timeZone);
    const rows = await sql<(Omit<DayBooking, 'ticket'> & { letter: string | null; number: number | null })[]>`
      select a.id, a.starts_at, a.ends_at, a.seat, a.service_code, c.reference, c.language, a.ended_how, v.letter, v.number
      from appointment a left join cases c on c.id = a.case_id left join visit v on v.id = a.visit_id
      where a.place_id = ${placeId} and a.starts_at >= ${since} and a.starts_at < ${before}
        and (a.ended_how is null or a.ended_how in ('arrived', 'missed'))
      order by a.starts_at, a.seat`;
    const isClosed = (await closedDays(sql, day, day)).has(`${placeId} ${day}`);
    const slots = slotsOfDay(await hoursOf(sql, { placeId }), day, ctx.closures?.known);
    return {
      timeZone: place.timeZone,
      isClosed,
      times: slots.map(({ startsAt, endsAt, seats }) => ({ startsAt, endsAt, seats: seats.length })),
      bookings: rows.map(({ letter, number, ...row }) => ({
        ...row,
        ticket: letter === null || number === null ? null : ticketOf({ letter, number }),
      })),
    };
  });
}
