import { FixedClock, newId, type PrintBatchId, type Reference } from '@guichet/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { openCase, type ToldReply, workDueReplies } from '../../../../tests/support/posted-letter.ts';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { readCase } from '../cases/read-case.ts';
import { findStatus } from '../intake/find-status.ts';
import { verifyHistory } from '../records/verify-history.ts';
import { type HandOverBatch, handOverBatch } from './hand-over-batch.ts';
import { listPrintBatches } from './list-print-batches.ts';
import { listPrintQueue } from './list-print-queue.ts';
import { listAddresses, openPrintBatch } from './open-print-batch.ts';
import { readPrintBatch } from './read-print-batch.ts';
import { takePrintBatch } from './take-print-batch.ts';

const clock = new FixedClock('2026-11-23T15:00:00Z');
const desk = await useDesk({ clock });
const clerk = await desk.staff('batch-clerk', ['clerk'], ['voirie']);
const other = await desk.staff('other-clerk', ['clerk'], ['voirie', 'animaux']);
const chief = await desk.staff('batch-chief', ['supervisor'], ['voirie']);
const stranger = await desk.staff('batch-stranger', ['clerk'], ['animaux']);
const agent = await desk.staff('batch-agent', ['agent'], ['voirie']);

let letters: { reference: Reference; statusCode: string; told: ToldReply | undefined }[] = [];
let batchId: PrintBatchId;

beforeEach(async () => {
  const before = newId<'print-batch'>();
  // Whatever another test left is out of the way.
  if ((await listPrintQueue(clerk)).waiting > 0) await takePrintBatch(clerk, { batchId: before });
  letters = [];
  for (let at = 0; at < 3; at += 1) {
    const { reference, statusCode } = await openCase(desk);
    clock.advance(1000);
    const [told] = await workDueReplies(desk);
    letters.push({ reference, statusCode, told });
  }
  batchId = newId<'print-batch'>();
});

const over = (more: Partial<HandOverBatch> = {}) =>
  handOverBatch(clerk, {
    batchId,
    count: 3,
    handedTo: 'Postes Canada, succursale Limoilou',
    spoiled: [],
    ...more,
  });
const fateOf = async (reference: string) =>
  (await readCase(clerk, { reference })).deliveries.map(({ fate }) => fate);
const kindsOf = async (reference: string) =>
  (await readCase(clerk, { reference })).history.map(({ kind }) => kind);

