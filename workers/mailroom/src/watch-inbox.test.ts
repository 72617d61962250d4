import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listBatches, listReturned } from '@guichet/casework';
import { createLogger } from '@guichet/platform';
import { expect, it } from 'vitest';
import { eventually } from '../../../tests/support/eventually.ts';
import { useDesk } from '../../../tests/support/test-desk.ts';
import { watchInbox } from './watch-inbox.ts';

const desk = await useDesk();
const clerk = await desk.staff('commis', ['clerk'], ['voirie']);

it('takes a pile of returned envelopes from a folder of its own, apart from the mail', async () => {
  const inbox = await mkdtemp(join(tmpdir(), 'guichet-inbox-'));
  const stop = new AbortController();
  const closing: (() => unknown)[] = [];
  watchInbox(
    {
      log: createLogger('test', { level: 'silent' }),
      signal: stop.signal,
      onClose: (close) => void closing.push(close),
    },
    desk.ctx,
    inbox,
  );
  try {
    await mkdir(join(inbox, 'returned'), { recursive: true });
    await writeFile(join(inbox, 'returned', 'retours.pdf'), '%PDF-1.7 envelopes');
    await writeFile(join(inbox, 'lot.pdf'), '%PDF-1.7 mail');
    const moved = ['returned/received/retours.pdf', 'received/lot.pdf'].map((name) => join(inbox, name));
    await eventually(() => moved.every((path) => existsSync(path)), { what: () => 'both files to be taken' });
    expect((await listReturned(clerk)).reading).toMatchObject([{ fileName: 'retours.pdf', why: 'unstated' }]);
    expect((await listBatches(clerk)).map(({ fileName }) => fileName).sort()).toEqual([
      'lot.pdf',
      'retours.pdf',
    ]);
  } finally {
    stop.abort();
    await Promise.all(closing.map((close) => close()));
    await rm(inbox, { recursive: true, force: true });
  }
});
