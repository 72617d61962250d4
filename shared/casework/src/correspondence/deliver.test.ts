import { FixedClock, hour, newId } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { rules, useReplies, ways } from '../../../../tests/support/use-replies.ts';
import { listPickups } from './list-pickups.ts';
import { listPrintQueue } from './list-print-queue.ts';
import { markPickedUp } from './mark-picked-up.ts';
import { openPrintBatch } from './open-print-batch.ts';
import { prepareDelivery } from './prepare-delivery.ts';
import { queueLetter } from './queue-letter.ts';
import { sendAgain } from './send-again.ts';
import { settleByProvider } from './settle-by-provider.ts';
import { settleDelivery } from './settle-delivery.ts';
import { takePrintBatch } from './take-print-batch.ts';

const clock = new FixedClock('2026-11-23T15:00:00Z');
const desk = await useDesk({ clock });
const { ctx } = desk;
const { adminSql } = desk.database;
const clerk = await desk.staff('correspondence-clerk', ['clerk'], ['voirie']);
const stranger = await desk.staff('stranger', ['clerk'], ['animaux']);
const { jobOf, acknowledged, say, kinds, fates } = useReplies(desk);

describe('a delivery', () => {
  it('is settled once, with one contact and one event', async () => {
    const { id, replyId, outboxId, say: told } = await say('email');
    expect(told.email).toBe('jeanne@exemple.ca');
    for (let run = 0; run < 3; run += 1)
      await settleDelivery(ctx, outboxId, told.deliveryId, { kind: 'sent', providerId: '<1>' });
    expect(await fates(replyId)).toEqual(['sent']);
    expect((await kinds(id)).filter((kind) => kind === 'reply.sent')).toHaveLength(1);
    const [row] =
      await adminSql`select count(*)::int as rows from contact where case_id = ${id} and direction = 'out'`;
    expect(row).toEqual({ rows: 1 });
    expect(await prepareDelivery(ctx, outboxId, replyId, rules)).toEqual({ kind: 'already' });
  });

  it('that was cut off between sending and saving is unsure, and not made again', async () => {
    const { replyId, outboxId, say: told, id } = await say('voice');
    expect(await prepareDelivery(ctx, outboxId, replyId, rules)).toEqual({ kind: 'unsure' });
    expect(await prepareDelivery(ctx, outboxId, replyId, rules)).toEqual({ kind: 'already' });
    expect(await fates(replyId)).toEqual(['unsure']);
    // The first worker was only slow: its news is worth more.
    await settleDelivery(ctx, outboxId, told.deliveryId, { kind: 'sent', providerId: 'CA9' });
    expect(await fates(replyId)).toEqual(['sent']);
    expect(await kinds(id)).toEqual([
      'case.opened',
      'case.acknowledged',
      'reply.attempted',
      'reply.unsure',
      'reply.sent',
    ]);
  });

  it('of unsure fate is sent again when a person says so, once', async () => {
    const { id, replyId, outboxId } = await say('sms');
    await prepareDelivery(ctx, outboxId, replyId, rules);
    const agent = await desk.staff('sender', ['agent'], ['voirie']);
    await expect(sendAgain(stranger, replyId)).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await sendAgain(agent, replyId)).toBe(true);
    expect(await sendAgain(agent, replyId)).toBe(false);
    const again = await prepareDelivery(ctx, await jobOf('correspondence.send', replyId), replyId, rules);
    expect(again.kind).toBe('say');
    await expect(sendAgain(agent, replyId)).rejects.toMatchObject({ code: 'conflict' });
    expect((await kinds(id)).filter((kind) => kind === 'reply.sent-again')).toHaveLength(1);
  });

  it('that must wait comes again later as a new attempt, and ends as bounced after three days', async () => {
    const { replyId, outboxId, say: told } = await say('sms');
    await settleDelivery(ctx, outboxId, told.deliveryId, { kind: 'later', why: 'twilio-http-503' });
    const [row] = await adminSql`select enqueued_at, due_at from outbox where id = ${outboxId}`;
    expect(row).toEqual({ enqueuedAt: null, dueAt: new Date(clock.now().getTime() + 60_000) });
    const again = await prepareDelivery(ctx, outboxId, replyId, rules);
    if (again.kind !== 'say') throw new Error(again.kind);
    expect(again.say.deliveryId).not.toBe(told.deliveryId);
    clock.advance(73 * hour);
    await settleDelivery(ctx, outboxId, again.say.deliveryId, { kind: 'later', why: 'twilio-http-503' });
    expect(await fates(replyId)).toEqual(['later', 'bounced']);
  });

  it('takes the provider’s news in any order and never goes back', async () => {
    const { replyId, outboxId, say: told, id } = await say('sms');
    await settleByProvider(ctx, { providerId: 'SM1', deliveryId: told.deliveryId, status: 'delivered' });
    await settleDelivery(ctx, outboxId, told.deliveryId, { kind: 'sent', providerId: 'SM1' });
    for (const status of ['sent', 'queued', 'delivered', 'undelivered', 'nonsense', 'toString'])
      expect(await settleByProvider(ctx, { providerId: 'SM1', status })).toBe(false);
    expect(await fates(replyId)).toEqual(['delivered']);
    expect((await kinds(id)).filter((kind) => kind === 'reply.delivered')).toHaveLength(1);
    expect(await settleByProvider(ctx, { providerId: 'SM-nobody', status: 'delivered' })).toBe(false);
  });

  it('by a call that nobody took is tried again in an hour', async () => {
    const { replyId, outboxId, say: told } = await say('voice');
    await settleDelivery(ctx, outboxId, told.deliveryId, { kind: 'sent', providerId: 'CA1' });
    await settleByProvider(ctx, { providerId: 'CA1', status: 'no-answer' });
    await settleByProvider(ctx, { providerId: 'CA1', status: 'no-answer' });
    const rows = await adminSql`select due_at from outbox where ids ->> 'replyId' = ${replyId}`;
    expect([...rows]).toEqual([{ dueAt: new Date(clock.now().getTime() + hour) }]);
    clock.advance(hour);
    const again = await prepareDelivery(ctx, await jobOf('correspondence.send', replyId), replyId, rules);
    expect(again.kind).toBe('say');
  });
});

