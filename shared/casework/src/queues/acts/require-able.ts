import { DeskError, type StaffId } from '@guichet/kernel';
import type { DeskTx } from '../../audit/transact.ts';
import type { LockedCase } from '../../cases/lock-case.ts';
import { todayOf } from '../../clocks/today.ts';
import type { DeskContext } from '../../context.ts';
import { clearanceOf } from '../class-of.ts';
import { readReadiness } from '../read-readiness.ts';

/**
 * Refuses to give a case to somebody who is away or may not look so far into people's lives, and more than they may hold unless a supervisor
 * says so. Tells whether they then hold more than that.
 *
 * Guarantee: two cases given to one person at once are counted one after the other. Errors: conflict; invalid
 * Source: decision 0026
 */
export async function requireAble(
  ctx: DeskContext,
  tx: DeskTx,
  { serviceCode, serviceVersion }: LockedCase,
  to: StaffId,
): Promise<{ isOver: boolean }> {
  await tx.sql`select pg_advisory_xact_lock(hashtextextended(${`take:${to}`}, 0))`;
  const teams = await tx.sql<{ team: string }[]>`select team from staff_team where staff_id = ${to}`;
  const ready = await readReadiness(
    tx.sql,
    to,
    teams.map(({ team }) => team),
    todayOf(tx.now),
  );
  if (ready.absentUntil !== null) throw new DeskError('conflict', 'holder-absent');
  const service = ctx.catalogue.find(serviceCode, serviceVersion);
  if (ready.clearance !== 'sensitive' && (!service || clearanceOf(service) === 'sensitive'))
    throw new DeskError('invalid', 'holder-not-cleared');
  const [{ held }] = await tx.sql<[{ held: number }]>`select cases_held(${to}) as held`;
  const isOver = held >= ready.capacity;
  if (isOver && ctx.actor.kind === 'staff' && !ctx.actor.roles.includes('supervisor'))
    throw new DeskError('conflict', 'holder-full');
  return { isOver };
}
