import type { Submission } from '@guichet/catalogue';
import { type CaseId, FixedClock, hour, newId, type ReplyId, type TaskId } from '@guichet/kernel';

import { describe, expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { acceptSubmission } from '../intake/accept-submission.ts';
import { saveDraft } from '../intake/save-draft.ts';
import { acknowledgeCase } from './acknowledge-case.ts';
import { beginRecording } from './begin-recording.ts';
import type { OutboundRules } from './count-outbound-call.ts';
import { finishTask } from './finish-task.ts';
import { keepRecording } from './keep-recording.ts';
import { listPickups } from './list-pickups.ts';
import { listPrintQueue } from './list-print-queue.ts';
import { listTasks } from './list-tasks.ts';
import { markPickedUp } from './mark-picked-up.ts';
import { placeCallBack } from './place-call-back.ts';
import { prepareDelivery, type ToSay } from './prepare-delivery.ts';
import { queueLetter } from './queue-letter.ts';
import { readTask } from './read-task.ts';
import { requestCallBack } from './request-call-back.ts';
import { openPrintBatch } from './open-print-batch.ts';
import { sendAgain } from './send-again.ts';
import { settleByProvider } from './settle-by-provider.ts';
import { settleDelivery } from './settle-delivery.ts';
import { takePrintBatch } from './take-print-batch.ts';
import { transcribeAnswer } from './transcribe-answer.ts';

const clock = new FixedClock('2026-11-23T15:00:00Z');
const desk = await useDesk({ clock });
const { ctx } = desk;
const { adminSql } = desk.database;
const rules: OutboundRules = { prefixes: ['+1418'], callsANumberADay: 100, callsAnHour: 100 };
const clerk = await desk.staff('correspondence-clerk', ['clerk'], ['voirie']);
const stranger = await desk.staff('stranger', ['clerk'], ['animaux']);

const address = {
  street: '12, rue des Érables',
  municipality: 'Québec',
  province: 'QC',
  postalCode: 'G1R 4S9',
};
const ways = {
  email: { 'reply-way': 'email', 'reply-email': 'jeanne@exemple.ca' },
  sms: { 'reply-way': 'sms', 'reply-phone': '+14185550123' },
  voice: { 'reply-way': 'voice', 'reply-phone': '+14185550123' },
  letter: { 'reply-way': 'letter', 'reply-name': 'Jeanne Tremblay', 'reply-address': address },
  pickup: { 'reply-way': 'pickup', 'reply-name': 'Jeanne Tremblay' },
  none: { 'reply-way': 'none' },
} as const;

async function open(reply: Record<string, unknown>, more: Partial<Submission> = {}) {
  const answer = await acceptSubmission(desk.public(more.channel ?? 'web'), {
    service: 'nid-de-poule',
    channel: 'web',
    language: 'fr',
    idempotency: { scope: 'test', key: newId() },
    ...more,
    answers: { place: 'Rue des Érables', size: 'large', danger: false, ...reply, ...more.answers },
  });
  if (answer.kind !== 'accepted') throw new Error(JSON.stringify(answer));
  return answer.case;
}

/** The outbox row of a job that is about these ids. */
async function jobOf(job: string, id: string): Promise<string> {
  const [row] = await adminSql<[{ id: string }?]>`
    select id from outbox where job = ${job} and ids::text like ${`%${id}%`} order by created_at desc, id desc limit 1`;
  if (!row) throw new Error(`no ${job}`);
  return row.id;
}
async function acknowledged(reply: Record<string, unknown>) {
  const opened = await open(reply);
  await acknowledgeCase(ctx, await jobOf('casework.acknowledge', opened.id), opened.id);
  const [row] = await adminSql<[{ id: ReplyId }?]>`select id from reply where case_id = ${opened.id}`;
  return { ...opened, replyId: row?.id };
}
async function say<W extends ToSay['way']>(way: W) {
  const opened = await acknowledged(ways[way]);
  if (!opened.replyId) throw new Error('no reply');
  const outboxId = await jobOf('correspondence.send', opened.replyId);
  const prepared = await prepareDelivery(ctx, outboxId, opened.replyId, rules);
  if (prepared.kind !== 'say') throw new Error(prepared.kind);
  return {
    ...opened,
    replyId: opened.replyId,
    outboxId,
    say: prepared.say as ToSay & { way: W },
  };
}
async function kinds(caseId: CaseId): Promise<string[]> {
  const rows = await adminSql<
    { kind: string }[]
  >`select kind from event where subject_id = ${caseId} order by seq`;
  return rows.map(({ kind }) => kind);
}
async function fates(replyId: string): Promise<(string | null)[]> {
  const rows = await adminSql<
    { fate: string | null }[]
  >`select fate from delivery where reply_id = ${replyId} order by attempt`;
  return rows.map(({ fate }) => fate);
}

describe('an acknowledgement', () => {
  it('is written once, stops its clock, and names the reference and the day promised', async () => {
    const opened = await open(ways.email);
    const outboxId = await jobOf('casework.acknowledge', opened.id);
    await Promise.all([1, 2, 3].map(() => acknowledgeCase(ctx, outboxId, opened.id)));
    expect(await kinds(opened.id)).toEqual(['case.opened', 'case.acknowledged']);
    const [met] =
      await adminSql`select met_at from clock where case_id = ${opened.id} and kind = 'acknowledge'`;
    expect(met).toEqual({ metAt: clock.now() });
    const [left] = await adminSql`select count(*)::int as rows from outbox where id = ${outboxId}`;
    expect(left).toEqual({ rows: 0 });
  });

  it.each(['email', 'sms', 'voice'] as const)(
    'never carries the code with the reference by %s',
    async (way) => {
      const { say: told, statusCode, reference } = await say(way);
      expect(told.words.replaceAll(' ', '')).toContain(reference);
      expect(told.words).not.toContain(statusCode);
    },
  );

  it('carries the code by letter', async () => {
    const { say: told, statusCode } = await say('letter');
    expect(told.words).toContain(statusCode);
    expect(told.address).toEqual(address);
  });

  it('is not sent to whoever asked for no reply', async () => {
    const opened = await acknowledged(ways.none);
    expect(opened.replyId).toBeUndefined();
    expect(await kinds(opened.id)).toEqual(['case.opened', 'case.acknowledged']);
  });

  it('is refused to staff', async () => {
    const opened = await open(ways.email);
    await expect(acknowledgeCase(clerk, newId(), opened.id)).rejects.toMatchObject({ code: 'not-allowed' });
  });
});

describe('what was written to a person', () => {
  it.each(['staff', 'system'])(
    'stays as it was written, whatever %s does: only its way may change',
    async (kind) => {
      const { replyId } = await acknowledged(ways.email);
      const change = (what: string) =>
        desk.door.sql.begin(async (sql) => {
          await sql`select set_config('guichet.actor_kind', ${kind}, true), set_config('guichet.teams', 'voirie', true)`;
          return sql.unsafe(`update reply set ${what} where id = '${replyId}'`);
        });
      for (const what of [`sealed = ''`, `purpose = 'news'`, `language = 'en'`, `created_at = now()`])
        await expect(change(what)).rejects.toThrow(/permission denied/);
      expect((await change(`way = 'pickup'`)).count).toBe(1);
    },
  );
});

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
    const again = await prepareDelivery(ctx, await jobOf('correspondence.send', replyId), replyId, rules);
    expect(again.kind).toBe('say');
  });
});

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

