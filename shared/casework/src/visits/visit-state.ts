import { type CounterId, DeskError, type Language, newId, type PlaceId, type VisitId } from '@guichet/kernel';
import type { DeskTx } from '../audit/transact.ts';
import { dayAt } from './day-at.ts';
import type { Family } from './families.ts';

export const visitStates = ['waiting', 'called', 'serving', 'on-hold'] as const;
export type VisitState = (typeof visitStates)[number];
export type VisitEnd = 'served' | 'no-show' | 'left' | 'not-closed';

export interface LockedVisit {
  id: VisitId;
  placeId: PlaceId;
  day: string;
  family: Family;
  letter: string;
  number: number;
  language: Language;
  priority: boolean;
  priorityMinutes: number;
  /** Of who came by appointment: counts as having come so much earlier; null for everybody else. */
  aheadMinutes: number | null;
  /** True on the day of the visit, by the clock of its place. */
  isToday: boolean;
  endedHow: VisitEnd | null;
  /** What the person does now; undefined once the visit ended. */
  state: VisitState | undefined;
  counterId: CounterId | null;
}

/** Locks a visit for the rest of the transaction and gives its state. Errors: not-found */
export async function lockVisit(tx: DeskTx, visitId: VisitId): Promise<LockedVisit> {
  const [row] = await tx.sql<[(Omit<LockedVisit, 'isToday' | 'state'> & { timeZone: string })?]>`
    select v.id, v.place_id, v.day::text as day, v.family, v.letter, v.number, v.language, v.priority, v.ended_how,
      v.ahead_minutes, p.priority_minutes, p.time_zone, null as counter_id
    from visit v join place p on p.id = v.place_id where v.id = ${visitId} for update of v`;
  if (!row) throw new DeskError('not-found', 'no-such-visit');
  const { timeZone, ...visit } = row;
  // Asked once the lock is held: whoever held it before may have moved the person on.
  const [now] = await tx.sql<[{ state: VisitState; counterId: CounterId | null }?]>`
    select state, counter_id from visit_period where visit_id = ${visitId} and to_at is null`;
  return {
    ...visit,
    isToday: dayAt(timeZone, tx.now) === visit.day,
    state: now?.state,
    counterId: now?.counterId ?? null,
  };
}

export interface NextState {
  state: VisitState;
  family: Family;
  counterId?: CounterId | null;
  staffId?: string | null;
}

/** Ends what a person does now, if anything. */
export async function endPeriod(tx: DeskTx, visitId: VisitId): Promise<void> {
  await tx.sql`update visit_period set to_at = ${tx.now} where visit_id = ${visitId} and to_at is null`;
}

/** Ends what a person does and begins what they do next, at the same instant: no time is lost or counted twice. */
export async function moveTo(
  tx: DeskTx,
  visit: Pick<LockedVisit, 'id' | 'placeId' | 'day'>,
  { state, family, counterId = null, staffId = null }: NextState,
): Promise<void> {
  await endPeriod(tx, visit.id);
  await tx.sql`
    insert into visit_period (id, visit_id, place_id, day, state, family, counter_id, staff_id, from_at, calls)
    values (${newId()}, ${visit.id}, ${visit.placeId}, ${visit.day}, ${state}, ${family},
      ${counterId}, ${staffId}, ${tx.now}, ${state === 'called' ? 1 : 0})`;
}

/**
 * Puts a person in the line with the time they have waited already.
 *
 * Guarantee: whoever goes first ranks as if they had come so many minutes earlier and no more: nobody is passed by a person who
 *   came later than that, so nobody starves. Who came by appointment keeps its place, however often they are put back.
 */
export async function putInLine(
  tx: DeskTx,
  visit: Pick<LockedVisit, 'id' | 'placeId' | 'day' | 'priority' | 'priorityMinutes' | 'aheadMinutes'>,
  { family, counterId = null }: { family: Family; counterId?: CounterId | null },
): Promise<void> {
  await endPeriod(tx, visit.id);
  const bonus = visit.aheadMinutes ?? (visit.priority ? visit.priorityMinutes : 0);
  await tx.sql`
    with waited as (
      select coalesce(sum(to_at - from_at), interval '0') as long from visit_period where visit_id = ${visit.id} and state = 'waiting')
    insert into visit_period (id, visit_id, place_id, day, state, family, counter_id, waits_since, ranks_at, from_at)
    select ${newId()}, ${visit.id}, ${visit.placeId}, ${visit.day}, 'waiting', ${family}, ${counterId}, ${tx.now}::timestamptz - long,
      ${tx.now}::timestamptz - long - make_interval(mins => ${bonus}), ${tx.now} from waited`;
}

/** Ends the check on the screen of a counter, if any: it shows nothing more of the person. */
export async function clearScreen(tx: DeskTx, visitId: VisitId): Promise<void> {
  await tx.sql`update screen_check set ended_at = ${tx.now} where visit_id = ${visitId} and ended_at is null`;
}
