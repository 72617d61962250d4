import { DeskError, type VisitId } from '@guichet/kernel';
import { type DeskTx, transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { clearScreen, endPeriod, type VisitEnd } from './visit-state.ts';
import { lockVisitHere } from './staff-at.ts';

/**
 * Ends a visit: its person goes, served, or gives up waiting.
 *
 * Guarantee: repeating changes nothing; each request of it bears the case it became; the screen before the counter is empty.
 * Errors: not-found
 */
export async function endVisit(ctx: DeskContext, visitId: VisitId): Promise<{ kind: VisitEnd | 'already' }> {
  return transact<{ kind: VisitEnd | 'already' }>(ctx, 'counter.serve', async (tx) => {
    const visit = await lockVisitHere(ctx, tx, visitId);
    if (visit.state === undefined) return tx.unchanged({ kind: 'already' });
    const how = visit.state === 'serving' || visit.state === 'on-hold' ? 'served' : 'left';
    await settleRequests(tx, visitId);
    await endAs(tx, visitId, how);
    return tx.record(
      { subject: { kind: 'visit', id: visitId }, kind: 'visit.ended', data: { how } },
      { kind: how },
    );
  });
}

/**
 * Marks that a person called did not come.
 *
 * Guarantee: repeating changes nothing; they may come back the same day (`returnVisit`). Errors: not-found; conflict — not called
 */
export async function markNoShow(
  ctx: DeskContext,
  visitId: VisitId,
): Promise<{ kind: 'no-show' | 'already' }> {
  return transact<{ kind: 'no-show' | 'already' }>(ctx, 'counter.serve', async (tx) => {
    const visit = await lockVisitHere(ctx, tx, visitId);
    if (visit.endedHow === 'no-show') return tx.unchanged({ kind: 'already' });
    if (visit.state !== 'called') throw new DeskError('conflict', 'visit-moved-on');
    await endAs(tx, visitId, 'no-show');
    return tx.record({ subject: { kind: 'visit', id: visitId }, kind: 'visit.no-show' }, { kind: 'no-show' });
  });
}

/** Ends what a person does and the visit with it. */
export async function endAs(tx: DeskTx, visitId: VisitId, how: VisitEnd): Promise<void> {
  await endPeriod(tx, visitId);
  await clearScreen(tx, visitId);
  await tx.sql`update visit set ended_at = ${tx.now}, ended_how = ${how} where id = ${visitId}`;
}

/** Writes beside each request the case that its draft became: drafts go, cases stay. */
export async function settleRequests(tx: DeskTx, visitId: VisitId): Promise<void> {
  await tx.sql`
    update visit_request r set case_id = d.case_id from draft d
    where r.visit_id = ${visitId} and r.form is not null and r.case_id is null and d.case_id is not null
      and d.external_key in ('counter:' || r.form, 'resumed:' || r.form)`;
}
