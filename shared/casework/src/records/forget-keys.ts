import { day } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';

export interface Forgotten {
  intakeKeys: number;
  requestKeys: number;
  effects: number;
  attempts: number;
  sessions: number;
  calls: number;
  webhookDeliveries: number;
}

/**
 * How long each is kept: keys as published in the API; attempts as long as the longest window that counts them; counts of calls
 * long enough to compare with the year before.
 */
const keep = {
  intakeKeys: 7 * day,
  requestKeys: 7 * day,
  effects: 90 * day,
  attempts: day,
  sessions: 30 * day,
  webhookDeliveries: 30 * day,
  calls: 800 * day,
};

/** Deletes what served to recognise repeats, once no repeat can come, and counts of calls past comparing. Guarantee: safe to repeat. */
export async function forgetKeys(ctx: DeskContext): Promise<Forgotten> {
  return transact(ctx, 'records.keep', async (tx) => {
    const before = (ms: number) => new Date(tx.now.getTime() - ms);
    const intakeKeys = await tx.sql`delete from intake_key where accepted_at < ${before(keep.intakeKeys)}`;
    const requestKeys = await tx.sql`delete from request_key where at < ${before(keep.requestKeys)}`;
    const effects = await tx.sql`delete from effect where done_at < ${before(keep.effects)}`;
    const attempts = await tx.sql`delete from attempt where at < ${before(keep.attempts)}`;
    const sessions = await tx.sql`delete from staff_session where expires_at < ${before(keep.sessions)}`;
    const calls = await tx.sql`delete from call_record where ended_at < ${before(keep.calls)}`;
    const webhookDeliveries = await tx.sql`
      delete from webhook_delivery where at < ${before(keep.webhookDeliveries)}`;
    return tx.unchanged({
      intakeKeys: intakeKeys.count,
      requestKeys: requestKeys.count,
      effects: effects.count,
      attempts: attempts.count,
      sessions: sessions.count,
      calls: calls.count,
      webhookDeliveries: webhookDeliveries.count,
    });
  });
}
