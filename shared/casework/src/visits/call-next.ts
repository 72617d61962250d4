import { type CounterId, DeskError, type VisitId } from '@guichet/kernel';
import { type DeskTx, transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import type { Family } from './families.ts';
import { lockOwnCounter, type LockedCounter, staffIdOf } from './staff-at.ts';
import { moveTo } from './visit-state.ts';

export type CalledNext = { kind: 'called' | 'at-hand'; visitId: VisitId } | { kind: 'empty' };

/**
 * Calls the person whose turn it is to the clerk's counter.
 *
 * Guarantee: two clerks never call one person; a second press gives the person called by the first; the order is who has waited
 *   longest, where whoever goes first counts some minutes more (`putInLine`), then the ticket given first.
 * Errors: not-allowed; conflict — the clerk sits at no counter, or it is marked absent.
 */
export async function callNext(ctx: DeskContext): Promise<CalledNext> {
  return transact<CalledNext>(ctx, 'counter.serve', async (tx) => {
    const counter = await lockOwnCounter(ctx, tx);
    const atHand = await visitAtCounter(tx, counter.id);
    if (atHand) return tx.unchanged({ kind: 'at-hand', visitId: atHand });
    if (counter.isAbsent) throw new DeskError('conflict', 'counter-absent');
    const next = await claimNext(tx, counter);
    if (!next) return tx.unchanged({ kind: 'empty' });
    await moveTo(tx, next, { ...next, state: 'called', counterId: counter.id, staffId: staffIdOf(ctx) });
    return tx.record(
      { subject: { kind: 'visit', id: next.id }, kind: 'visit.called', data: { counter: counter.name } },
      { kind: 'called', visitId: next.id },
    );
  });
}

/** Finds who is called to a counter or served there. */
export async function visitAtCounter(tx: DeskTx, counterId: CounterId): Promise<VisitId | undefined> {
  const [row] = await tx.sql<[{ visitId: VisitId }?]>`
    select visit_id from visit_period where counter_id = ${counterId} and to_at is null and state in ('called', 'serving')`;
  return row?.visitId;
}

interface Claimed {
  id: VisitId;
  placeId: LockedCounter['placeId'];
  day: string;
  family: Family;
}

/** Claim: the first person of today's line whom no other clerk is calling; both rows are held until the commit. */
async function claimNext(tx: DeskTx, counter: LockedCounter): Promise<Claimed | undefined> {
  const [row] = await tx.sql<[Claimed?]>`
    select v.id, v.place_id, v.day::text as day, p.family from visit_period p join visit v on v.id = p.visit_id
    where p.place_id = ${counter.placeId} and p.day = ${counter.today} and p.to_at is null and p.state = 'waiting'
      and (p.counter_id is null or p.counter_id = ${counter.id})
      and (p.counter_id = ${counter.id} or ${counter.families.length === 0} or p.family = any (${counter.families as string[]}::text[]))
    order by p.ranks_at, p.visit_id limit 1 for update of p, v skip locked`;
  return row;
}
