import { DeskError, newId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { visitAtCounter } from './call-next.ts';
import { lockOwnCounter, staffIdOf } from './staff-at.ts';

export const absenceWhys = ['break', 'back-office', 'closed'] as const;
export type AbsenceWhy = (typeof absenceWhys)[number];

/**
 * Marks the clerk's counter absent: nobody is called to it until it is marked back.
 *
 * Guarantee: repeating changes nothing. Errors: invalid; conflict — a person is at the counter, or the clerk sits at none
 */
export async function setAbsence(ctx: DeskContext, why: AbsenceWhy): Promise<{ kind: 'absent' | 'already' }> {
  return transact<{ kind: 'absent' | 'already' }>(ctx, 'counter.serve', async (tx) => {
    if (!absenceWhys.includes(why)) throw new DeskError('invalid', 'absence-why-missing');
    const counter = await lockOwnCounter(ctx, tx);
    if (counter.isAbsent) return tx.unchanged({ kind: 'already' });
    if (await visitAtCounter(tx, counter.id)) throw new DeskError('conflict', 'counter-busy');
    await tx.sql`
      insert into counter_absence (id, counter_id, why, from_at, staff_id)
      values (${newId()}, ${counter.id}, ${why}, ${tx.now}, ${staffIdOf(ctx)})`;
    return tx.record(
      { subject: { kind: 'counter', id: counter.id }, kind: 'counter.absent', data: { why } },
      { kind: 'absent' },
    );
  });
}

/** Marks the clerk's counter back. Guarantee: repeating changes nothing. Errors: conflict — the clerk sits at none */
export async function endAbsence(ctx: DeskContext): Promise<{ kind: 'back' | 'already' }> {
  return transact<{ kind: 'back' | 'already' }>(ctx, 'counter.serve', async (tx) => {
    const counter = await lockOwnCounter(ctx, tx);
    if (!counter.isAbsent) return tx.unchanged({ kind: 'already' });
    await tx.sql`update counter_absence set to_at = ${tx.now} where counter_id = ${counter.id} and to_at is null`;
    return tx.record(
      { subject: { kind: 'counter', id: counter.id }, kind: 'counter.back' },
      { kind: 'back' },
    );
  });
}
