import type { Outcome } from '@guichet/catalogue';
import { DeskError, type ReplyId, type StaffId } from '@guichet/kernel';
import type { DeskTx } from '../../audit/transact.ts';
import { endPause } from '../../clocks/end-pause.ts';
import { stopClocks } from '../../clocks/stop-clocks.ts';
import { todayOf } from '../../clocks/today.ts';
import type { DeskContext } from '../../context.ts';
import { unwrapDataKey } from '../../privacy/case-key.ts';
import { endWork } from '../end-work.ts';
import type { LockedCase } from '../lock-case.ts';
import { writeReply } from '../write-reply.ts';
import { yearsAfter } from '../years-after.ts';

export interface Decided {
  outcome: Outcome;
  /** As told to the person. */
  words: string;
  reasons: string | null;
  /** Who proposed it, where another person confirms it. */
  proposedBy: StaffId | null;
}

/**
 * Closes a locked case: its clocks stop, nobody holds it any more and the person is told. Whoever calls writes the event.
 *
 * Guarantee: retention starts from the outcome's rule; the reasons are sealed with the case.
 */
export async function writeClosure(
  ctx: DeskContext,
  tx: DeskTx,
  found: LockedCase,
  { outcome, words, reasons, proposedBy }: Decided,
): Promise<ReplyId> {
  if (ctx.actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
  await endPause(tx, found.id);
  await stopClocks(tx, found.id, ['decide', 'legal']);
  await endWork(tx, found.id);
  const key = unwrapDataKey(ctx.keyring, `case:${found.id}`, found.dataKey);
  const retainUntil = yearsAfter(todayOf(tx.now), outcome.retention.years);
  await tx.sql`
    insert into case_closure (case_id, staff_id, outcome, closed_at, retain_until, disposal, proposed_by, sealed)
    values (${found.id}, ${ctx.actor.staffId}, ${outcome.key}, ${tx.now}, ${retainUntil}, ${outcome.retention.then}, ${proposedBy},
      ${reasons === null ? null : key.seal('closure', { words: reasons })})`;
  const replyId = await writeReply(tx, found, key, 'decision', words);
  await tx.stage('correspondence.send', { replyId });
  const [duplicate] = await tx.sql`
    select 1 from case_link where other_id = ${found.id} and kind = 'duplicate' and tells and ended_at is null limit 1`;
  // Their cases may be another team's by now, which whoever closes this one does not see.
  if (duplicate) await tx.stage('casework.tell-duplicates', { caseId: found.id });
  return replyId;
}
