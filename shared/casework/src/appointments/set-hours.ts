import { type AppointmentHoursId, DeskError, type PlaceId } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { dayAt } from '../visits/day-at.ts';
import { dayAfter, isDay } from './day-bounds.ts';
import { hoursOf } from './hours-of.ts';
import type { HoursRow } from './slots-of-day.ts';

export interface SetHours {
  /** Made when the page is drawn: the same press twice is one row of hours. */
  id: AppointmentHoursId;
  placeId: PlaceId;
  /** A weekday, 1 is Monday, or one day, ISO. */
  on: { weekday: number } | { day: string };
  /** Shape: `HH:MM`, by the clock of the place. */
  from: string;
  to: string;
  /** How long an appointment lasts. */
  minutes: number;
  firstSeat: number;
  seats: number;
  /** Codes; none takes every service that asks for an appointment. */
  services?: readonly string[];
  skill?: string;
}

/**
 * Sets hours in which a place takes people by appointment, from today on.
 *
 * Guarantee: repeating changes nothing; hours are never changed, so that what was booked in them stays true.
 * Errors: not-found — no such place; invalid — no appointment fits, or a service is unknown or asks for none.
 */
export async function setHours(ctx: DeskContext, input: SetHours): Promise<{ kind: 'set' | 'already' }> {
  return transact<{ kind: 'set' | 'already' }>(ctx, 'appointment.hours', async (tx) => {
    const { id, placeId, on, from, to, minutes, firstSeat, seats, services = [], skill = null } = input;
    const timeZone = await zoneOf(tx.sql, placeId);
    if (!isRight(ctx, input)) throw new DeskError('invalid', 'hours-wrong');
    const made = await tx.sql`
      insert into appointment_hours (id, place_id, weekday, day, from_time, to_time, minutes, first_seat, seats, services, skill, from_on,
        set_at)
      values (${id}, ${placeId}, ${'weekday' in on ? on.weekday : null}, ${'day' in on ? on.day : null}, ${from}, ${to}, ${minutes},
        ${firstSeat}, ${seats}, ${services as string[]}, ${skill}, ${dayAt(timeZone, tx.now)}, ${tx.now})
      on conflict (id) do nothing`;
    if (made.count === 0) return tx.unchanged({ kind: 'already' });
    const data = { hoursId: id, ...on, from, to, minutes, seats };
    return tx.record(
      { subject: { kind: 'place', id: placeId }, kind: 'appointment-hours.set', data },
      { kind: 'set' },
    );
  });
}

/**
 * Ends hours: from today on nobody is booked in them. What was booked stays.
 *
 * Guarantee: repeating changes nothing. Errors: not-found
 */
export async function endHours(
  ctx: DeskContext,
  id: AppointmentHoursId,
): Promise<{ kind: 'ended' | 'already' }> {
  return transact<{ kind: 'ended' | 'already' }>(ctx, 'appointment.hours', async (tx) => {
    const [row] = await tx.sql<[{ placeId: PlaceId; timeZone: string; untilOn: string | null }?]>`
      select h.place_id, p.time_zone, h.until_on::text as until_on
      from appointment_hours h join place p on p.id = h.place_id where h.id = ${id} for update of h`;
    if (!row) throw new DeskError('not-found', 'no-such-hours');
    if (row.untilOn !== null) return tx.unchanged({ kind: 'already' });
    const last = dayAfter(dayAt(row.timeZone, tx.now), -1);
    await tx.sql`update appointment_hours set until_on = ${last} where id = ${id}`;
    return tx.record(
      {
        subject: { kind: 'place', id: row.placeId },
        kind: 'appointment-hours.ended',
        data: { hoursId: id },
      },
      { kind: 'ended' },
    );
  });
}

export interface CloseDay {
  placeId: PlaceId;
  /** ISO. */
  day: string;
  /** Takes people again when false. */
  closed: boolean;
}

/** Closes a day of a place to appointments, or opens it again. Guarantee: repeating changes nothing. Errors: not-found; invalid */
export async function closeDay(
  ctx: DeskContext,
  { placeId, day, closed }: CloseDay,
): Promise<{ kind: 'done' | 'already' }> {
  return transact<{ kind: 'done' | 'already' }>(ctx, 'appointment.hours', async (tx) => {
    await zoneOf(tx.sql, placeId);
    if (!isDay(day)) throw new DeskError('invalid', 'day-wrong');
    const changed = closed
      ? await tx.sql`insert into appointment_closure (place_id, day) values (${placeId}, ${day}) on conflict do nothing`
      : await tx.sql`delete from appointment_closure where place_id = ${placeId} and day = ${day}`;
    if (changed.count === 0) return tx.unchanged({ kind: 'already' });
    const kind = closed ? 'appointment-day.closed' : 'appointment-day.opened';
    return tx.record({ subject: { kind: 'place', id: placeId }, kind, data: { day } }, { kind: 'done' });
  });
}

/** Lists the hours of a place that hold today or later. */
export function listHours(ctx: DeskContext, placeId: PlaceId): Promise<HoursRow[]> {
  return readAs(ctx, 'appointment.list', async (sql) =>
    (await hoursOf(sql, { placeId })).filter(({ untilOn }) => untilOn === null),
  );
}

async function zoneOf(sql: Parameters<typeof hoursOf>[0], placeId: PlaceId): Promise<string> {
  const [place] = await sql<[{ timeZone: string }?]>`select time_zone from place where id = ${placeId}`;
  if (!place) throw new DeskError('not-found', 'no-such-place');
  return place.timeZone;
}

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

function isRight(
  ctx: DeskContext,
  { on, from, to, minutes, firstSeat, seats, services = [] }: SetHours,
): boolean {
  const whole = (value: number, min: number, max: number) =>
    Number.isInteger(value) && value >= min && value <= max;
  return (
    ('day' in on ? isDay(on.day) : whole(on.weekday, 1, 7)) &&
    clock.test(from) &&
    clock.test(to) &&
    whole(minutes, 5, 240) &&
    minutesOf(to) - minutesOf(from) >= minutes &&
    whole(firstSeat, 1, 99) &&
    whole(seats, 1, 20) &&
    services.every((code) => ctx.catalogue.find(code)?.definition.appointment !== undefined)
  );
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
