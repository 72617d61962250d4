import { checkBatch, destroyBatchPaper, setLetterAside } from '@guichet/casework';
import { createLogger } from '@guichet/platform';
import { expect, it } from 'vitest';
import { visit } from '../../../../tests/support/desk-visitor.ts';
import { receiveRead } from '../../../../tests/support/receive-read.ts';
import { letterOf } from '../../../../tests/support/scanned-letters.ts';
import { testPassword, useDesk } from '../../../../tests/support/test-desk.ts';
import { createApp } from '../app.tsx';

const desk = await useDesk();
const boss = await desk.staff('cheffe', ['supervisor'], ['voirie']);
const other = await desk.staff('adjointe', ['supervisor'], ['voirie']);
const log = createLogger('test', { level: 'silent' });
const deps = { ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false };

/** A batch whose letter is settled, and that `boss` checked. */
async function checked() {
  const { batchId, letterIds } = await receiveRead(desk.ctx, boss, [letterOf('Une page')]);
  for (const id of letterIds) await setLetterAside(boss, id);
  await checkBatch(boss, { batchId, pagesCounted: 1 });
  return batchId;
}
const said = {
  retentionRule: '3-12',
  originalFormat: 'Papier',
  transferProcess: 'Numérisation',
  guarantees: 'Empreinte',
  method: 'shredded',
  noHeritage: true,
} as const;
const record = async (batchId: string) =>
  (
    await desk.database.adminSql<{ data: Record<string, unknown> }[]>`
      select data from event where subject_id = ${batchId} and kind = 'batch.paper-destroyed'`
  ).map(({ data }) => data);

it('the paper of a batch is destroyed by another person than who checked it', async () => {
  const batchId = await checked();
  const visitor = visit(createApp(deps));
  await visitor.signIn('cheffe', testPassword);
  const own = await visitor.get(`/mailroom/batches/${batchId}`);
  expect(own.html).toContain('une contrôle la numérisation, une autre inscrit la destruction');
  expect(own.html).toContain('Vous avez contrôlé la numérisation de ce lot');
  expect(own.html).not.toContain(`/mailroom/batches/${batchId}/destruction`);
  await expect(destroyBatchPaper(boss, { ...said, batchId })).rejects.toMatchObject({
    code: 'conflict',
    publicKey: 'batch-same-person',
  });
  const csrf = /name="_csrf" value="([^"]+)"/.exec(own.html)?.[1] ?? '';
  for (const [lang, refusal] of [
    ['fr', 'Une autre personne doit inscrire'],
    ['en', 'Another person must record'],
  ] as const) {
    await visitor.get(`/?lang=${lang}`);
    const refused = await visitor.post(`/mailroom/batches/${batchId}/destruction`, {
      _csrf: csrf,
      rule: '3-12',
      format: 'Papier',
      process: 'x',
      guarantees: 'x',
      method: 'shredded',
      heritage: 'yes',
    });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain(refusal);
  }
  await destroyBatchPaper(other, { ...said, batchId });
  expect(await record(batchId)).toMatchObject([{ checkedBy: expect.any(String) }]);
  expect((await record(batchId))[0]).not.toHaveProperty('onePersonOffice');
});

it('one person does both where the body says that there is one, which the page and the record tell', async () => {
  const batchId = await checked();
  const visitor = visit(createApp({ ...deps, onePersonOffice: true }));
  await visitor.signIn('cheffe', testPassword);
  const page = await visitor.get(`/mailroom/batches/${batchId}`);
  expect(page.html).toContain('Selon le réglage de votre organisme, une même personne peut');
  const done = await visitor.send(`/mailroom/batches/${batchId}/destruction`, {
    rule: '3-12',
    format: 'Papier',
    process: 'x',
    guarantees: 'x',
    method: 'shredded',
    heritage: 'yes',
  });
  expect(done.html).toContain('La destruction est inscrite');
  expect(await record(batchId)).toMatchObject([{ onePersonOffice: true }]);
});
