import {
  acceptSubmission,
  acknowledgeCase,
  countJobs,
  type DeskContext,
  listParkedJobs,
  parkJob,
  retryJob,
} from '@guichet/casework';
import { dispatch, retry } from '@guichet/jobs';
import { type CaseId, DeskError, newId, second } from '@guichet/kernel';
import { createLogger, openRedis, runWorker } from '@guichet/platform';
import { useOwnRedis } from '@guichet/tests/support';
import { afterEach, expect, it } from 'vitest';
import { eventually } from '../../../tests/support/eventually.ts';
import { useDesk } from '../../../tests/support/test-desk.ts';
import { runRelay } from './run-relay.ts';

const desk = await useDesk();
const redis = await useOwnRedis();
const prefix = '{relay-test}';
const { adminSql } = desk.database;

const closers: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (let close = closers.pop(); close; close = closers.pop()) await close();
});

function scope() {
  const ending = new AbortController();
  const own: (() => Promise<unknown> | unknown)[] = [];
  closers.push(async () => {
    ending.abort();
    for (let close = own.pop(); close; close = own.pop()) await close();
  });
  return {
    log: createLogger('test', { level: 'silent' }),
    signal: ending.signal,
    onClose: (close: () => unknown) => own.push(close),
  };
}
const startRelay = () => runRelay(scope(), desk.ctx, { redisUrl: redis.url, prefix });

/** A worker of the casework queue; `act` may stand in the way of the acknowledgement. */
const nothing = async () => {};
const idle = {
  'casework.tick-clocks': nothing,
  'casework.count-work': async () => {},
  'casework.fold-tally': nothing,
  'casework.return-untouched': nothing,
  'casework.index-cases': nothing,
  'casework.remind-appointments': nothing,
};

function startWorker(act: (caseId: CaseId, outboxId: string) => Promise<void>, lockMs = 3 * second): void {
  const hands = {
    'casework.index-case': nothing,
    'casework.tell-appointment': nothing,
    'casework.tell-duplicates': nothing,
    'casework.acknowledge': ({ caseId }: { caseId: string }, { outboxId }: { outboxId: string }) =>
      act(caseId as CaseId, outboxId),
    'casework.return-held': nothing,
    'casework.move-clocks': nothing,
  };
  runWorker(scope(), {
    queue: 'casework',
    redisUrl: redis.url,
    prefix,
    concurrency: 4,
    lockMs,
    attemptsMax: retry.attemptsMax,
    perform: dispatch<'casework', DeskContext>(hands, idle, desk.ctx),
    giveUp: (job, why) => parkJob(desk.ctx, job.id, why),
  });
}
const acknowledge = (caseId: CaseId, outboxId: string) => acknowledgeCase(desk.ctx, outboxId, caseId);

async function openCases(count: number): Promise<CaseId[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const answer = await acceptSubmission(desk.public('web'), {
        service: 'nid-de-poule',
        channel: 'web',
        language: 'fr',
        answers: { place: 'Rue des Érables', size: 'large', danger: false, 'reply-way': 'none' },
        idempotency: { scope: 'test', key: newId() },
      });
      if (answer.kind !== 'accepted') throw new Error(JSON.stringify(answer));
      return answer.case.id;
    }),
  );
}
async function acknowledgements(ids: CaseId[]): Promise<number> {
  const [row] = await adminSql<[{ count: number }]>`
    select count(*)::int as count from event where kind = 'case.acknowledged' and subject_id = any (${ids}::uuid[])`;
  return row.count;
}
const isDrained = async () => {
  const { waiting, enqueued } = await countJobs(desk.ctx);
  return waiting + enqueued === 0;
};

it('every accepted case is acknowledged once, and the outbox drains', async () => {
  const ids = await openCases(20);
  startRelay();
  startWorker(acknowledge);
  await eventually(isDrained, { what: () => 'the outbox to drain' });
  expect(await acknowledgements(ids)).toBe(20);
});

