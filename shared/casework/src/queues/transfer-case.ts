import { DeskError, newId, type TaskId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import { leaveQueue } from '../cases/leave-queue.ts';
import { lockCase, requireHeld, requireNotProposed } from '../cases/lock-case.ts';
import { requireSeen } from '../cases/seen/version-of.ts';
import { todayOf } from '../clocks/today.ts';
import type { DeskContext } from '../context.ts';
import { type ActBegun, keepActed } from './acts/keep-acted.ts';
import { newDataKey, unwrapDataKey } from '../privacy/case-key.ts';

export interface TransferCase {
  reference: string;
  /** The team that goes on with it. */
  team: string;
  /** Why; 3 to 1,000 characters. */
  reason: string;
  /** ISO day on which whoever gives it away looks at what became of it. */
  followUpOn?: string;
  /** The act on several cases that this is a part of. */
  act?: ActBegun;
}

export type Transfer = { kind: 'transferred'; followUp: TaskId | null } | { kind: 'already' };

/**
 * Gives a case to another team: it waits in their queue in the place that its promise gives it.
 *
 * Guarantee: what was promised stays promised; the reason is sealed; the follow-up is a task of the team that gives it away; what is left to
 *   do on it goes along; repeating is harmless.
 * Errors: not-found; not-allowed — someone else holds it; conflict — it is closed; invalid — no such team, no reason, or a day that is past.
 */
export async function transferCase(ctx: DeskContext, input: TransferCase): Promise<Transfer> {
  return transact<Transfer>(ctx, 'case.transfer', async (tx) => {
    const reason = requireTransferReason(input.reason);
    const followUpOn = input.followUpOn || null;
    if (followUpOn !== null && !(/^\d{4}-\d{2}-\d{2}$/.test(followUpOn) && followUpOn >= todayOf(tx.now)))
      throw new DeskError('invalid', 'task-day-wrong');
    if (ctx.actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
    const [team] = await tx.sql`select 1 from team where code = ${input.team}`;
    if (!team) throw new DeskError('invalid', 'no-such-team');
    const found = await lockCase(tx, input.reference);
    if (found.closedAs !== null) throw new DeskError('conflict', 'case-closed');
    if (found.team === input.team) return tx.unchanged({ kind: 'already' });
    if (found.heldBy !== null) requireHeld(ctx, found);
    requireNotProposed(found);
    await requireSeen(tx, found.id);
    const id = newId<'transfer'>();
    const key = unwrapDataKey(ctx.keyring, `case:${found.id}`, found.dataKey);
    await tx.sql`
      insert into case_transfer (id, case_id, from_team, to_team, sealed, follow_up_on, at, staff_id)
      values (${id}, ${found.id}, ${found.team}, ${input.team}, ${key.seal(`transfer:${id}`, { words: reason })},
        ${followUpOn}, ${tx.now}, ${ctx.actor.staffId})`;
    const followUp = followUpOn === null ? null : newId<'task'>();
    if (followUp !== null) {
      // Sealed by a key of its own: whoever follows up may not see the case any more.
      const { wrapped, key: own } = newDataKey(ctx.keyring, `task:${followUp}`);
      await tx.sql`
        insert into task (id, kind, team, case_id, reference, data_key, sealed, due_on, made_by, created_at)
        values (${followUp}, 'follow-up', ${found.team}, ${found.id}, ${found.reference}, ${wrapped},
          ${own.seal('content', { team: input.team })}, ${followUpOn}, ${ctx.actor.staffId}, ${tx.now})`;
    }
    await leaveQueue(tx, found);
    await tx.sql`update assignment set ended_at = ${tx.now}, ended_why = 'reassigned' where case_id = ${found.id} and ended_at is null`;
    if (found.pausedAt === null)
      await tx.sql`
        insert into queue_entry (case_id, team, class, due_at, deposited_at)
        values (${found.id}, ${input.team}, class_in_team(${found.id}, ${input.team}), ${found.dueAt}, ${found.depositedAt})`;
    const transfer = await tx.record(
      {
        subject: { kind: 'case', id: found.id },
        kind: 'case.transferred',
        data: { from: found.team, to: input.team },
      },
      { kind: 'transferred' as const, followUp },
    );
    await keepActed(ctx, tx, input.act, found, { team: input.team, heldBy: null });
    const [moved] = await tx.sql<
      [{ done: boolean }]
    >`select move_case(${found.id}, ${found.team}, ${input.team}) as done`;
    if (!moved.done) throw new DeskError('not-allowed', 'not-allowed');
    return transfer;
  });
}

/** Gives a reason without the blanks around it. Errors: invalid — none, or too long. */
export function requireTransferReason(typed: string): string {
  const reason = typed.trim();
  if (reason.length < 3 || reason.length > 1000)
    throw new DeskError('invalid', 'reason-missing', { params: { min: 3, max: 1000 } });
  return reason;
}
