import { DeskError, type Id, newId } from '@guichet/kernel';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { freshForMs } from '../../clocks/follow-closures.ts';
import { isDay } from '../publish-service.ts';
import { todayOf } from '../../clocks/today.ts';

export interface SetCalendarDay {
  /** ISO, today or later. */
  day: string;
  /** True for a day worked though the public service's calendar has it off. */
  isOpen: boolean;
  /** Why, as people would say it: 3 to 120 characters. */
  name: string;
}

/**
 * Says that the body is closed, or open, on a day to come, whatever the public service's calendar says.
 *
 * Guarantee: what is promised from now on counts it; running promises are moved later by a job, never earlier. What is said already of a day is
 *   withdrawn before it is said anew: repeating changes nothing. Gives whether it was this call.
 * Errors: invalid — no day, one gone by, or no name; conflict — something else is said of the day.
 * Source: decision 0027
 */
export async function setCalendarDay(ctx: DeskContext, input: SetCalendarDay): Promise<boolean> {
  const { day, isOpen } = input;
  const name = input.name.trim();
  if (!isDay(day) || day < todayOf(ctx.clock.now())) throw new DeskError('invalid', 'calendar-day-past');
  if (name.length < 3 || name.length > 120) throw new DeskError('invalid', 'calendar-name-missing');
  const isSet = await transact(ctx, 'calendar.write', async (tx) => {
    if (ctx.actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
    const id = newId<'calendar-day'>();
    const made = await tx.sql`
      insert into calendar_day (id, day, is_open, name, set_by, set_at)
      values (${id}, ${day}, ${isOpen}, ${name}, ${ctx.actor.staffId}, ${tx.now})
      on conflict (day) where withdrawn_at is null do nothing`;
    if (made.count === 0) {
      const [known] = await tx.sql<[{ isOpen: boolean }]>`
        select is_open from calendar_day where day = ${day} and withdrawn_at is null`;
      if (known.isOpen !== isOpen) throw new DeskError('conflict', 'calendar-day-said');
      return tx.unchanged(false);
    }
    // Other processes know within their look's time; what they promise until then is moved as well.
    if (!isOpen)
      await tx.stage('casework.move-clocks', { dayId: id }, new Date(tx.now.getTime() + 2 * freshForMs));
    return tx.record(
      { subject: { kind: 'calendar', id }, kind: 'calendar.set', data: { day, isOpen, name } },
      true,
    );
  });
  await ctx.closures?.refresh?.();
  return isSet;
}

/**
 * Takes back what was said of a day to come. Promises already moved stay where they are.
 *
 * Guarantee: safe to repeat. Gives whether it was this call. Errors: not-found
 */
export async function withdrawCalendarDay(ctx: DeskContext, id: Id<'calendar-day'>): Promise<boolean> {
  const isDone = await transact(ctx, 'calendar.write', async (tx) => {
    const [row] = await tx.sql<[{ day: string; withdrawnAt: Date | null }?]>`
      select day::text, withdrawn_at from calendar_day where id = ${id} for update`;
    if (!row) throw new DeskError('not-found', 'no-such-calendar-day');
    if (row.withdrawnAt !== null) return tx.unchanged(false);
    await tx.sql`update calendar_day set withdrawn_at = ${tx.now} where id = ${id}`;
    return tx.record(
      { subject: { kind: 'calendar', id }, kind: 'calendar.withdrawn', data: { day: row.day } },
      true,
    );
  });
  await ctx.closures?.refresh?.();
  return isDone;
}
