import { DeskError, isDeskError, type Reference } from '@guichet/kernel';
import { transact } from '../../audit/transact.ts';
import { enqueue } from '../../cases/enqueue.ts';
import { leaveQueue } from '../../cases/leave-queue.ts';
import { lockCase, requireNotProposed } from '../../cases/lock-case.ts';
import { as, type DeskContext } from '../../context.ts';
import { handCase } from '../hand-case.ts';
import { type ActedCase, type ActedOn, type QueueActId, undoMs } from './act-on-cases.ts';

/**
 * Puts the cases of an act back where they were; the history keeps both, the act and that it was undone.
 *
 * Guarantee: by who did it only, once, and each case only while it is as the act left it: nobody's work is undone with it.
 * Errors: gone — done more than ten minutes ago, undone already, or another's.
 */
export async function undoAct(ctx: DeskContext, id: QueueActId): Promise<ActedOn[]> {
  const cases = await claimAct(ctx, id);
  const outcome: ActedOn[] = [];
  for (const one of cases) {
    try {
      await putBack(ctx, id, one);
      outcome.push({ reference: one.reference, outcome: 'done' });
    } catch (why) {
      if (!isDeskError(why) || why.code === 'not-now' || why.code === 'broken') throw why;
      outcome.push({ reference: one.reference, outcome: 'refused', why });
    }
  }
  return outcome;
}

/** Marks the act undone before its cases are: twice at once, one finds it gone. */
function claimAct(ctx: DeskContext, id: QueueActId): Promise<ActedCase[]> {
  return transact(ctx, 'queue.act', async (tx) => {
    const since = new Date(tx.now.getTime() - undoMs);
    const [act] = await tx.sql<[{ cases: ActedCase[] }?]>`
      update queue_act set undone_at = ${tx.now} where id = ${id} and undone_at is null and done_at > ${since} returning cases`;
    if (!act) throw new DeskError('gone', 'act-not-undone');
    return tx.unchanged(act.cases);
  });
}

function putBack(
  ctx: DeskContext,
  actId: QueueActId,
  { reference, before, after }: ActedCase,
): Promise<Reference> {
  const { actor } = ctx;
  if (actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
  // A case that they moved away is another team's by now; the act they own is what lets them reach it.
  const reaching = as(ctx, { ...actor, teams: [...new Set([...actor.teams, before.team, after.team])] });
  return transact(reaching, 'queue.act', async (tx) => {
    const found = await lockCase(tx, reference);
    requireNotProposed(found);
    const isAsLeft = found.closedAs === null && found.team === after.team && found.heldBy === after.heldBy;
    if (!isAsLeft) throw new DeskError('conflict', 'conflict');
    await leaveQueue(tx, found);
    await tx.sql`update assignment set ended_at = ${tx.now}, ended_why = 'reassigned' where case_id = ${found.id} and ended_at is null`;
    if (before.team !== after.team) {
      await tx.sql`update cases set team = ${before.team}, queue_class = ${before.queueClass} where id = ${found.id}`;
      await tx.sql`update task set team = ${before.team} where case_id = ${found.id} and done_at is null and kind <> 'follow-up'`;
    }
    if (before.heldBy !== null) await handCase(ctx, tx, { caseId: found.id, staffId: before.heldBy });
    else if (found.pausedAt === null) await enqueue(tx, found.id);
    return tx.record(
      {
        subject: { kind: 'case', id: found.id },
        kind: 'case.put-back',
        data: { actId, team: before.team, heldBy: before.heldBy },
      },
      reference,
    );
  });
}
