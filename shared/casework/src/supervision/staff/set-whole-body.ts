import { DeskError, type StaffId } from '@guichet/kernel';
import { type DeskTx, transact } from '../../audit/transact.ts';
import { requirePerson } from '../../audit/require-person.ts';
import type { DeskContext } from '../../context.ts';
import { answersForAll, requireManaged } from './require-managed.ts';

/**
 * Has a supervisor answer for the whole body, or for their teams alone again.
 *
 * Guarantee: only who answers for it gives it, and never to themself: the installation gave the first. Safe to repeat. Gives whether it was this call.
 * Errors: not-found; not-allowed — one's own account, or the actor does not answer for the whole body; invalid — no supervisor.
 * Source: decision 0032
 */
export function setWholeBody(ctx: DeskContext, staffId: StaffId, answers: boolean): Promise<boolean> {
  return transact(ctx, 'staff.write', async (tx) => {
    requirePerson(ctx);
    await requireManaged(ctx, tx, staffId);
    if (!(await answersForAll(tx))) throw new DeskError('not-allowed', 'not-allowed');
    const [supervises] = await tx.sql`
      select 1 from staff_role r join staff s on s.id = r.staff_id
      where r.staff_id = ${staffId} and r.role = 'supervisor' and s.disabled_at is null`;
    if (answers && !supervises) throw new DeskError('invalid', 'no-supervisor');
    const by = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null;
    const done = answers
      ? await tx.sql`
          insert into whole_body (staff_id, given_by, given_at) values (${staffId}, ${by}, ${tx.now}) on conflict do nothing`
      : await tx.sql`delete from whole_body where staff_id = ${staffId}`;
    if (done.count === 0) return tx.unchanged(false);
    return tx.record(
      {
        subject: { kind: 'staff', id: staffId },
        kind: answers ? 'staff.whole-body-given' : 'staff.whole-body-withdrawn',
      },
      true,
    );
  });
}

/** Takes the whole body from who supervises no more: it does not come back with the role. */
export async function endWholeBody(tx: DeskTx, staffId: StaffId): Promise<void> {
  const { count } = await tx.sql`delete from whole_body where staff_id = ${staffId}`;
  if (count > 0)
    await tx.note({ subject: { kind: 'staff', id: staffId }, kind: 'staff.whole-body-withdrawn' });
}
