import { DeskError, type VisitId } from '@guichet/kernel';
import { type DeskTx, transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { shownDraft } from './shown-answers.ts';
import type { ScreenCheckId } from './show-on-screen.ts';
import { lockOwnCounter } from './staff-at.ts';

export type ScreenAnswer = 'right' | 'wrong';

/**
 * Takes what a person says of the answers shown to them, from the screen before them.
 *
 * Guarantee: only of the answers as they stand; the screen's own counter only; a second press changes nothing, another answer does.
 * Errors: not-found; conflict — the answers changed, or the visit went on
 */
export async function answerScreen(
  ctx: DeskContext,
  input: { checkId: ScreenCheckId; answer: ScreenAnswer },
): Promise<{ kind: 'answered' | 'already' }> {
  const { actor } = ctx;
  if (actor.kind !== 'device') throw new DeskError('not-allowed', 'not-allowed');
  return transact<{ kind: 'answered' | 'already' }>(ctx, 'screen.answer', async (tx) => {
    const check = await lockCheck(tx, input.checkId);
    if (check.counterId !== actor.counterId) throw new DeskError('not-found', 'no-such-visit');
    if (check.answer === input.answer) return tx.unchanged({ kind: 'already' });
    const draft = check.ended ? undefined : await shownDraft(ctx, tx.sql, check.form);
    if (!draft?.hash.equals(check.shownHash)) throw new DeskError('conflict', 'answers-changed');
    return write(tx, input.checkId, check.visitId, input.answer, 'screen');
  });
}

/**
 * Notes that a person said aloud that the answers read to them are right, or not.
 *
 * Guarantee: only of the answers that were shown, as long as they stand, of that form and at the clerk's own counter; an act of the
 *   clerk, told apart from a person's own touch; repeating changes nothing.
 * Errors: not-found; conflict — the answers changed since they were shown, or the visit went on
 */
export async function noteSaid(
  ctx: DeskContext,
  input: { form: string; checkId: ScreenCheckId; answer: ScreenAnswer },
): Promise<{ kind: 'answered' | 'already' }> {
  return transact<{ kind: 'answered' | 'already' }>(ctx, 'counter.serve', async (tx) => {
    const counter = await lockOwnCounter(ctx, tx);
    const check = await lockCheck(tx, input.checkId);
    if (check.form !== input.form || check.counterId !== counter.id)
      throw new DeskError('not-found', 'no-such-visit');
    const draft = check.ended ? undefined : await shownDraft(ctx, tx.sql, check.form);
    if (!draft?.hash.equals(check.shownHash)) throw new DeskError('conflict', 'answers-changed');
    if (check.answer === input.answer) return tx.unchanged({ kind: 'already' });
    return write(tx, input.checkId, check.visitId, input.answer, 'oral');
  });
}

interface LockedCheck {
  visitId: VisitId;
  counterId: string;
  form: string;
  shownHash: Buffer;
  answer: ScreenAnswer | null;
  ended: boolean;
}

async function lockCheck(tx: DeskTx, id: ScreenCheckId): Promise<LockedCheck> {
  const [row] = await tx.sql<[LockedCheck?]>`
    select k.visit_id, k.counter_id, r.form, k.shown_hash, k.answer, k.ended_at is not null as ended
    from screen_check k join visit_request r on r.id = k.request_id where k.id = ${id} for update of k`;
  if (!row) throw new DeskError('not-found', 'no-such-visit');
  return row;
}

async function write(
  tx: DeskTx,
  id: ScreenCheckId,
  visitId: VisitId,
  answer: ScreenAnswer,
  how: 'screen' | 'oral',
) {
  await tx.sql`
    update screen_check set answer = ${answer}, answered_at = ${tx.now}, answered_how = ${how} where id = ${id}`;
  return tx.record(
    { subject: { kind: 'visit', id: visitId }, kind: 'visit.answers-told', data: { answer, how } },
    { kind: 'answered' as const },
  );
}
