import { canonicalJson, DeskError, type Id, newId, type VisitId, type VisitRequestId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { shownDraft } from './shown-answers.ts';
import { lockOwnCounter, staffIdOf } from './staff-at.ts';

export type ScreenCheckId = Id<'screen-check'>;

/**
 * Shows the answers of a request to its person, on the screen before the clerk's counter.
 *
 * Guarantee: of the visit being served there and no other; what was confirmed before of other answers counts no more; repeating
 *   with the same answers changes nothing; the event holds no answer.
 * Errors: not-found; conflict — the person is not at the clerk's counter, or other answers stand than `kept`
 */
export async function showOnScreen(
  ctx: DeskContext,
  form: string,
  /** What the clerk kept and has before them; absent means what stands. */
  kept?: Record<string, unknown>,
): Promise<{ kind: 'shown' | 'already'; id: ScreenCheckId }> {
  return transact<{ kind: 'shown' | 'already'; id: ScreenCheckId }>(ctx, 'counter.serve', async (tx) => {
    const counter = await lockOwnCounter(ctx, tx);
    const [request] = await tx.sql<[{ id: VisitRequestId; visitId: VisitId }?]>`
      select r.id, r.visit_id from visit_request r join visit_period p on p.visit_id = r.visit_id and p.to_at is null
      where r.form = ${form} and p.state = 'serving' and p.counter_id = ${counter.id}`;
    const draft = await shownDraft(ctx, tx.sql, form);
    if (!request || !draft || draft.isSubmitted) throw new DeskError('conflict', 'visit-moved-on');
    if (kept && canonicalJson(kept) !== canonicalJson(draft.kept))
      throw new DeskError('conflict', 'answers-changed');
    const [open] = await tx.sql<[{ id: ScreenCheckId; requestId: string; shownHash: Buffer }?]>`
      select id, request_id, shown_hash from screen_check where counter_id = ${counter.id} and ended_at is null`;
    if (open && open.requestId === request.id && open.shownHash.equals(draft.hash))
      return tx.unchanged({ kind: 'already', id: open.id });
    await tx.sql`update screen_check set ended_at = ${tx.now} where counter_id = ${counter.id} and ended_at is null`;
    const id = newId<'screen-check'>();
    await tx.sql`
      insert into screen_check (id, visit_id, request_id, counter_id, shown_hash, shown_at, shown_by)
      values (${id}, ${request.visitId}, ${request.id}, ${counter.id}, ${draft.hash}, ${tx.now}, ${staffIdOf(ctx)})`;
    return tx.record(
      {
        subject: { kind: 'visit', id: request.visitId },
        kind: 'visit.answers-shown',
        data: { counter: counter.name },
      },
      { kind: 'shown', id },
    );
  });
}
