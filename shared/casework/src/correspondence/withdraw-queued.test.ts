import { FixedClock, newId } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import {
  decide,
  handOverAll,
  homeAddress,
  openCase,
  workDueReplies,
} from '../../../../tests/support/posted-letter.ts';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { readCase } from '../cases/read-case.ts';
import { correctAddress } from './correct-address.ts';
import { findPostings } from './find-postings.ts';
import { handOverBatch } from './hand-over-batch.ts';
import { listPrintQueue } from './list-print-queue.ts';
import { listTasks } from './list-tasks.ts';
import { noteReturned } from './note-returned.ts';
import { openPrintBatch } from './open-print-batch.ts';
import { queueLetter } from './queue-letter.ts';
import { readPrintBatch } from './read-print-batch.ts';
import { takePrintBatch } from './take-print-batch.ts';

const clock = new FixedClock('2026-11-23T15:00:00Z');
const desk = await useDesk({ clock });
const clerk = await desk.staff('held-clerk', ['clerk', 'agent'], ['voirie']);

/** A case whose first letter left, and whose second one waits to be printed. */
async function withTwoLetters() {
  const { reference } = await openCase(desk);
  const first = (await workDueReplies(desk)).findLast(({ code }) => code !== undefined);
  await handOverAll(clerk, clock);
  const [posting] = await findPostings(clerk, { code: first?.code ?? '' });
  if (!posting) throw new Error('no posting');
  await decide(clerk, reference, 'Le trou est comblé.');
  const second = (await workDueReplies(desk)).findLast(({ code }) => code !== undefined);
  return { reference, posting, second: second?.code ?? '' };
}
const file = (reference: string) => readCase(clerk, { reference });
const lastFate = async (reference: string) => (await file(reference)).deliveries.map(({ fate }) => fate);

describe('a letter that waits when its address fails', () => {
  it('leaves the print queue, asks for an address, and is written again to the corrected one with the letter that came back', async () => {
    const { reference, posting } = await withTwoLetters();
    expect((await listPrintQueue(clerk)).waiting).toBe(1);
    expect(await noteReturned(clerk, posting.id, 'moved')).toMatchObject({ kind: 'returned', withdrawn: 1 });
    expect((await listPrintQueue(clerk)).waiting).toBe(0);
    await expect(takePrintBatch(clerk, { batchId: newId() })).rejects.toMatchObject({
      publicKey: 'nothing-to-print',
    });
    expect(await workDueReplies(desk)).toMatchObject([{ kind: 'held' }]);
    expect((await lastFate(reference)).sort()).toEqual(['returned', 'withdrawn']);
    expect((await file(reference)).history.filter(({ kind }) => kind === 'reply.withdrawn')).toHaveLength(1);
    expect((await listTasks(clerk)).filter((task) => task.kind === 'address')).toHaveLength(1);
    const to = { ...homeAddress, street: '40, rue des Pins' };
    expect(await correctAddress(clerk, { reference, name: 'Jeanne Tremblay', address: to })).toEqual({
      kind: 'corrected',
      lettersSent: 2,
    });
    await workDueReplies(desk);
    expect((await listPrintQueue(clerk)).rows.map((row) => row.reference)).toEqual([reference, reference]);
    await handOverAll(clerk, clock);
  });

  it('leaves an open batch, which is handed over without it', async () => {
    const { posting, second } = await withTwoLetters();
    const batchId = newId<'print-batch'>();
    await takePrintBatch(clerk, { batchId });
    await noteReturned(clerk, posting.id, 'insufficient');
    const { letters } = await readPrintBatch(clerk, batchId);
    expect(letters).toMatchObject([{ isWithdrawn: true, spoiledWhy: 'held-back' }]);
    await expect(openPrintBatch(clerk, batchId)).rejects.toMatchObject({ code: 'not-found' });
    const over = { batchId, handedTo: 'Postes Canada', spoiled: [] };
    expect(await handOverBatch(clerk, { ...over, count: 1 })).toEqual({
      kind: 'differs',
      counted: 1,
      expected: 0,
    });
    expect(await handOverBatch(clerk, { ...over, count: 0 })).toMatchObject({ posted: 0 });
    expect(await findPostings(clerk, { code: second })).toMatchObject([{ postedAt: null }]);
  });

  it('is not withdrawn by a letter that was refused or not fetched: the address is right', async () => {
    const { posting } = await withTwoLetters();
    expect(await noteReturned(clerk, posting.id, 'unclaimed')).toMatchObject({ withdrawn: 0 });
    expect((await listPrintQueue(clerk)).waiting).toBe(1);
    await handOverAll(clerk, clock);
  });

  it('is not queued when its address fails while it is being written', async () => {
    const { reference, posting } = await withTwoLetters();
    const { id } = await desk.database.adminSql.begin(async (sql) => {
      // As the worker left it: prepared, without a fate.
      const [row] = await sql<[{ id: string }]>`
        update delivery set fate = null, settled_at = null where fate = 'print-queue' returning id`;
      await sql`delete from letter_print where delivery_id = ${row.id}`;
      return row;
    });
    await noteReturned(clerk, posting.id, 'unknown');
    const pdf = Buffer.from('%PDF-1.7');
    const letter = { pdf, pages: 1, code: 'ABCDEFGHJK', to: { name: 'X', lines: ['Y'] } };
    await queueLetter(desk.ctx, newId(), id as Parameters<typeof queueLetter>[2], letter);
    expect((await listPrintQueue(clerk)).waiting).toBe(0);
    expect(await workDueReplies(desk)).toMatchObject([{ kind: 'held' }]);
    expect((await lastFate(reference)).sort()).toEqual(['returned', 'withdrawn']);
  });
});
