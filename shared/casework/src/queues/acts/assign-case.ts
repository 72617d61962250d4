import { DeskError, newId, type StaffId } from '@guichet/kernel';
import { transact } from '../../audit/transact.ts';
import { lockCase, requireHeld, requireNotProposed } from '../../cases/lock-case.ts';
import { requireSeen } from '../../cases/seen/version-of.ts';
import type { DeskContext } from '../../context.ts';
import { stateOf, type StateBefore } from './state-before.ts';

export interface AssignCase {
  reference: string;
  to: StaffId;
}

export type Assigned = { kind: 'assigned'; before: StateBefore } | { kind: 'already' };

/**
 * Gives a case to a person of its team, out of its order in the queue or out of a colleague's hands.
 *
 * Guarantee: held by one person; repeating changes nothing. Errors: not-found; not-allowed — a colleague holds it and the actor is no
 *   supervisor; conflict — it is closed; invalid — who should hold it does not work for its team.
 */
export function assignCase(ctx: DeskContext, { reference, to }: AssignCase): Promise<Assigned> {
  return transact<Assigned>(ctx, 'case.assign', async (tx) => {
    const found = await lockCase(tx, reference);
    if (found.closedAs !== null) throw new DeskError('conflict', 'case-closed');
    if (found.heldBy === to) return tx.unchanged({ kind: 'already' });
    if (found.heldBy !== null) requireHeld(ctx, found);
    requireNotProposed(found);
    await requireSeen(tx, found.id);
    const [works] = await tx.sql`
      select 1 from staff s where s.id = ${to} and s.disabled_at is null
        and exists (select 1 from staff_team t where t.staff_id = s.id and t.team = ${found.team})
        and exists (select 1 from staff_role r where r.staff_id = s.id and r.role in ('agent', 'supervisor'))`;
    if (!works) throw new DeskError('invalid', 'not-of-the-team');
    await tx.sql`delete from queue_entry where case_id = ${found.id}`;
    await tx.sql`update assignment set ended_at = ${tx.now}, ended_why = 'reassigned' where case_id = ${found.id} and ended_at is null`;
    await tx.sql`insert into assignment (id, case_id, staff_id, started_at) values (${newId()}, ${found.id}, ${to}, ${tx.now})`;
    return tx.record(
      { subject: { kind: 'case', id: found.id }, kind: 'case.assigned', data: { to, from: found.heldBy } },
      { kind: 'assigned', before: stateOf(found) },
    );
  });
}
