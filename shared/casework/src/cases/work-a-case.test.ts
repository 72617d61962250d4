import { day, FixedClock, hour, newId } from '@guichet/kernel';
import { beforeAll, describe, expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { tickClocks } from '../clocks/tick-clocks.ts';
import type { DeskContext } from '../context.ts';
import { acceptSubmission } from '../intake/accept-submission.ts';
import { findStatus } from '../intake/find-status.ts';
import { listQueue } from '../queues/list-queue.ts';
import { returnCase } from '../queues/return-case.ts';
import { takeNext } from '../queues/take-next.ts';
import { closeCase } from './closure/close-case.ts';
import { pauseCase } from './pause-case.ts';
import { readCase } from './read-case.ts';
import { resumeCase } from './resume-case.ts';

const clock = new FixedClock('2026-11-23T15:00:00Z');
const desk = await useDesk({ clock });
const { adminSql } = desk.database;
let agent: DeskContext;
let other: DeskContext;
let clerk: DeskContext;
beforeAll(async () => {
  agent = await desk.staff('agent', ['agent'], ['voirie']);
  other = await desk.staff('other', ['agent'], ['animaux']);
  clerk = await desk.staff('clerk', ['clerk'], ['voirie']);
});

async function open(depositedDaysAgo = 0, channel: 'web' | 'mail' = 'web') {
  const answer = await acceptSubmission(desk.public(channel), {
    service: 'nid-de-poule',
    channel,
    language: 'fr',
    depositedAt: new Date(clock.now().getTime() - depositedDaysAgo * day),
    idempotency: { scope: 'test', key: newId() },
    answers: {
      place: 'Rue des Érables',
      size: 'large',
      danger: false,
      description: 'Devant le 12',
      'reply-way': 'email',
      'reply-email': 'jeanne@exemple.ca',
    },
  });
  if (answer.kind !== 'accepted') throw new Error(JSON.stringify(answer));
  return answer.case;
}
async function taken() {
  const opened = await open(40);
  const next = await takeNext(agent);
  if (next.kind !== 'taken' || next.caseId !== opened.id) throw new Error('another case came first');
  return opened;
}
async function kinds(caseId: string): Promise<string[]> {
  const rows = await adminSql<
    { kind: string }[]
  >`select kind from event where subject_id = ${caseId} order by seq`;
  return rows.map(({ kind }) => kind);
}
async function dueOf(caseId: string) {
  const [row] = await adminSql<[{ due: Date; decide: Date; acknowledge: Date }]>`
    select c.due_at as due, d.due_at as decide, a.due_at as acknowledge from cases c
      join clock d on d.case_id = c.id and d.kind = 'decide' join clock a on a.case_id = c.id and a.kind = 'acknowledge'
    where c.id = ${caseId}`;
  return row;
}

describe('taking the next case', () => {
  it('gives no case twice to sixteen agents at once, oldest promise first, blind to the channel', async () => {
    const opened = [await open(3, 'mail'), ...(await Promise.all(Array.from({ length: 11 }, () => open())))];
    const first = await takeNext(agent);
    expect(first).toMatchObject({ kind: 'taken', caseId: opened[0]?.id });
    const agents = Array.from({ length: 16 }, () => agent);
    const results = await Promise.all(agents.map((one) => takeNext(one)));
    const given = results.flatMap((one) => (one.kind === 'taken' ? [one.caseId] : []));
    expect(given).toHaveLength(11);
    expect(new Set(given).size).toBe(11);
    expect(await takeNext(agent)).toEqual({ kind: 'empty' });
  });

  it('gives nothing of another team, and is refused to a clerk', async () => {
    const opened = await open();
    expect(await takeNext(other)).toEqual({ kind: 'empty' });
    expect((await listQueue(other)).rows).toEqual([]);
    expect((await listQueue(agent)).rows.map(({ caseId }) => caseId)).toEqual([opened.id]);
    await expect(takeNext(clerk)).rejects.toMatchObject({ code: 'not-allowed' });
    await takeNext(agent);
  });

  it('puts a returned case back in its place', async () => {
    const opened = await taken();
    await returnCase(agent, opened.reference);
    await returnCase(agent, opened.reference);
    expect(await takeNext(agent)).toMatchObject({ caseId: opened.id });
    expect(await kinds(opened.id)).toEqual(['case.opened', 'case.taken', 'case.returned', 'case.taken']);
  });
});

describe('reading a case', () => {
  it('is an event, and looks like nothing to another team', async () => {
    const opened = await taken();
    const file = await readCase(agent, { reference: opened.reference });
    expect(file.answers.find(({ question }) => question === 'description')?.value).toBe('Devant le 12');
    await expect(readCase(other, { reference: opened.reference })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect((await kinds(opened.id)).filter((kind) => kind === 'case.read')).toHaveLength(1);
  });
});

describe('a pause', () => {
  it('moves the clocks that run by as long as it lasted, and asks once', async () => {
    const opened = await taken();
    const before = await dueOf(opened.id);
    const asked = await pauseCase(agent, { reference: opened.reference, question: 'De quel côté?' });
    expect(asked.kind).toBe('paused');
    expect(await pauseCase(agent, { reference: opened.reference, question: 'Encore?' })).toEqual({
      kind: 'already',
    });
    clock.advance(5 * hour);
    expect(await resumeCase(agent, opened.reference)).toBe(true);
    expect(await resumeCase(agent, opened.reference)).toBe(false);
    const after = await dueOf(opened.id);
    expect(after.due.getTime() - before.due.getTime()).toBe(5 * hour);
    expect(after.decide.getTime() - before.decide.getTime()).toBe(5 * hour);
    const [row] = await adminSql`select count(*)::int as replies from reply where case_id = ${opened.id}`;
    expect(row).toEqual({ replies: 1 });
  });
});

describe('closing', () => {
  it('is told again to who holds the reference and its code, in the words of the reply', async () => {
    const opened = await taken();
    const proof = { reference: opened.reference, fact: opened.statusCode };
    expect(await findStatus(desk.public('phone'), proof)).toMatchObject({
      state: 'in-progress',
      decision: null,
    });
    await closeCase(agent, { reference: opened.reference, outcome: 'repaired', words: 'Comblé ce matin.' });
    expect(await findStatus(desk.public('phone'), proof)).toMatchObject({
      state: 'closed',
      decision: 'Comblé ce matin.',
    });
  });

  it('stops the clocks and stages one reply with the words filled in, however often it is asked', async () => {
    const opened = await taken();
    const first = await closeCase(agent, { reference: opened.reference, outcome: 'repaired' });
    const again = await closeCase(agent, { reference: opened.reference, outcome: 'not-ours' });
    expect(first).toMatchObject({ kind: 'closed', outcome: 'repaired' });
    expect(again).toEqual({ kind: 'already', outcome: 'repaired' });
    const file = await readCase(agent, { reference: opened.reference });
    expect(file.replies).toHaveLength(1);
    expect(file.replies[0]?.words).not.toMatch(/[{}]/);
    expect(file.clocks.find(({ kind }) => kind === 'decide')?.metAt).toEqual(clock.now());
    expect((await kinds(opened.id)).filter((kind) => kind === 'case.closed')).toHaveLength(1);
  });

  it('is refused to whoever does not hold the case, and for what is no outcome', async () => {
    const opened = await taken();
    const second = await desk.staff('second', ['agent'], ['voirie']);
    const input = { reference: opened.reference, outcome: 'repaired' };
    await expect(closeCase(second, input)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(closeCase(other, input)).rejects.toMatchObject({ code: 'not-found' });
    await expect(closeCase(agent, { ...input, outcome: 'lost' })).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('the tick', () => {
  it('marks each missed promise once, and none of a paused case', async () => {
    await tickClocks(desk.ctx);
    const [late, paused] = [await taken(), await taken()];
    await pauseCase(agent, { reference: paused.reference, question: 'De quel côté?' });
    const marked = await Promise.all([tickClocks(desk.ctx), tickClocks(desk.ctx)]);
    expect(marked.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(await tickClocks(desk.ctx)).toBe(0);
    expect((await kinds(late.id)).filter((kind) => kind === 'clock.missed')).toHaveLength(2);
    expect(await kinds(paused.id)).not.toContain('clock.missed');
    await expect(tickClocks(agent)).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
