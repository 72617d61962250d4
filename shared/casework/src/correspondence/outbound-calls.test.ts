import { FixedClock, hour, type ReplyId } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { rules, useReplies, ways } from '../../../../tests/support/use-replies.ts';
import { finishTask } from './finish-task.ts';
import { placeCallBack } from './place-call-back.ts';
import { prepareDelivery } from './prepare-delivery.ts';
import { readTask } from './read-task.ts';
import { requestCallBack } from './request-call-back.ts';
import { settleDelivery } from './settle-delivery.ts';

const clock = new FixedClock('2026-11-23T15:00:00Z');
const desk = await useDesk({ clock });
const { ctx } = desk;
const { adminSql } = desk.database;
const clerk = await desk.staff('correspondence-clerk', ['clerk'], ['voirie']);
const stranger = await desk.staff('stranger', ['clerk'], ['animaux']);
const { jobOf, acknowledged, kinds } = useReplies(desk);

describe('a call that tells a reply', () => {
  it('counts with the calls back: beyond what a number or an hour may bear, it waits until they bear it', async () => {
    const agent = await desk.staff('caller', ['agent'], ['voirie']);
    const phone = '+14185550166';
    const tight = { ...rules, callsANumberADay: 1 };
    const ask = { key: 'call:CA66', language: 'fr', phone, reason: 'asked', team: 'voirie' } as const;
    const taskId = await requestCallBack(desk.public('phone'), ask);
    const startedAt = clock.now().getTime();
    expect(await placeCallBack(agent, { taskId, line: 0, rules: tight })).toMatchObject({ kind: 'asked' });
    clock.advance(2 * hour);
    const opened = await acknowledged({ ...ways.voice, 'reply-phone': phone });
    const replyId = opened.replyId as ReplyId;
    const outboxId = await jobOf('correspondence.send', replyId);
    const dueAt = async () =>
      (
        await adminSql<[{ dueAt: Date }]>`select due_at from outbox where id = ${outboxId}`
      )[0].dueAt.getTime();
    expect(await prepareDelivery(ctx, outboxId, replyId, tight)).toEqual({ kind: 'postponed' });
    expect(await prepareDelivery(ctx, outboxId, replyId, tight)).toEqual({ kind: 'postponed' });
    expect(await dueAt()).toBe(startedAt + 24 * hour);
    expect((await kinds(opened.id)).filter((kind) => kind === 'reply.postponed')).toHaveLength(1);
    clock.advance(22 * hour);
    const other = await requestCallBack(desk.public('phone'), {
      ...ask,
      key: 'call:CA67',
      phone: '+14185550168',
    });
    expect(await placeCallBack(agent, { taskId: other, line: 0, rules })).toMatchObject({ kind: 'asked' });
    expect(await prepareDelivery(ctx, outboxId, replyId, { ...rules, callsAnHour: 1 })).toEqual({
      kind: 'postponed',
    });
    expect(await dueAt()).toBe(startedAt + 25 * hour);
    clock.advance(hour);
    expect((await prepareDelivery(ctx, outboxId, replyId, tight)).kind).toBe('say');
    clock.advance(hour);
    expect(await placeCallBack(agent, { taskId, line: 0, rules: tight })).toMatchObject({
      why: 'number-often',
    });
  });
});

it('a call that the provider could not take leaves the count of the day as it was', async () => {
  const opened = await acknowledged({ ...ways.voice, 'reply-phone': '+14185550167' });
  const replyId = opened.replyId as ReplyId;
  const outboxId = await jobOf('correspondence.send', replyId);
  const tight = { ...rules, callsANumberADay: 1 };
  for (let away = 0; away < 3; away += 1) {
    const prepared = await prepareDelivery(ctx, outboxId, replyId, tight);
    if (prepared.kind !== 'say') throw new Error(prepared.kind);
    await settleDelivery(ctx, outboxId, prepared.say.deliveryId, { kind: 'later', why: 'twilio-http-503' });
    clock.advance(5 * 60_000);
  }
  const prepared = await prepareDelivery(ctx, outboxId, replyId, tight);
  if (prepared.kind !== 'say') throw new Error(prepared.kind);
  await settleDelivery(ctx, outboxId, prepared.say.deliveryId, { kind: 'sent', providerId: 'CA67' });
  const [{ calls }] = await adminSql<[{ calls: number }]>`
    select count(*)::int as calls from attempt where subject_hash = ${ctx.keyring.blindIndex('outbound-call', '+14185550167')}`;
  expect(calls).toBe(1);
});

describe('a call-back', () => {
  it('is asked for once a call, keeps the number sealed, and is done once', async () => {
    const phone = desk.public('phone');
    const ask = {
      key: 'call:CA5',
      language: 'fr',
      phone: '+14185550177',
      reason: 'asked',
      team: 'voirie',
    } as const;
    const [first, again] = await Promise.all([requestCallBack(phone, ask), requestCallBack(phone, ask)]);
    expect(again).toBe(first);
    const [row] = await adminSql<[{ text: string }]>`select t::text as text from task t where id = ${first}`;
    expect(row.text).not.toContain('5550177');
    expect(await readTask(clerk, first)).toMatchObject({ callBack: { phone: '+14185550177' } });
    await expect(finishTask(stranger, first)).rejects.toMatchObject({ code: 'not-found' });
    await finishTask(clerk, first);
    await finishTask(clerk, first);
    const events = await adminSql`select kind from event where subject_id = ${first} order by seq`;
    expect(events.map(({ kind }) => kind)).toEqual(['call-back.requested', 'task.read', 'call-back.done']);
  });
});
