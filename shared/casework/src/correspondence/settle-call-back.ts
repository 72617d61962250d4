import { DeskError } from '@guichet/kernel';
import { type DeskTx, type Recorded, transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { once } from '../outbox/once.ts';
import { type CallAttemptId, callAttemptRank, type CallAttemptState, talking } from './list-call-attempts.ts';
import type { Outcome } from './settle-delivery.ts';

interface FoundAttempt {
  id: CallAttemptId;
  taskId: string;
  state: CallAttemptState;
  detail: string | null;
}

/**
 * Writes what the provider answered to an attempt to call a person.
 *
 * Guarantee: the state and the effect's ledger row are one transaction; whatever could not be placed is not tried again by
 *   itself: who asked is told, and asks again. Errors: not-found.
 */
export async function settleCallBack(
  ctx: DeskContext,
  outboxId: string,
  attemptId: CallAttemptId,
  outcome: Outcome,
): Promise<void> {
  return transact(ctx, 'reply.deliver', async (tx) => {
    const [attempt] = await tx.sql<[FoundAttempt?]>`
      select id, task_id, state, detail from call_attempt where id = ${attemptId} for update`;
    if (!attempt) throw new DeskError('not-found', 'no-such-attempt', { detail: attemptId });
    const state = { sent: 'placed', unsure: 'unsure', bounced: 'failed', later: 'failed' } as const;
    const news = {
      state: state[outcome.kind],
      ...(outcome.kind === 'sent'
        ? outcome.providerId !== undefined && { providerId: outcome.providerId }
        : { detail: outcome.why }),
    };
    const settled = await once(tx, outboxId, 'correspondence.call-back', () => settle(tx, attempt, news));
    // Marked unsure meanwhile: what is known now is more.
    if (settled.value.kind === 'already' && attempt.state === 'unsure') await settle(tx, attempt, news);
    return tx.unchanged(undefined);
  });
}

/** What each status of the provider tells of a call; a status that tells nothing is not listed. */
const news: Readonly<Record<string, { state: CallAttemptState; detail?: string }>> = {
  // Nobody has hung up: the call is still the one under way.
  'in-progress': { state: 'placed', detail: talking },
  completed: { state: 'answered' },
  busy: { state: 'busy' },
  'no-answer': { state: 'no-answer' },
  canceled: { state: 'no-answer' },
  failed: { state: 'failed' },
};

/**
 * Takes the provider's later news of a call back. Gives whether it changed anything.
 *
 * Guarantee: what is final stays; news in any order, or repeated, ends the same; news of nothing of ours changes nothing.
 */
export async function settleCallBackByProvider(
  ctx: DeskContext,
  input: { providerId: string; attemptId: CallAttemptId; status: string },
): Promise<boolean> {
  const { providerId, attemptId, status } = input;
  return transact(ctx, 'reply.deliver', async (tx) => {
    const told = Object.hasOwn(news, status) ? news[status] : undefined;
    if (told === undefined) return tx.unchanged(false);
    const [attempt] = await tx.sql<[FoundAttempt?]>`
      select id, task_id, state, detail from call_attempt
      where id = ${attemptId} and (provider_id is null or provider_id = ${providerId}) for update`;
    return attempt ? settle(tx, attempt, { ...told, providerId }) : tx.unchanged(false);
  });
}

async function settle(
  tx: DeskTx,
  attempt: FoundAttempt,
  { state, detail, providerId }: { state: CallAttemptState; detail?: string; providerId?: string },
): Promise<Recorded<boolean>> {
  const isTalk = detail === talking && state === attempt.state && attempt.detail !== talking;
  const isMore = isTalk || callAttemptRank[state] > callAttemptRank[attempt.state];
  await tx.sql`
    update call_attempt set state = ${isMore ? state : attempt.state}, provider_id = coalesce(provider_id, ${providerId ?? null}),
      detail = case when ${isMore} then ${detail ?? null} else detail end, settled_at = case when ${isMore} then ${tx.now} else settled_at end
    where id = ${attempt.id}`;
  if (!isMore) return tx.unchanged(false);
  const data = { attemptId: attempt.id };
  const kind = `call-back.${detail === talking ? talking : state}`;
  return tx.record({ subject: { kind: 'task', id: attempt.taskId }, kind, data }, true);
}
