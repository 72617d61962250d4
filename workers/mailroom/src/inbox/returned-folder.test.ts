import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listBatches, listReturned } from '@guichet/casework';
import { minute } from '@guichet/kernel';
import { createLogger } from '@guichet/platform';
import { expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { lookOnce, type Seen } from './look-once.ts';
import { returnedOf } from './returned-of.ts';

const desk = await useDesk();
const clerk = await desk.staff('commis', ['clerk'], ['voirie']);
const log = createLogger('test', { level: 'silent' });

it('takes a pile of returned envelopes from a folder of its own, by reason, apart from the mail', async () => {
  const inbox = await mkdtemp(join(tmpdir(), 'guichet-inbox-'));
  const seen: Seen = new Map();
  try {
    await mkdir(join(inbox, 'returned', 'moved'), { recursive: true });
    for (const name of ['returned/pile.pdf', 'returned/moved/autre.pdf', 'lot.pdf'])
      await writeFile(join(inbox, name), `%PDF-1.7\n${name}\n%%EOF\n`);
    for (const nowMs of [0, 10 * minute]) await lookOnce({ ctx: desk.ctx, log, inbox, seen, nowMs });
    const { reading } = await listReturned(clerk);
    expect(Object.fromEntries(reading.map(({ fileName, why }) => [fileName, why]))).toEqual({
      'autre.pdf': 'moved',
      'pile.pdf': 'unstated',
    });
    expect((await listBatches(clerk)).map(({ fileName }) => fileName).sort()).toEqual([
      'autre.pdf',
      'lot.pdf',
      'pile.pdf',
    ]);
  } finally {
    await rm(inbox, { recursive: true, force: true });
  }
});

it.each([
  ['lot.pdf', undefined],
  ['returned', undefined],
  ['other/lot.pdf', undefined],
  ['returned/lot.pdf', 'unstated'],
  ['Returned/refused/lot.pdf', 'refused'],
  ['returned/lundi/lot.pdf', 'unstated'],
])('%s is %s', (path, why) => {
  expect(returnedOf(path)).toBe(why);
});
