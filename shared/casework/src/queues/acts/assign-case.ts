import { DeskError, type StaffId } from '@guichet/kernel';
import { transact } from '../../audit/transact.ts';
import { leaveQueue } from '../../cases/leave-queue.ts';
import { lockCase, requireHeld, requireNotProposed } from '../../cases/lock-case.ts';
import { requireSeen } from '../../cases/seen/version-of.ts';
import type { DeskContext } from '../../context.ts';
import { handCase } from '../hand-case.ts';
import { type ActBegun, keepActed } from './keep-acted.ts';
import { requireAble } from './require-able.ts';
import { worksFor } from './works-for.ts';

export interface AssignCase {
  reference: string;
  to: StaffId;
  /** The act on several cases that this is a part of. */
  act?: ActBegun;
}

export type Assigned =
  /** `isOver`: who holds it now holds more cases than they should, as a supervisor may decide. */
  { kind: 'assigned'; isOver: boolean } | { kind: 'already' };

/**
 * Gives a case to a person of its team, out of its order in the queue or out of a colleague's hands.
 *
 * Guarantee: held by one person; repeating changes nothing; what one may look at, and who is here, hold for whoever gives it out.
 * Errors: not-found; not-allowed — a colleague holds it and the actor is no supervisor; conflict — it is closed, just taken, they declared
 *   an interest in it, are away, or hold as many as they may and the actor is no supervisor; invalid — who should hold it does not work for
 *   its team, or may not look as far into a life.
 * Source: decision 0026
 */
export function assignCase(ctx: DeskContext, { reference, to, act }: AssignCase): Promise<Assigned> {
  return transact<Assigned>(ctx, 'case.assign', async (tx) => {
    const found = await lockCase(tx, reference);
    if (found.closedAs !== null) throw new DeskError('conflict', 'case-closed');
    if (found.heldBy === to) return tx.unchanged({ kind: 'already' });
    if (found.heldBy !== null) requireHeld(ctx, found);
    requireNotProposed(found);
    await requireSeen(tx, found.id);
    if (!(await worksFor(tx, to, found.team))) throw new DeskError('invalid', 'not-of-the-team');
    const [interest] = await tx.sql`
      select 1 from case_skip where case_id = ${found.id} and staff_id = ${to} and why = 'conflict-of-interest'`;
    if (interest) throw new DeskError('conflict', 'has-an-interest');
    const { isOver } = await requireAble(ctx, tx, found, to);
    await leaveQueue(tx, found);
    await tx.sql`update assignment set ended_at = ${tx.now}, ended_why = 'reassigned' where case_id = ${found.id} and ended_at is null`;
    await handCase(ctx, tx, { caseId: found.id, staffId: to });
    const assigned = await tx.record<Assigned>(
      {
        subject: { kind: 'case', id: found.id },
        kind: 'case.assigned',
        data: { to, from: found.heldBy, ...(isOver ? { isOver } : {}) },
      },
      { kind: 'assigned', isOver },
    );
    await keepActed(ctx, tx, act, found, { team: found.team, heldBy: to });
    return assigned;
  });
}
