import { DeskError, isDeskError } from '@guichet/kernel';
import { type DeskTx, transact } from '../../audit/transact.ts';
import { enqueue } from '../../cases/enqueue.ts';
import { leaveQueue } from '../../cases/leave-queue.ts';
import { lockCase, requireNotProposed } from '../../cases/lock-case.ts';
import { versionOf } from '../../cases/seen/version-of.ts';
import { todayOf } from '../../clocks/today.ts';
import { as, type DeskContext } from '../../context.ts';
import { handCase } from '../hand-case.ts';
import { type ActedOn, isFault } from './act-on-cases.ts';
import { type ActedCase, type QueueActId, undoMs } from './keep-acted.ts';
import { worksFor } from './works-for.ts';

/**
 * Puts the cases of an act back where they were; the history keeps both, the act and that it was undone.
 *
 * Guarantee: by who did it only, and each case only while nothing was done on it since: nobody's work is undone with it. What
 *   somebody held who has left or is away meanwhile goes back to the queue. A fault midway
 *   leaves the act, which undoes the rest when asked again.
 * Errors: gone — done more than ten minutes ago, undone already, or another's.
 */
export async function undoAct(ctx: DeskContext, id: QueueActId): Promise<ActedOn[]> {
  const cases = await readAct(ctx, id);
  const outcome: ActedOn[] = [];
  for (const one of cases) {
    const { reference } = one;
    try {
      outcome.push({ reference, outcome: await putBack(ctx, id, one) });
    } catch (why) {
      if (!isDeskError(why) || isFault(why)) throw why;
      outcome.push({ reference, outcome: 'refused', why });
    }
  }
  await endAct(ctx, id);
  return outcome;
}

function readAct(ctx: DeskContext, id: QueueActId): Promise<ActedCase[]> {
  return transact(ctx, 'queue.act', async (tx) => {
    const since = new Date(tx.now.getTime() - undoMs);
    const [act] = await tx.sql<[{ cases: ActedCase[] }?]>`
      select cases from queue_act where id = ${id} and undone_at is null and done_at > ${since}`;
    if (!act) throw new DeskError('gone', 'act-not-undone');
    return tx.unchanged(act.cases);
  });
}

function endAct(ctx: DeskContext, id: QueueActId): Promise<void> {
  return transact(ctx, 'queue.act', async (tx) => {
    await tx.sql`update queue_act set undone_at = ${tx.now} where id = ${id}`;
    return tx.unchanged(undefined);
  });
}

function putBack(
  ctx: DeskContext,
  actId: QueueActId,
  { reference, before, after, version }: ActedCase,
): Promise<'done' | 'already'> {
  const { actor } = ctx;
  if (actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
  // A case that they moved away is another team's by now; the act they own is what lets them reach it.
  const reaching = as(ctx, { ...actor, teams: [...new Set([...actor.teams, before.team, after.team])] });
  return transact<'done' | 'already'>(reaching, 'queue.act', async (tx) => {
    const found = await lockCase(tx, reference);
    if ((await versionOf(tx.sql, found.id)) !== version) {
      const isBack = found.closedAs === null && found.team === before.team && found.heldBy === before.heldBy;
      if (isBack) return tx.unchanged('already');
      throw new DeskError('conflict', 'case-changed');
    }
    requireNotProposed(found);
    await leaveQueue(tx, found);
    await tx.sql`update assignment set ended_at = ${tx.now}, ended_why = 'undone' where case_id = ${found.id} and ended_at is null`;
    if (before.team !== after.team) {
      await tx.sql`update cases set team = ${before.team}, queue_class = ${before.queueClass} where id = ${found.id}`;
      await tx.sql`update task set team = ${before.team} where case_id = ${found.id} and done_at is null and kind <> 'follow-up'`;
    }
    const holder =
      before.heldBy !== null && (await isHere(tx, before.heldBy, before.team)) ? before.heldBy : null;
    if (holder !== null) await handCase(ctx, tx, { caseId: found.id, staffId: holder });
    else if (found.pausedAt === null) await enqueue(tx, found.id);
    return tx.record(
      {
        subject: { kind: 'case', id: found.id },
        kind: 'case.put-back',
        data: { actId, team: before.team, heldBy: holder },
      },
      'done',
    );
  });
}

async function isHere(tx: DeskTx, staffId: string, team: string): Promise<boolean> {
  const today = todayOf(tx.now);
  const [away] = await tx.sql`
    select 1 from absence where staff_id = ${staffId} and cancelled_at is null and from_on <= ${today}::date and to_on >= ${today}::date limit 1`;
  return away === undefined && (await worksFor(tx, staffId, team));
}