describe('a print batch', () => {
  it('holds all that waits, in the order it came, and leaves nothing to a second clerk', async () => {
    expect(await takePrintBatch(clerk, { batchId })).toMatchObject({ kind: 'taken' });
    const batch = await readPrintBatch(other, batchId);
    expect(batch.letters.map(({ position, reference }) => [position, reference])).toEqual(
      letters.map(({ reference }, at) => [at + 1, reference]),
    );
    expect((await listPrintQueue(other)).waiting).toBe(0);
    await expect(takePrintBatch(other, { batchId: newId() })).rejects.toMatchObject({
      publicKey: 'nothing-to-print',
    });
    expect((await listPrintBatches(other))[0]).toMatchObject({ id: batchId, letters: 3, handedAt: null });
    expect((await listPrintBatches(stranger)).map(({ id }) => id)).not.toContain(batchId);
    await expect(readPrintBatch(stranger, batchId)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is one, however often it is clicked and by however many at once', async () => {
    const mine = Array.from({ length: 3 }, () => takePrintBatch(clerk, { batchId }));
    const theirs = Array.from({ length: 3 }, () => takePrintBatch(other, { batchId: newId() }));
    const ended = await Promise.allSettled([...mine, ...theirs]);
    const batches = (await listPrintBatches(other)).filter(({ takenAt }) => takenAt >= clock.now());
    expect(batches.reduce((sum, { letters: count }) => sum + count, 0)).toBe(3);
    const refused = ended.flatMap((end) => (end.status === 'rejected' ? [end.reason.publicKey] : []));
    expect(refused.every((key) => key === 'nothing-to-print')).toBe(true);
  });

  it('is printed by who took it or a supervisor, each letter with an event', async () => {
    await takePrintBatch(clerk, { batchId });
    await expect(openPrintBatch(other, batchId)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(openPrintBatch(agent, batchId)).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await openPrintBatch(clerk, batchId)).toHaveLength(3);
    expect(await openPrintBatch(chief, batchId)).toHaveLength(3);
    const one = (await readPrintBatch(clerk, batchId)).letters[1]?.id;
    expect(await openPrintBatch(clerk, batchId, one)).toHaveLength(1);
    expect(await kindsOf(letters[0]?.reference ?? '')).toContain('letter.read-to-print');
  });

  it('lists number, reference, name and pages, with an event each', async () => {
    await takePrintBatch(clerk, { batchId });
    expect(await listAddresses(clerk, batchId)).toEqual(
      letters.map(({ reference }, at) => ({
        position: at + 1,
        reference,
        name: 'JEANNE TREMBLAY',
        pages: 1,
      })),
    );
    expect(await kindsOf(letters[2]?.reference ?? '')).toContain('letter.listed');
  });
});

describe('handing a batch over', () => {
  it('by the right count makes its letters posted from then on, once', async () => {
    await takePrintBatch(clerk, { batchId });
    clock.advance(3_600_000);
    const handedAt = new Date(clock.now().getTime() - 1_800_000);
    expect(await over({ handedAt })).toEqual({ kind: 'handed-over', posted: 3, spoiled: 0 });
    expect(await over()).toEqual({ kind: 'already' });
    for (const { reference } of letters) {
      const file = await readCase(clerk, { reference });
      expect(file.deliveries).toMatchObject([{ fate: 'posted', settledAt: handedAt }]);
      expect(file.history.filter(({ kind }) => kind === 'reply.posted')).toHaveLength(1);
      const posted = file.history.find(({ kind }) => kind === 'reply.posted');
      expect(posted?.data).toMatchObject({ postedAt: handedAt.toISOString() });
    }
    const [told] = letters;
    const status = await findStatus(desk.public('web'), {
      reference: told?.reference ?? '',
      fact: told?.statusCode ?? '',
    });
    expect(status.letter).toEqual({ postedAt: handedAt, isReturned: false });
    const batch = await readPrintBatch(clerk, batchId);
    expect(batch).toMatchObject({ handedAt, handedCount: 3, handedBy: 'batch-clerk' });
    await expect(openPrintBatch(clerk, batchId)).rejects.toMatchObject({ publicKey: 'batch-handed-over' });
    expect((await verifyHistory(desk.ctx, () => undefined)).broken).toBe(0);
  });

  it('by another count changes nothing and says what was expected', async () => {
    await takePrintBatch(clerk, { batchId });
    expect(await over({ count: 2 })).toEqual({ kind: 'differs', counted: 2, expected: 3 });
    expect(await over({ count: 4 })).toEqual({ kind: 'differs', counted: 4, expected: 3 });
    expect(await fateOf(letters[0]?.reference ?? '')).toEqual(['print-queue']);
  });

  it('without the spoiled ones, which are printed again in the next batch', async () => {
    await takePrintBatch(clerk, { batchId });
    const spoiled = (await readPrintBatch(clerk, batchId)).letters[1];
    if (!spoiled) throw new Error('none');
    expect(await over({ count: 2, spoiled: [{ id: spoiled.id, why: 'torn' }] })).toEqual({
      kind: 'handed-over',
      posted: 2,
      spoiled: 1,
    });
    expect(await fateOf(spoiled.reference ?? '')).toEqual(['print-queue']);
    expect(await kindsOf(spoiled.reference ?? '')).toContain('reply.spoiled');
    expect((await listPrintQueue(clerk)).rows.map(({ id }) => id)).toEqual([spoiled.id]);
    const next = newId<'print-batch'>();
    await takePrintBatch(other, { batchId: next });
    expect((await readPrintBatch(other, next)).letters).toMatchObject([{ id: spoiled.id, position: 1 }]);
    await handOverBatch(other, { batchId: next, count: 1, handedTo: 'Postes Canada', spoiled: [] });
    expect(await fateOf(spoiled.reference ?? '')).toEqual(['posted']);
    expect((await readPrintBatch(clerk, batchId)).letters[1]?.spoiledWhy).toBe('torn');
  });

  it.each<[string, Partial<HandOverBatch>, string]>([
    ['no count', { count: Number.NaN }, 'count-missing'],
    ['half an envelope', { count: 2.5 }, 'count-missing'],
    ['nobody', { handedTo: ' ' }, 'handed-to-missing'],
    ['tomorrow', { handedAt: new Date('2027-01-01T00:00:00Z') }, 'handed-at-wrong'],
    ['before it was printed', { handedAt: new Date('2026-11-01T00:00:00Z') }, 'handed-at-wrong'],
    ['a letter of no batch', { spoiled: [{ id: newId(), why: 'lost' }] }, 'not-in-batch'],
  ])('refuses %s', async (_, more, publicKey) => {
    await takePrintBatch(clerk, { batchId });
    await expect(over(more)).rejects.toMatchObject({ code: 'invalid', publicKey });
  });

  it('is refused to other teams and to agents', async () => {
    await takePrintBatch(clerk, { batchId });
    const input = { batchId, count: 3, handedTo: 'Postes Canada', spoiled: [] };
    await expect(handOverBatch(stranger, input)).rejects.toMatchObject({ code: 'not-found' });
    await expect(handOverBatch(agent, input)).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
