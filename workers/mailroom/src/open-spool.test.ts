import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { useDesk } from '../../../tests/support/test-desk.ts';
import { openSpool } from './open-spool.ts';

const desk = await useDesk();
const folder = await mkdtemp(join(tmpdir(), 'guichet-spool-'));
afterAll(() => rm(folder, { recursive: true }));

it('gives back what was put, in any order and again, from a file without a name', async () => {
  const spool = await openSpool(folder, desk.ctx.keyring);
  const pictures = [3_000_000, 0, 17].map((size, at) => Buffer.alloc(size, at + 1));
  const ways = await Promise.all(pictures.map(spool.put));
  for (const at of [2, 0, 1, 0])
    expect((await ways[at]?.())?.equals(pictures[at] ?? Buffer.alloc(1))).toBe(true);
  expect(await readdir(folder)).toEqual([]);
  await spool.close();
  await expect(ways[0]?.()).rejects.toThrow();
});
