import { DeskError, type Id, newId, type StaffId } from '@guichet/kernel';
import { type DeskTx, transact } from '../../audit/transact.ts';
import { instantOn } from '../../clocks/instant-on.ts';
import { todayOf } from '../../clocks/today.ts';
import type { DeskContext } from '../../context.ts';
import { isDay } from '../publish-service.ts';
import { answersForAll } from './require-managed.ts';

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
 * Errors: not-found; not-allowed — a colleague with whom the actor shares no team; invalid — no days, in the wrong order, gone by, or more
 *   than two years.
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
    await requireShared(ctx, tx, staffId);
    const made = await tx.sql`
      insert into absence (id, staff_id, from_on, to_on, set_by, set_at)
      values (${newId<'absence'>()}, ${staffId}, ${fromOn}, ${toOn}, ${ctx.actor.staffId}, ${tx.now})
      on conflict (staff_id, from_on, to_on) where cancelled_at is null do nothing`;
    if (made.count === 0) return tx.unchanged(false);
    const begins = instantOn(fromOn, 0);
    await tx.stage('casework.return-held', { staffId }, begins > tx.now ? begins : tx.now);
    return tx.record(
      { subject: { kind: 'staff', id: staffId }, kind: 'staff.absence-set', data: { fromOn, toOn } },
      true,
    );
  });
}

/** Takes an absence back; who it was about works again at once. Safe to repeat. Errors: not-found; not-allowed — as for planning it. */
export function cancelAbsence(ctx: DeskContext, id: Id<'absence'>): Promise<boolean> {
  return transact(ctx, 'staff.write', async (tx) => {
    const [row] = await tx.sql<[{ staffId: StaffId; fromOn: string; toOn: string }?]>`
      select staff_id, from_on::text, to_on::text from absence where id = ${id}`;
    if (!row) throw new DeskError('not-found', 'no-such-absence');
    await requireShared(ctx, tx, row.staffId);
    const done =
      await tx.sql`update absence set cancelled_at = ${tx.now} where id = ${id} and cancelled_at is null`;
    if (done.count === 0) return tx.unchanged(false);
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

/** An absence returns cases: who shares a team with a colleague, or is the colleague, may say of it. Errors: not-found; not-allowed */
async function requireShared(ctx: DeskContext, tx: DeskTx, staffId: StaffId): Promise<void> {
  const { actor } = ctx;
  const teams = actor.kind === 'staff' ? actor.teams : [];
  const [row] = await tx.sql<[{ isShared: boolean }?]>`
    select exists (select 1 from staff_team t where t.staff_id = s.id and t.team = any (${teams as string[]}::text[])) as is_shared
    from staff s where s.id = ${staffId}`;
  if (!row) throw new DeskError('not-found', 'no-such-staff');
  const isOwn = actor.kind === 'staff' && actor.staffId === staffId;
  if (!isOwn && !row.isShared && !(await answersForAll(tx)))
    throw new DeskError('not-allowed', 'staff-of-others');
}

function yearsBetween(from: string, to: string): number {
  return Number(to.slice(0, 4)) - Number(from.slice(0, 4));
}
