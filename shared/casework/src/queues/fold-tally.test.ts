import { expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import type { Actor } from '../context.ts';
import { acceptSubmission } from '../intake/accept-submission.ts';
import { foldTally } from './fold-tally.ts';
import { listQueue } from './list-queue.ts';
import { queueMark, readQueueMarks } from './read-queue-marks.ts';
import { takeNext } from './take-next.ts';

const desk = await useDesk();
const system = desk.ctx;
const agent = await desk.staff('agente', ['agent'], ['voirie']);
const neighbour = await desk.staff('voisin', ['agent'], ['greffe']);
const officer = await desk.staff('responsable', ['privacy-officer'], []);

let count = 0;
const open = () =>
  acceptSubmission(desk.public('web'), {
    service: 'nid-de-poule',
    channel: 'web',
    language: 'fr',
    answers: { place: { text: 'Devant le 12' }, size: 'large', danger: false, 'reply-way': 'none' },
    idempotency: { scope: 'test', key: String((count += 1)) },
  });
const counted = async () =>
  (await desk.database.adminSql`select count(*)::int from queue_entry`)[0]?.['count'];
const rows = async () => (await desk.database.adminSql`select count(*)::int from queue_tally`)[0]?.['count'];
const told = async () => (await listQueue(agent)).waiting;
const mark = async () =>
  queueMark(await readQueueMarks(system), officer.actor as Extract<Actor, { kind: 'staff' }>);

it('counts what waits, for whom it waits, while many come and go at once', async () => {
  await Promise.all(Array.from({ length: 12 }, open));
  await Promise.all([
    takeNext(agent),
    takeNext(agent),
    open(),
    foldTally(system),
    foldTally(system),
    takeNext(agent),
  ]);
  expect(await counted()).toBe(10);
  expect(await told()).toBe(10);
  expect((await listQueue(officer)).waiting).toBe(10);
  expect(await listQueue(neighbour)).toEqual({ rows: [], waiting: 0, counts: [] });
});

it('keeps counts and marks when it folds, in one row a team', async () => {
  await open();
  const before = [await told(), await mark()];
  expect(await rows()).toBeGreaterThan(1);
  await foldTally(system);
  expect(await rows()).toBe(1);
  expect([await told(), await mark()]).toEqual(before);
});

it('leaves nothing of a queue that is empty again', async () => {
  while ((await takeNext(agent)).kind === 'taken');
  await foldTally(system);
  expect([await rows(), await told()]).toEqual([0, 0]);
});
