import { type CounterId, DeskError, type PlaceId, type StaffId, type VisitId } from '@guichet/kernel';
import type { DeskTx } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { dayAt } from './day-at.ts';
import type { Family } from './families.ts';
import { type LockedVisit, lockVisit } from './visit-state.ts';

/** Gives who acts, of the staff. Errors: not-allowed */
export function staffIdOf(ctx: DeskContext): StaffId {
  if (ctx.actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
  return ctx.actor.staffId;
}

export interface LockedCounter {
  id: CounterId;
  placeId: PlaceId;
  name: string;
  families: Family[];
  priorityMinutes: number;
  /** Of the place. */
  today: string;
  isAbsent: boolean;
}

/**
 * Locks the counter that the actor sits at for the rest of the transaction: two clicks at one counter wait for each other.
 *
 * Errors: not-allowed; conflict — the actor sits at none.
 */
export async function lockOwnCounter(ctx: DeskContext, tx: DeskTx): Promise<LockedCounter> {
  const staffId = staffIdOf(ctx);
  const [row] = await tx.sql<[(Omit<LockedCounter, 'today'> & { timeZone: string })?]>`
    select c.id, c.place_id, c.name, c.families, p.priority_minutes, p.time_zone,
      exists (select 1 from counter_absence a where a.counter_id = c.id and a.to_at is null) as is_absent
    from counter_shift s join counter c on c.id = s.counter_id join place p on p.id = c.place_id
    where s.staff_id = ${staffId} and s.to_at is null for no key update of c`;
  if (!row) throw new DeskError('conflict', 'no-counter-taken');
  const { timeZone, ...counter } = row;
  return { ...counter, today: dayAt(timeZone, tx.now) };
}

/**
 * Locks a visit of the place where the actor sits at a counter.
 *
 * Errors: not-allowed; not-found — no such visit there; conflict — the actor sits at no counter.
 */
export async function lockVisitHere(ctx: DeskContext, tx: DeskTx, visitId: VisitId): Promise<LockedVisit> {
  const [seat] = await tx.sql<[{ placeId: PlaceId }?]>`
    select c.place_id from counter_shift s join counter c on c.id = s.counter_id
    where s.staff_id = ${staffIdOf(ctx)} and s.to_at is null`;
  if (!seat) throw new DeskError('conflict', 'no-counter-taken');
  const visit = await lockVisit(tx, visitId);
  if (visit.placeId !== seat.placeId) throw new DeskError('not-found', 'no-such-visit');
  return visit;
}
