import {
  type CaseId,
  FixedClock,
  hour,
  minute,
  newId,
  type ReplyId,
  second,
  type TaskId,
} from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { acceptSubmission } from '../intake/accept-submission.ts';
import { callableFrom } from '../clocks/calling-hours.ts';
import { type DueJob, claimDueJobs } from '../outbox/claim-due-jobs.ts';
import { acknowledgeCase } from './acknowledge-case.ts';
import type { OutboundRules } from './count-outbound-call.ts';
import { type PlacedCallBack, placeCallBack } from './place-call-back.ts';
import { prepareDelivery } from './prepare-delivery.ts';
import { requestCallBack } from './request-call-back.ts';
import { settleCallBack } from './settle-call-back.ts';
import { settleDelivery } from './settle-delivery.ts';

// In the afternoon: a backlog of some hours waits over the night too.
const clock = new FixedClock('2026-11-23T21:00:00Z');
const desk = await useDesk({ clock });
const { ctx } = desk;
const { adminSql } = desk.database;
const agent = await desk.staff('rappelle', ['agent'], ['voirie']);
const rules: OutboundRules = { prefixes: ['+1418'], callsANumberADay: 5, callsAnHour: 5 };

let made = 0;
const newPhone = () => `+1418555${(made += 1) + 3000}`;

/** Takes what is due as the relay does: a job that is put off comes again when it is due, and only then. */
async function takeDue(name: DueJob['job']): Promise<DueJob[]> {
  const due: DueJob[] = [];
  await claimDueJobs(ctx, 1000, async (jobs) => void due.push(...jobs));
  return due.filter(({ job }) => job === name);
}

/** Has so many people be told by call, at one moment, that their requests have come. */
async function repliesByCall(count: number, phone?: string): Promise<void> {
  for (let reply = 0; reply < count; reply += 1)
    await acceptSubmission(desk.public('web'), {
      service: 'nid-de-poule',
      channel: 'web',
      language: 'fr',
      idempotency: { scope: 'test', key: newId() },
      answers: {
        place: 'Rue A',
        size: 'small',
        danger: false,
        'reply-way': 'voice',
        'reply-phone': phone ?? newPhone(),
      },
    });
  for (const { id, ids } of await takeDue('casework.acknowledge'))
    await acknowledgeCase(ctx, id, ids['caseId'] as CaseId);
}

/** Runs a job once; tells whether the call was made. */
async function run({ id, ids }: DueJob): Promise<boolean> {
  const prepared = await prepareDelivery(ctx, id, ids['replyId'] as ReplyId, rules);
  if (prepared.kind !== 'say') return false;
  await settleDelivery(ctx, id, prepared.say.deliveryId, { kind: 'sent' });
  return true;
}

const askedBack = (phone = newPhone()): Promise<TaskId> =>
  requestCallBack(desk.public('phone'), {
    key: `call:${newId()}`,
    language: 'fr',
    phone,
    reason: 'asked',
    team: 'voirie',
  });
const callBack = async () => placeCallBack(agent, { taskId: await askedBack(), line: 0, rules });

