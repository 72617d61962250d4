import { expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import type { DeskContext } from '../context.ts';
import { type ReceiveBatch, receiveBatch } from './receive-batch.ts';

const desk = await useDesk();
let scans = 0;
const scan = (): ReceiveBatch => ({
  bytes: Buffer.from(`%PDF-1.7 ${(scans += 1)}`),
  fileName: 'lot.pdf',
  mediaType: 'application/pdf',
  source: 'upload',
});

/** A desk whose store tells what was put in it, after something else was done first. */
function watched(before: () => Promise<unknown> = async () => undefined) {
  const put: string[] = [];
  const ctx: DeskContext = {
    ...desk.ctx,
    evidence: {
      ...desk.ctx.evidence,
      put: async (id, bytes) => {
        await before();
        put.push(id);
        await desk.ctx.evidence.put(id, bytes);
      },
    },
  };
  return { ctx, put };
}

it('stores a file that it knows no second time', async () => {
  const { ctx, put } = watched();
  const file = scan();
  const first = await receiveBatch(ctx, file);
  expect(put).toHaveLength(1);
  expect(await receiveBatch(ctx, file)).toEqual({ kind: 'already', batchId: first.batchId });
  expect(put).toHaveLength(1);
});

it('destroys what it stored when another took the same file meanwhile', async () => {
  const file = scan();
  const { ctx, put } = watched(() => receiveBatch(desk.ctx, file));
  expect(await receiveBatch(ctx, { ...file, message: 'Bonjour' })).toMatchObject({ kind: 'already' });
  expect(put).toHaveLength(2);
  for (const id of put) await expect(desk.ctx.evidence.get(id)).rejects.toMatchObject({ code: 'gone' });
});

it('says so when a file that it knows was taken for something else', async () => {
  const [mail, pile] = [scan(), scan()];
  const { batchId } = await receiveBatch(desk.ctx, mail);
  expect(await receiveBatch(desk.ctx, { ...mail, returnedWhy: 'moved' })).toEqual({
    kind: 'otherwise',
    batchId,
    returnedWhy: null,
  });
  await receiveBatch(desk.ctx, { ...pile, returnedWhy: 'moved' });
  expect(await receiveBatch(desk.ctx, pile)).toMatchObject({ kind: 'otherwise', returnedWhy: 'moved' });
  expect(await receiveBatch(desk.ctx, { ...pile, returnedWhy: 'moved' })).toMatchObject({ kind: 'already' });
});
