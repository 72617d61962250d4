import type { CompiledService } from '@guichet/catalogue';
import { type Bilingual, DeskError, day as dayMs, hour, type PlaceId } from '@guichet/kernel';
import type { Tx } from '@guichet/platform';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';
import { dayAt } from '../visits/day-at.ts';
import { dayAfter } from './day-bounds.ts';
import { closedDays, hoursOf, type Taken, takenSeats } from './hours-of.ts';
import { type Slot, slotsOfDay } from './slots-of-day.ts';

/** A time that can still be had. */
export interface FreeSlot {
  placeId: PlaceId;
  place: Bilingual;
  timeZone: string;
  startsAt: Date;
  endsAt: Date;
  /** How many people can still have it. */
  left: number;
}

export interface FreeDay {
  /** ISO, of the place's clock. */
  day: string;
  slots: FreeSlot[];
}

export interface ListFreeSlots {
  service: CompiledService;
  /** ISO; from the first day on which the service takes people when absent. */
  from?: string;
  /** How many days are looked through, 42 at most. */
  days: number;
  placeId?: PlaceId;
}

/**
 * Lists the free times of a service, day by day; days without any are left out.
 *
 * Guarantee: costs by the days looked through, whatever was booked before; people choose between the notice and the furthest day of
 *   the definition, staff from now on.
 * Errors: not-found — the service asks for no appointment.
 */
export function listFreeSlots(ctx: DeskContext, input: ListFreeSlots): Promise<FreeDay[]> {
  return readAs(ctx, 'appointment.read', async (sql) => {
    const { days, placeId } = input;
    const window = windowOf(ctx, input.service);
    const rows = await hoursOf(sql, { service: input.service, placeId });
    const [zone] = rows.map(({ timeZone }) => timeZone);
    if (zone === undefined) return [];
    const first = dayAt(zone, window.opensAt);
    const from = input.from !== undefined && input.from > first ? input.from : first;
    const wanted = Array.from({ length: Math.min(42, Math.max(1, days)) }, (_, index) =>
      dayAfter(from, index),
    );
    const closed = await closedDays(sql, from, wanted.at(-1) ?? from);
    const taken = await takenSeats(sql, rows, from, wanted.at(-1) ?? from);
    return wanted.flatMap((day) => {
      const open = rows.filter((row) => !closed.has(`${row.placeId} ${day}`));
      const slots = slotsOfDay(open, day, ctx.closures?.known).flatMap((slot): FreeSlot[] => {
        const { seats: _seats, ...facts } = slot;
        const left = freeSeats(slot, taken).length;
        return left === 0 || !isWithin(slot, window) ? [] : [{ ...facts, left }];
      });
      return slots.length === 0 ? [] : [{ day, slots }];
    });
  });
}

/** Finds a time of a place that a service takes people at, with its seats. Errors: invalid — no such time. */
export async function slotAt(
  ctx: DeskContext,
  sql: Tx,
  service: CompiledService,
  { placeId, startsAt }: { placeId: PlaceId; startsAt: Date },
): Promise<Slot> {
  const rows = await hoursOf(sql, { service, placeId });
  const [zone] = rows.map(({ timeZone }) => timeZone);
  const day = zone === undefined ? undefined : dayAt(zone, startsAt);
  const slot =
    day === undefined
      ? undefined
      : slotsOfDay(rows, day, ctx.closures?.known).find(
          (one) => one.startsAt.getTime() === startsAt.getTime(),
        );
  if (!slot || day === undefined || !isWithin(slot, windowOf(ctx, service)))
    throw new DeskError('invalid', 'no-such-slot');
  if ((await closedDays(sql, day, day)).has(`${placeId} ${day}`))
    throw new DeskError('invalid', 'no-such-slot');
  return slot;
}

interface Window {
  opensAt: Date;
  closesAt: Date;
}

function windowOf(ctx: DeskContext, { definition }: CompiledService): Window {
  const { appointment } = definition;
  if (!appointment) throw new DeskError('not-found', 'no-appointment-asked');
  const now = ctx.clock.now().getTime();
  const notice = ctx.actor.kind === 'staff' ? 0 : appointment.noticeHours * hour;
  return { opensAt: new Date(now + notice), closesAt: new Date(now + appointment.daysMax * dayMs) };
}

function isWithin({ startsAt }: Slot, { opensAt, closesAt }: Window): boolean {
  return startsAt >= opensAt && startsAt <= closesAt;
}

function freeSeats(slot: Slot, taken: Taken): number[] {
  const near = (taken.get(slot.placeId) ?? []).filter(
    ({ startsAt, endsAt }) => startsAt < slot.endsAt && endsAt > slot.startsAt,
  );
  return slot.seats.filter((seat) => !near.some((one) => one.seat === seat));
}