describe('a recorded address', () => {
  it('holds the acknowledgement until a person has typed it, then lets it go', async () => {
    const phone = desk.public('phone');
    const evidence = newId<'evidence'>();
    const draftId = await saveDraft(phone, {
      externalKey: `call:${newId()}`,
      service: 'nid-de-poule',
      version: 1,
      channel: 'phone',
      language: 'fr',
      content: { answers: {}, skipped: [] },
    });
    const recording = { evidenceId: evidence, providerRef: 'RE77', mediaType: 'audio/mpeg', draftId };
    await beginRecording(phone, recording);
    await beginRecording(phone, recording);
    const fetchJob = await jobOf('correspondence.fetch-recording', evidence);
    const opened = await open(
      {
        ...ways.letter,
        'reply-address': { pending: 'transcription', evidence, keyed: { postalCode: 'G1R 4S9' } },
      },
      { channel: 'phone', draftId },
    );
    await acknowledgeCase(ctx, await jobOf('casework.acknowledge', opened.id), opened.id);
    const running = await adminSql`
      select 1 from clock where case_id = ${opened.id} and kind = 'acknowledge' and met_at is null`;
    expect(running).toHaveLength(1);
    for (let run = 0; run < 2; run += 1)
      await keepRecording(ctx, fetchJob, evidence, { bytes: Buffer.from('ID3'), mediaType: 'audio/mpeg' });

    const task = (await listTasks(clerk)).find(({ reference }) => reference === opened.reference);
    expect(task).toMatchObject({ kind: 'transcription', question: 'reply-address', isStored: true });
    const taskId = task?.id as TaskId;
    expect((await readTask(clerk, taskId)).keyed).toEqual({ postalCode: 'G1R 4S9' });
    await expect(transcribeAnswer(stranger, taskId, address)).rejects.toMatchObject({ code: 'not-found' });
    expect(await transcribeAnswer(clerk, taskId, { street: 'x' })).toMatchObject({ kind: 'incomplete' });
    expect(await transcribeAnswer(clerk, taskId, address)).toEqual({
      kind: 'transcribed',
      repliesReleased: 1,
    });
    expect(await transcribeAnswer(clerk, taskId, address)).toEqual({ kind: 'already' });

    const [reply] = await adminSql<[{ id: ReplyId }]>`select id from reply where case_id = ${opened.id}`;
    const prepared = await prepareDelivery(
      ctx,
      await jobOf('correspondence.send', reply.id),
      reply.id,
      rules,
    );
    expect(prepared).toMatchObject({ kind: 'say', say: { name: 'Jeanne Tremblay', address } });
    expect(await kinds(opened.id)).toEqual([
      'case.opened',
      'reply.held',
      'evidence.kept',
      'task.read',
      'answer.transcribed',
      'reply.attempted',
    ]);
  });
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
