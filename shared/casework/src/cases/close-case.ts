import { DeskError, type ReplyId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import { endPause } from '../clocks/end-pause.ts';
import { stopClocks } from '../clocks/stop-clocks.ts';
import { todayOf } from '../clocks/today.ts';
import type { DeskContext } from '../context.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';
import { identityProofOf } from '../people/identity-proof.ts';
import { fillWords } from './fill-words.ts';
import { lockCase, requireHeld } from './lock-case.ts';
import { writeReply } from './write-reply.ts';

export interface CloseCase {
  reference: string;
  outcome: string;
  /** The words told to the person; absent means the outcome's own words. At most 4,000 characters. */
  words?: string;
}

export type Closure =
  | { kind: 'closed'; outcome: string; replyId: ReplyId }
  | { kind: 'already'; outcome: string };

const wordsMax = 4000;

/**
 * Closes a case with an outcome and stages the reply that tells the person.
 *
 * Guarantee: one closure a case; repeating changes nothing; clocks stop, the assignment ends and the reply is staged in
 *   the same transaction; retention starts from the outcome's rule.
 * Errors: not-found; not-allowed — someone else holds it; invalid — not an outcome of this service,
 *   words too long, or identity that the service asks for and this outcome takes was not proven.
 */
export async function closeCase(ctx: DeskContext, input: CloseCase): Promise<Closure> {
  return transact<Closure>(ctx, 'case.close', async (tx) => {
    const found = await lockCase(tx, input.reference);
    if (found.closedAs !== null) return tx.unchanged({ kind: 'already', outcome: found.closedAs });
    requireHeld(ctx, found);
    const service = ctx.catalogue.find(found.serviceCode, found.serviceVersion);
    const outcome = service?.definition.outcomes.find(({ key }) => key === input.outcome);
    if (!outcome) throw new DeskError('invalid', 'unknown-outcome');
    const level = service?.definition.who.identity ?? 'declared';
    if (level !== 'declared' && !outcome.unproven && (await identityProofOf(tx.sql, found.id)) === null)
      throw new DeskError('invalid', 'identity-not-proven');
    const words = fillWords(input.words?.trim() || outcome.words[found.language], {
      reference: found.reference,
      service: service?.definition.name[found.language] ?? found.serviceCode,
    });
    if (words.length > wordsMax)
      throw new DeskError('invalid', 'words-too-long', { params: { max: wordsMax } });
    if (ctx.actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
    await endPause(tx, found.id);
    await stopClocks(tx, found.id, ['decide', 'legal']);
    await tx.sql`delete from queue_entry where case_id = ${found.id}`;
    await tx.sql`update assignment set ended_at = ${tx.now}, ended_why = 'closed' where case_id = ${found.id} and ended_at is null`;
    const retainUntil = yearsAfter(todayOf(tx.now), outcome.retention.years);
    await tx.sql`
      insert into case_closure (case_id, staff_id, outcome, closed_at, retain_until, disposal)
      values (${found.id}, ${ctx.actor.staffId}, ${outcome.key}, ${tx.now}, ${retainUntil}, ${outcome.retention.then})`;
    const key = unwrapDataKey(ctx.keyring, `case:${found.id}`, found.dataKey);
    const replyId = await writeReply(tx, found, key, 'decision', words);
    await tx.stage('correspondence.send', { replyId });
    return tx.record(
      {
        subject: { kind: 'case', id: found.id },
        kind: 'case.closed',
        data: { outcome: outcome.key, replyId },
      },
      { kind: 'closed', outcome: outcome.key, replyId },
    );
  });
}

/** Whole years; 29 February ends on 1 March, a day later rather than earlier. */
function yearsAfter(day: string, years: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCFullYear(at.getUTCFullYear() + Math.floor(years), at.getUTCMonth() + Math.round((years % 1) * 12));
  return at.toISOString().slice(0, 10);
}