describe('a letter', () => {
  it('waits once in the print queue of its team, and is read with an event by who took it', async () => {
    const { id, reference, replyId, outboxId, say: told } = await say('letter');
    const taken = await prepareDelivery(ctx, outboxId, replyId, rules);
    expect(taken.kind === 'say' && taken.say.deliveryId).toBe(told.deliveryId);
    for (let run = 0; run < 2; run += 1)
      await queueLetter(ctx, outboxId, told.deliveryId, {
        pdf: Buffer.from('%PDF-1.7'),
        pages: 1,
        code: 'ABCDEFGHJK',
        to: { name: 'JEANNE TREMBLAY', lines: ['QUÉBEC QC  G1R 4S9'] },
      });
    expect(await listPrintQueue(clerk)).toMatchObject({
      waiting: 1,
      rows: [{ reference, purpose: 'acknowledgement' }],
    });
    expect(await listPrintQueue(stranger)).toEqual({ waiting: 0, rows: [] });
    const batchId = newId<'print-batch'>();
    await takePrintBatch(clerk, { batchId });
    expect((await openPrintBatch(clerk, batchId)).map(String)).toEqual(['%PDF-1.7']);
    await expect(openPrintBatch(stranger, batchId)).rejects.toMatchObject({ code: 'not-found' });
    expect(await fates(replyId)).toEqual(['print-queue']);
    expect((await kinds(id)).slice(-2)).toEqual(['reply.print-queue', 'letter.read-to-print']);
  });
});

describe('a pick-up', () => {
  it('waits at the counter until it is handed over, once', async () => {
    const { id, replyId, reference } = await acknowledged(ways.pickup);
    if (!replyId) throw new Error('no reply');
    const outboxId = await jobOf('correspondence.send', replyId);
    expect(await prepareDelivery(ctx, outboxId, replyId, rules)).toEqual({ kind: 'awaiting-pickup' });
    const [pickup] = await listPickups(clerk, reference);
    if (!pickup) throw new Error('none');
    await markPickedUp(clerk, pickup.deliveryId);
    await markPickedUp(clerk, pickup.deliveryId);
    expect(await listPickups(clerk, reference)).toEqual([]);
    expect((await kinds(id)).slice(-2)).toEqual(['reply.awaiting-pickup', 'reply.picked-up']);
  });
});