it('a Redis that forgot everything is told again, and each effect happens once', async () => {
  const ids = await openCases(30);
  startRelay();
  await eventually(async () => (await countJobs(desk.ctx)).enqueued === 30, { what: () => 'all enqueued' });
  const plain = openRedis(redis.url, { role: 'plain' });
  await plain.flushall();
  plain.disconnect();
  startWorker(acknowledge);
  await eventually(isDrained, { what: () => 'the outbox to drain' });
  expect(await acknowledgements(ids)).toBe(30);
});

it('with Redis away cases are accepted, and their jobs leave when it is back', {
  timeout: 90_000,
}, async () => {
  startRelay();
  startWorker(acknowledge);
  await eventually(isDrained);
  await redis.stop();
  const ids = await openCases(5);
  expect((await countJobs(desk.ctx)).waiting).toBe(5);
  await redis.start();
  await eventually(isDrained, { withinMs: 60_000, what: () => 'the outbox to drain' });
  expect(await acknowledgements(ids)).toBe(5);
});

it('a job whose worker was lost after its effect happens once', { timeout: 90_000 }, async () => {
  const ids = await openCases(1);
  startRelay();
  let runs = 0;
  startWorker(async (caseId, outboxId) => {
    runs += 1;
    // The effect is done, and then the worker is lost before it can say so.
    await acknowledge(caseId, outboxId);
    if (runs === 1) throw new Error('lost');
  });
  await eventually(() => runs === 2, { withinMs: 30_000, what: () => 'a second run' });
  await eventually(isDrained);
  expect(await acknowledgements(ids)).toBe(1);
});

it('a job that no repeat can help is parked at once, and the rest flows', async () => {
  const [poison, ...rest] = await openCases(4);
  startRelay();
  let tries = 0;
  startWorker(async (caseId, outboxId) => {
    if (caseId !== poison) return acknowledge(caseId, outboxId);
    tries += 1;
    return acknowledge(newId<'case'>(), outboxId);
  });
  await eventually(isDrained, { what: () => 'the rest to flow' });
  await eventually(async () => (await countJobs(desk.ctx)).parked === 1);
  expect(tries).toBe(1);
  expect(await acknowledgements(rest)).toBe(3);
  const [row] = await adminSql`select parked_why from outbox where parked_at is not null`;
  expect(row).toEqual({ parkedWhy: 'no-such-case' });
});

it.each([
  ['failed before its effect', false],
  ['was done by the run that failed, but never told', true],
])(
  'parked work that %s runs once when a supervisor lets it go again, and its effect is in the ledger once',
  async (_, isDone) => {
    const [caseId] = await openCases(1);
    if (caseId === undefined) throw new Error('no case');
    startRelay();
    const runs: string[] = [];
    let isBroken = true;
    startWorker(async (id, outboxId) => {
      if (id !== caseId) return acknowledge(id, outboxId);
      runs.push(outboxId);
      if (!isBroken) return acknowledge(id, outboxId);
      // Done beside the outbox's end, as a run that was cut off between two databases would leave it.
      if (isDone)
        await adminSql`insert into effect (outbox_id, job, done_at) values (${outboxId}, 'casework.acknowledge', now())`;
      throw new DeskError('invalid', 'no-such-case');
    });
    const supervisor = await desk.staff(`supervisor-${isDone}`, ['supervisor'], []);
    const parkedNow = async () => (await listParkedJobs(supervisor)).find(({ id }) => id === runs[0]);
    await eventually(async () => (await parkedNow()) !== undefined, { what: () => 'the job to be parked' });
    isBroken = false;
    const id = (await parkedNow())?.id;
    if (id === undefined) throw new Error('not parked');
    expect(await retryJob(supervisor, id)).toBe(true);

    await eventually(isDrained, { what: () => 'the outbox to drain' });
    expect(runs).toEqual([id, id]);
    expect(await parkedNow()).toBeUndefined();
    expect(await adminSql`select job from effect where outbox_id = ${id}`).toEqual([
      { job: 'casework.acknowledge' },
    ]);
    expect(await acknowledgements([caseId])).toBe(isDone ? 0 : 1);
    const plain = openRedis(redis.url, { role: 'plain' });
    await eventually(async () => (await plain.exists(`${prefix}:casework:${id}`)) === 0);
    plain.disconnect();
  },
);
