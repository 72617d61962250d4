import { DeskError, type Language, type VisitId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { visitAtCounter } from './call-next.ts';
import type { Family } from './families.ts';
import { beginVisit } from './open-visit.ts';
import { lockOwnCounter, staffIdOf } from './staff-at.ts';
import { moveTo } from './visit-state.ts';

export interface TakeWalkIn {
  visitId: VisitId;
  family: Family;
  language: Language;
}

/**
 * Serves a person who stands at the counter without a ticket.
 *
 * Guarantee: repeating changes nothing; the history says how many were waiting meanwhile, so that passing a line is seen.
 * Errors: conflict — somebody is at the counter; as `openVisit`.
 */
export async function takeWalkIn(
  ctx: DeskContext,
  input: TakeWalkIn,
): Promise<{ kind: 'serving' | 'already' }> {
  return transact<{ kind: 'serving' | 'already' }>(ctx, 'counter.serve', async (tx) => {
    const counter = await lockOwnCounter(ctx, tx);
    const atHand = await visitAtCounter(tx, counter.id);
    if (atHand === input.visitId) return tx.unchanged({ kind: 'already' });
    if (atHand) throw new DeskError('conflict', 'counter-busy');
    const asked = { ...input, placeId: counter.placeId, how: 'clerk', priority: false } as const;
    const made = await beginVisit(ctx, tx, asked);
    if (made.kind === 'already') return tx.unchanged({ kind: 'already' });
    const [{ waiting }] = await tx.sql<[{ waiting: number }]>`
      select count(*)::int as waiting from visit_period
      where place_id = ${counter.placeId} and day = ${counter.today} and to_at is null and state = 'waiting'`;
    const next = {
      state: 'serving',
      family: input.family,
      counterId: counter.id,
      staffId: staffIdOf(ctx),
    } as const;
    await moveTo(tx, made.visit, next);
    return tx.record(
      {
        subject: { kind: 'visit', id: input.visitId },
        kind: 'visit.walked-in',
        data: { ticket: made.ticket, family: input.family, counter: counter.name, waiting },
      },
      { kind: 'serving' },
    );
  });
}
