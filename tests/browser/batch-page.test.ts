import {
  claimDueJobs,
  type DueJob,
  noteBatchProgress,
  type PageTaken,
  receiveBatch,
  setLetterAside,
  readBatch,
  settleBatch,
} from '@guichet/casework';
import type { BatchId } from '@guichet/kernel';
import { expect, it } from 'vitest';
import sharp from 'sharp';
import { signIn } from '../support/doors/sign-in.ts';
import { testPassword, useDesk } from '../support/test-desk.ts';
import { breaksNoRule, fits, tabTo } from './look-at.ts';
import { openDesk } from './open-desk.ts';

const desk = await useDesk();
const clerk = await desk.staff('commis', ['clerk'], ['voirie']);
await desk.staff('cheffe', ['supervisor'], ['voirie']);
await desk.staff('adjointe', ['supervisor'], ['voirie']);
const { home, browser } = await openDesk(desk);

const picture = await sharp({ create: { width: 160, height: 207, channels: 3, background: '#fff' } })
  .jpeg()
  .toBuffer();
const form = { service: 'nid-de-poule', version: 1, language: 'fr', serial: 'SERIE0001' } as const;
const page = { bytes: async () => picture, mediaType: 'image/jpeg', reasons: [] };
const pages: PageTaken[] = [
  { place: 1, takenFor: 'form', formPage: 1, formPages: 4, doubts: [], letter: 0, small: picture },
  { place: 2, takenFor: 'blank', doubts: [], small: picture, picture: async () => picture },
  { place: 3, takenFor: 'duplicate', formPage: 1, formPages: 4, doubts: [], letter: 0, small: picture },
  { place: 4, takenFor: 'letter', doubts: ['two-codes'], letter: 1, small: picture },
];

let scans = 0;
async function receive(): Promise<{ id: BatchId; settle: (taken: PageTaken[]) => Promise<void> }> {
  scans += 1;
  const bytes = Buffer.from(`%PDF-1.7 ${scans}`);
  const fileName = `numérisation-du-${scans}-novembre-au-comptoir-de-l-hotel-de-ville.pdf`;
  const { batchId: id } = await receiveBatch(desk.ctx, { bytes, fileName, mediaType: 'x', source: 'upload' });
  const due: DueJob[] = [];
  await claimDueJobs(desk.ctx, 50, async (jobs) => {
    due.push(...jobs.filter(({ job }) => job === 'mailroom.read'));
  });
  const base = { missingPages: [], answers: {}, fields: [] };
  const letters = [
    {
      ...base,
      form,
      missingPages: [2, 3, 4],
      pages: [
        { ...page, place: 1 },
        { ...page, place: 3 },
      ],
    },
    { ...base, form: undefined, pages: [{ ...page, place: 4 }] },
  ];
  const settle = (taken: PageTaken[]) =>
    settleBatch(desk.ctx, due[0]?.id ?? '', id, { kind: 'read', letters, pages: taken });
  return { id, settle };
}

it('a batch is followed, looked through and closed by keyboard, on a narrow screen, with and without scripts', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ locale: 'fr-CA', javaScriptEnabled });
    let view = await signIn(context, home, 'cheffe', testPassword);
    const { id, settle } = await receive();
    await noteBatchProgress(desk.ctx, id, { pages: 4, pagesRead: 1 });
    await view.goto(`${home}/mailroom/batches/${id}`);
    await view
      .getByText(/Pages lues\s:\s1 sur 4/)
      .first()
      .waitFor();
    if (javaScriptEnabled) await breaksNoRule(view, 'a batch being read');
    await fits(view, `batch-reading-${javaScriptEnabled}`);

    await settle(pages);
    // With scripts the page draws itself again; somebody at the desk moves the pointer now and then.
    if (javaScriptEnabled) await view.mouse.move(5, 5);
    else await view.reload();
    await view.getByText('Verso vierge').first().waitFor();
    if (javaScriptEnabled) await breaksNoRule(view, 'a batch read');
    await fits(view, `batch-read-${javaScriptEnabled}`);
    expect(await view.locator('img.small-page').count()).toBe(4);

    await tabTo(view, '#counted');
    await view.keyboard.type('3');
    await tabTo(view, '#looked-at');
    await view.keyboard.press('Space');
    await tabTo(view, 'form[action$="/check"] .button');
    await view.keyboard.press('Enter');
    await view.getByText('Le contrôle est inscrit').waitFor();
    for (const { id: letter } of (await readBatch(clerk, id)).letterRows) await setLetterAside(clerk, letter);
    // Whoever looked through it does not also say that its paper is destroyed.
    const second = await browser.newContext({ locale: 'fr-CA', javaScriptEnabled });
    view = await signIn(second, home, 'adjointe', testPassword);
    await view.goto(`${home}/mailroom/batches/${id}`);
    if (javaScriptEnabled) await breaksNoRule(view, 'the gate of a batch');
    await fits(view, `batch-gate-${javaScriptEnabled}`);
    await tabTo(view, '#rule');
    await view.keyboard.type('3-12');
    await tabTo(view, '#heritage');
    await view.keyboard.press('Space');
    await tabTo(view, 'form[action$="/destruction"] .button');
    await view.keyboard.press('Enter');
    await view.getByText('La destruction est inscrite').waitFor();
    await view.goto(`${home}/mailroom/batches/${id}/record`);
    if (javaScriptEnabled) await breaksNoRule(view, 'the record of a batch');
    await fits(view, `batch-record-${javaScriptEnabled}`);
    await Promise.all([context.close(), second.close()]);
  }
});

it('files are sent with their progress said, and a refusal is drawn in place with the focus on it', async () => {
  const context = await browser.newContext({ locale: 'fr-CA' });
  const view = await signIn(context, home, 'commis', testPassword);
  await view.goto(`${home}/mailroom`);
  await breaksNoRule(view, 'the mailroom');
  await fits(view, 'mailroom');
  await view.setInputFiles('#file', {
    name: 'chat.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('un chat'),
  });
  await view.getByRole('button', { name: 'Envoyer à la lecture' }).click();
  await view.locator('.error-summary').getByText('chat.pdf').waitFor();
  await view.locator('#file-error').getByText('chat.pdf').waitFor();
  expect(await view.evaluate(() => document.activeElement?.classList.contains('error-summary'))).toBe(true);
  // A slow line: what is being sent is told before the answer comes.
  const told: string[] = [];
  await view.exposeFunction('tell', (text: string) => void told.push(text));
  await view.evaluate(() => {
    const line = document.querySelector('#sending');
    const say = (globalThis as unknown as { tell: (text: string) => void }).tell;
    if (line) new MutationObserver(() => say(line.textContent ?? '')).observe(line, { childList: true });
  });
  const big = Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    Buffer.alloc(4_000_000, 'x'),
    Buffer.from('\n%%EOF'),
  ]);
  await view.setInputFiles('#file', { name: 'gros.pdf', mimeType: 'application/pdf', buffer: big });
  await view.getByRole('button', { name: 'Envoyer à la lecture' }).click();
  await view.waitForURL(/\/mailroom\/batches\/.*told=received/);
  expect(told.at(-1)).toMatch(/^Envoi terminé/);
  await view.goto(`${home}/mailroom`);
  await view.setInputFiles('#file', { name: 'copie.pdf', mimeType: 'application/pdf', buffer: big });
  await view.getByRole('button', { name: 'Envoyer à la lecture' }).click();
  await view.waitForURL(/told=already/);
  await view.getByText('avait déjà été reçu').waitFor();
  await context.close();
});
