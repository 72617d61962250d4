import { type CounterId, DeskError, newId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { visitAtCounter } from './call-next.ts';
import { staffIdOf } from './staff-at.ts';

/**
 * Seats the clerk at a counter: those they call are called there.
 *
 * Guarantee: one clerk a counter, one counter a clerk; sitting elsewhere leaves the counter before; repeating changes nothing.
 * Errors: not-found; conflict — another clerk sits there, or a person is still at the counter before.
 */
export async function sitAtCounter(
  ctx: DeskContext,
  counterId: CounterId,
): Promise<{ kind: 'seated' | 'already' }> {
  return transact<{ kind: 'seated' | 'already' }>(ctx, 'counter.serve', async (tx) => {
    const staffId = staffIdOf(ctx);
    const [counter] = await tx.sql<[{ name: string }?]>`
      select name from counter where id = ${counterId} for no key update`;
    if (!counter) throw new DeskError('not-found', 'no-such-counter');
    const [seated] = await tx.sql<[{ staffId: string }?]>`
      select staff_id from counter_shift where counter_id = ${counterId} and to_at is null`;
    if (seated?.staffId === staffId) return tx.unchanged({ kind: 'already' });
    if (seated) throw new DeskError('conflict', 'counter-taken');
    const [before] = await tx.sql<[{ counterId: CounterId }?]>`
      select counter_id from counter_shift where staff_id = ${staffId} and to_at is null`;
    if (before && (await visitAtCounter(tx, before.counterId)))
      throw new DeskError('conflict', 'counter-busy');
    await tx.sql`update counter_shift set to_at = ${tx.now} where staff_id = ${staffId} and to_at is null`;
    await tx.sql`
      insert into counter_shift (id, counter_id, staff_id, from_at) values (${newId()}, ${counterId}, ${staffId}, ${tx.now})`;
    await tx.sql`update counter_absence set to_at = ${tx.now} where counter_id = ${counterId} and to_at is null`;
    return tx.record(
      { subject: { kind: 'counter', id: counterId }, kind: 'counter.taken', data: { name: counter.name } },
      { kind: 'seated' },
    );
  });
}

/** Gives the clerk's counter back. Guarantee: repeating changes nothing. Errors: conflict — a person is still there */
export async function leaveCounter(ctx: DeskContext): Promise<{ kind: 'left' | 'already' }> {
  return transact<{ kind: 'left' | 'already' }>(ctx, 'counter.serve', async (tx) => {
    const [shift] = await tx.sql<[{ id: string; counterId: CounterId }?]>`
      select id, counter_id from counter_shift where staff_id = ${staffIdOf(ctx)} and to_at is null for update`;
    if (!shift) return tx.unchanged({ kind: 'already' });
    if (await visitAtCounter(tx, shift.counterId)) throw new DeskError('conflict', 'counter-busy');
    await tx.sql`update counter_shift set to_at = ${tx.now} where id = ${shift.id}`;
    return tx.record(
      { subject: { kind: 'counter', id: shift.counterId }, kind: 'counter.left' },
      { kind: 'left' },
    );
  });
}
