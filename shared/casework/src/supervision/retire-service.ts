import { DeskError } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import { todayOf } from '../clocks/today.ts';
import type { DeskContext } from '../context.ts';
import { isDay, reasonOf } from './publish-service.ts';
import { serviceSubject } from '../intake/service-subject.ts';

export interface RetireService {
  code: string;
  version: number;
  /** ISO day from which it is on offer no more; absent means today. */
  retiredOn?: string;
  why: string;
}

/**
 * Takes a published version off the offer from a day on; its cases go on under it, and an earlier version still in force serves again.
 *
 * Guarantee: repeating changes nothing; who, when, from when and why stay in its history. Gives whether it was this call.
 * Errors: not-allowed; not-found — it was never published; invalid — no reason, or a day gone by.
 */
export async function retireService(ctx: DeskContext, input: RetireService): Promise<boolean> {
  const { code, version } = input;
  const today = todayOf(ctx.clock.now());
  const retiredOn = input.retiredOn ?? today;
  const why = reasonOf(input.why);
  if (!isDay(retiredOn) || retiredOn < today) throw new DeskError('invalid', 'publication-day-past');
  const isRetired = await transact(ctx, 'service.retire', async (tx) => {
    const [known] = await tx.sql`select 1 from service_version where code = ${code} and version = ${version}`;
    if (!known) throw new DeskError('not-found', 'no-such-service-version');
    const made = await tx.sql`
      insert into service_retirement (code, version, retired_on, retired_at, retired_why)
      values (${code}, ${version}, ${retiredOn}, ${tx.now}, ${why})
      on conflict (code, version) do nothing`;
    if (made.count === 0) return tx.unchanged(false);
    const data = { code, version, retiredOn, why };
    return tx.record({ subject: serviceSubject(input), kind: 'service.retired', data }, true);
  });
  await ctx.catalogue.refresh?.();
  return isRetired;
}
