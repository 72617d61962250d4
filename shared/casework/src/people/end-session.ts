import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { tokenHash } from './start-session.ts';

/** Ends a session at once. Safe to repeat. */
export async function endSession(ctx: DeskContext, token: string): Promise<void> {
  return transact(ctx, 'session.end', async (tx) => {
    const [row] = await tx.sql<[{ staffId: string }?]>`
      update staff_session set ended_at = ${tx.now} where token_hash = ${tokenHash(token)} and ended_at is null returning staff_id`;
    if (!row) return tx.unchanged(undefined);
    return tx.record({ subject: { kind: 'staff', id: row.staffId }, kind: 'staff.signed-out' }, undefined);
  });
}
