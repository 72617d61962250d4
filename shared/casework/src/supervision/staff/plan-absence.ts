import { DeskError, type Id, newId, type StaffId } from '@guichet/kernel';
import { transact } from '../../audit/transact.ts';
import { instantOn } from '../../clocks/instant-on.ts';
import { todayOf } from '../../clocks/today.ts';
import type { DeskContext } from '../../context.ts';
import { isDay } from '../publish-service.ts';

export interface PlanAbsence {
  staffId: StaffId;
  /** First and last day away, ISO. */
  fromOn: string;
  toOn: string;
}

/**
 * Writes down when a colleague is away: their cases go back to the queue when it begins, and *take next* gives them nothing until it ends.
 *
 * Guarantee: the same days twice are one absence. Gives whether it was this call.
 * Errors: not-found; invalid — no days, in the wrong order, gone by, or more than two years.
 */
export async function planAbsence(
  ctx: DeskContext,
  { staffId, fromOn, toOn }: PlanAbsence,
): Promise<boolean> {
  const today = todayOf(ctx.clock.now());
  if (!isDay(fromOn) || !isDay(toOn) || toOn < fromOn || toOn < today || yearsBetween(fromOn, toOn) > 2)
    throw new DeskError('invalid', 'absence-days');
  return transact(ctx, 'staff.write', async (tx) => {
    if (ctx.actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
    const [known] = await tx.sql<[{ same: boolean }?]>`
      select exists (select 1 from absence b where b.staff_id = s.id and b.from_on = ${fromOn} and b.to_on = ${toOn}
        and b.cancelled_at is null) as same
      from staff s where s.id = ${staffId} for update of s`;
    if (!known) throw new DeskError('not-found', 'no-such-staff');
    if (known.same) return tx.unchanged(false);
    await tx.sql`
      insert into absence (id, staff_id, from_on, to_on, set_by, set_at)
      values (${newId<'absence'>()}, ${staffId}, ${fromOn}, ${toOn}, ${ctx.actor.staffId}, ${tx.now})`;
    const begins = instantOn(fromOn, 0);
    await tx.stage('casework.return-held', { staffId }, begins > tx.now ? begins : tx.now);
    return tx.record(
      { subject: { kind: 'staff', id: staffId }, kind: 'staff.absence-set', data: { fromOn, toOn } },
      true,
    );
  });
}

/** Takes an absence back; who it was about works again at once. Safe to repeat. Errors: not-found */
export function cancelAbsence(ctx: DeskContext, id: Id<'absence'>): Promise<boolean> {
  return transact(ctx, 'staff.write', async (tx) => {
    const [row] = await tx.sql<
      [{ staffId: StaffId; fromOn: string; toOn: string; cancelledAt: Date | null }?]
    >`
      select staff_id, from_on::text, to_on::text, cancelled_at from absence where id = ${id} for update`;
    if (!row) throw new DeskError('not-found', 'no-such-absence');
    if (row.cancelledAt !== null) return tx.unchanged(false);
    await tx.sql`update absence set cancelled_at = ${tx.now} where id = ${id}`;
    const { fromOn, toOn } = row;
    return tx.record(
      {
        subject: { kind: 'staff', id: row.staffId },
        kind: 'staff.absence-cancelled',
        data: { fromOn, toOn },
      },
      true,
    );
  });
}

function yearsBetween(from: string, to: string): number {
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4));
}