describe('replies by call beyond what an hour may bear', () => {
  it('each wait for a place of their own, leave staff their half of the calls, and are all told, asked again once', async () => {
    const count = 30;
    await repliesByCall(count);
    let runs = 0;
    const calls: number[] = [];
    const staff: PlacedCallBack[] = [];
    // A little over five minutes: a job is taken some time after it is due.
    for (let tick = 0; tick < 400 && calls.length < count; tick += 1) {
      for (const job of await takeDue('correspondence.send')) {
        runs += 1;
        if (await run(job)) calls.push(clock.now().getTime());
      }
      if (tick % 12 === 6) staff.push(await callBack(), await callBack());
      clock.advance(5 * minute + second);
    }
    expect(calls).toHaveLength(count);
    // At first, and in its turn.
    expect(runs).toBeLessThanOrEqual(count * 2);
    for (const at of calls)
      expect(calls.filter((other) => other <= at && at - other < hour).length).toBeLessThanOrEqual(3);

    const byDay = staff.filter((placed) => placed.kind !== 'refused' || placed.why !== 'hours');
    expect(byDay.length).toBeGreaterThan(15);
    expect(byDay.every(({ kind }) => kind === 'asked')).toBe(true);

    const events = await adminSql<{ times: number }[]>`
      select count(*)::int as times from event where kind = 'reply.postponed'
      group by data ->> 'replyId', data ->> 'why'`;
    expect(events.every(({ times }) => times === 1)).toBe(true);
    expect(events.length).toBeLessThanOrEqual(count);
  });

  it('take the turn that is theirs though the job is run again before', async () => {
    clock.advance(2 * hour);
    await repliesByCall(4);
    const jobs = await takeDue('correspondence.send');
    for (const job of jobs) await run(job);
    const waiting = async () =>
      adminSql<
        { id: string; dueAt: Date }[]
      >`select id, due_at from outbox where job = 'correspondence.send'`;
    const before = await waiting();
    expect(before).toHaveLength(1);
    for (const job of jobs) expect(await run(job)).toBe(false);
    expect(await waiting()).toEqual(before);
  });

  it('to one number wait one after the other, though all were kept for the same morning and their worker is late', async () => {
    clock.advance(2 * hour);
    while (!callableFrom(clock.now())) clock.advance(hour);
    await adminSql`delete from outbox`;
    await repliesByCall(3, newPhone());
    for (const job of await takeDue('correspondence.send')) await run(job);
    const places = await adminSql<{ dueAt: Date }[]>`
      select due_at from outbox where job = 'correspondence.send' order by due_at`;
    const gaps = places.slice(1).map(({ dueAt }, at) => +dueAt - +(places[at]?.dueAt ?? 0));
    expect(gaps).toHaveLength(2);
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(5 * minute);
    clock.advance(+(places[2]?.dueAt ?? 0) + second - clock.now().getTime());
    const calls: number[] = [];
    for (let tick = 0; tick < 60 && calls.length < 3; tick += 1) {
      for (const job of await takeDue('correspondence.send'))
        if (await run(job)) calls.push(clock.now().getTime());
      clock.advance(minute);
    }
    expect(calls).toHaveLength(3);
    expect(new Set(calls).size).toBe(3);
  });

  it('are not made where the desk calls nobody, and do not wait for ever', async () => {
    await repliesByCall(1);
    const [job] = await takeDue('correspondence.send');
    if (!job) throw new Error('nothing is due');
    const none = { ...rules, callsAnHour: 0 };
    const prepared = await prepareDelivery(ctx, job.id, job.ids['replyId'] as ReplyId, none);
    expect(prepared).toEqual({ kind: 'refused' });
    expect(await placeCallBack(agent, { taskId: await askedBack(), line: 0, rules: none })).toEqual({
      kind: 'refused',
      why: 'none',
    });
  });
});

describe('one number', () => {
  const begin = async () => {
    clock.advance(2 * hour);
    while (callableFrom(clock.now())) clock.advance(hour);
    await adminSql`delete from outbox`;
    return newPhone();
  };

  it('is told no reply while staff call it: the reply waits until they are done', async () => {
    const phone = await begin();
    const placed = await placeCallBack(agent, { taskId: await askedBack(phone), line: 0, rules });
    if (placed.kind !== 'asked') throw new Error(placed.kind);
    await repliesByCall(1, phone);
    const [job] = await takeDue('correspondence.send');
    if (!job) throw new Error('nothing is due');
    expect(await run(job)).toBe(false);
    expect(await takeDue('correspondence.send')).toEqual([]);
    clock.advance(5 * minute + second);
    const [again] = await takeDue('correspondence.send');
    expect(again && (await run(again))).toBe(false);
    await settleCallBack(ctx, newId(), placed.attemptId, { kind: 'bounced', why: 'number-refused' });
    clock.advance(5 * minute + second);
    const [last] = await takeDue('correspondence.send');
    expect(last && (await run(last))).toBe(true);
  });

  it('is told one reply at a time, though two come at one moment', async () => {
    const phone = await begin();
    await repliesByCall(2, phone);
    const jobs = await takeDue('correspondence.send');
    expect(jobs).toHaveLength(2);
    const first = await Promise.all(jobs.map(run));
    expect(first.toSorted()).toEqual([false, true]);
    const late = async () => {
      const [job] = await takeDue('correspondence.send');
      return job && run(job);
    };
    clock.advance(5 * minute - second);
    expect(await late()).toBeUndefined();
    clock.advance(2 * second);
    expect(await late()).toBe(true);
  });

  it('that is told a reply is called by nobody of the staff until that call is over', async () => {
    const phone = await begin();
    const taskId = await askedBack(phone);
    await repliesByCall(1, phone);
    const [job] = await takeDue('correspondence.send');
    expect(job && (await run(job))).toBe(true);
    const place = () => placeCallBack(agent, { taskId, line: 0, rules });
    expect(await place()).toEqual({ kind: 'refused', why: 'number-busy' });
    clock.advance(5 * minute + second);
    expect((await place()).kind).toBe('asked');
  });
});
