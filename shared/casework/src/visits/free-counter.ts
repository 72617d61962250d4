import { type CounterId, DeskError } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { visitAtCounter } from './call-next.ts';
import { clearScreen, lockVisit, moveTo, putInLine } from './visit-state.ts';

/**
 * Frees a counter that its clerk left behind, for somebody else to sit at.
 *
 * Guarantee: nobody is lost: who was called goes back to the line with what they waited, who was being served is set aside for any counter of
 *   the place; the screen before it shows nothing more; repeating changes nothing.
 * Errors: not-found; not-allowed — by its own clerk or a supervisor only.
 */
export async function freeCounter(
  ctx: DeskContext,
  counterId: CounterId,
): Promise<{ kind: 'freed' | 'already' }> {
  return transact<{ kind: 'freed' | 'already' }>(ctx, 'counter.serve', async (tx) => {
    const { actor } = ctx;
    const [counter] = await tx.sql<[{ name: string }?]>`
      select name from counter where id = ${counterId} for no key update`;
    if (!counter) throw new DeskError('not-found', 'no-such-counter');
    const [shift] = await tx.sql<[{ id: string; staffId: string }?]>`
      select id, staff_id from counter_shift where counter_id = ${counterId} and to_at is null`;
    if (!shift) return tx.unchanged({ kind: 'already' });
    const isOwn = actor.kind === 'staff' && actor.staffId === shift.staffId;
    if (!isOwn && !(actor.kind === 'staff' && actor.roles.includes('supervisor')))
      throw new DeskError('not-allowed', 'not-allowed');
    const visitId = await visitAtCounter(tx, counterId);
    const visit = visitId && (await lockVisit(tx, visitId));
    if (visit?.counterId === counterId) {
      const { family } = visit;
      if (visit.state === 'called') await putInLine(tx, visit, { family });
      else await moveTo(tx, visit, { state: 'on-hold', family });
      await clearScreen(tx, visit.id);
      await tx.note({
        subject: { kind: 'visit', id: visit.id },
        kind: visit.state === 'called' ? 'visit.returned' : 'visit.held',
        data: { freed: counter.name },
      });
    }
    await tx.sql`update counter_shift set to_at = ${tx.now} where id = ${shift.id}`;
    await tx.sql`update counter_absence set to_at = ${tx.now} where counter_id = ${counterId} and to_at is null`;
    return tx.record(
      {
        subject: { kind: 'counter', id: counterId },
        kind: 'counter.freed',
        data: { name: counter.name, staffId: shift.staffId },
      },
      { kind: 'freed' },
    );
  });
}
