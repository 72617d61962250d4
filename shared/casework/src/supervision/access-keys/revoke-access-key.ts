import { DeskError, type StaffId } from '@guichet/kernel';
import { may } from '../../audit/permissions.ts';
import { type DeskTx, transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import type { AccessKeyId } from './make-access-key.ts';

/**
 * Ends a key at once, by its owner or by who answers for accounts. Safe to repeat. Gives whether it was this call.
 *
 * Errors: not-found — no such key, not of whom it is asked (`ofStaff`), or a colleague's where the actor does not answer for accounts (which looks the same).
 */
export function revokeAccessKey(ctx: DeskContext, id: AccessKeyId, ofStaff?: StaffId): Promise<boolean> {
  return transact(ctx, 'key.make', async (tx) => {
    if (ctx.actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
    const { staffId } = ctx.actor;
    const [key] = await tx.sql<[{ owner: StaffId; revokedAt: Date | null }?]>`
      select staff_id as owner, revoked_at from access_key where id = ${id} for update`;
    if (
      !key ||
      (ofStaff ?? key.owner) !== key.owner ||
      (key.owner !== staffId && !may(ctx.actor, 'staff.write'))
    )
      throw new DeskError('not-found', 'no-such-access-key');
    if (key.revokedAt !== null) return tx.unchanged(false);
    await tx.sql`update access_key set revoked_at = ${tx.now}, revoked_by = ${staffId} where id = ${id}`;
    return tx.record(
      { subject: { kind: 'staff', id: key.owner }, kind: 'access-key.revoked', data: { key: id } },
      true,
    );
  });
}

/** Ends all keys of an account that is being closed, or whose password is being changed. Whoever calls writes the event. */
export async function revokeKeysOf({ actor }: DeskContext, tx: DeskTx, staffId: StaffId): Promise<void> {
  const by = actor.kind === 'staff' ? actor.staffId : staffId;
  await tx.sql`
    update access_key set revoked_at = ${tx.now}, revoked_by = ${by} where staff_id = ${staffId} and revoked_at is null`;
}
