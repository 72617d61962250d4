import {
  acceptSubmission,
  claimDueJobs,
  type DueJob,
  joinLetter,
  type LetterReading,
  listLetters,
  readCase,
  receiveBatch,
  settleBatch,
} from '@guichet/casework';
import { jpegOf, openTextReader, readFreePage, suggest } from '@guichet/channels/mail';
import { newId } from '@guichet/kernel';
import { afterAll, expect, it } from 'vitest';
import { degrade } from '../support/paper/degrade.ts';
import { typedLetters, typeLetter } from '../support/paper/free-letters.ts';
import { printed } from '../support/paper/sheet.ts';
import { signIn } from '../support/doors/sign-in.ts';
import { testPassword, useDesk } from '../support/test-desk.ts';
import { breaksNoRule, fits, tabTo } from './look-at.ts';
import { openDesk } from './open-desk.ts';

const desk = await useDesk();
const clerk = await desk.staff('commis', ['clerk'], ['voirie', 'greffe', 'animaux']);
const { home, browser } = await openDesk(desk);
const reader = openTextReader();
afterAll(() => reader.close());

/** Reads real scans once: two letters of one page each, the first upside down. */
const pages = await Promise.all(
  [0, 3].map(async (at) => {
    const letter = typedLetters[at];
    if (!letter) throw new Error('no letter');
    const sheets = await degrade(
      await printed(await typeLetter(letter, 'Times-Roman')),
      at === 0 ? 'rot180' : 'office',
      at,
    );
    const [sheet] = sheets;
    if (!sheet) throw new Error('no sheet');
    const { image, lines } = await readFreePage(sheet, reader);
    return { lines, bytes: await jpegOf(image), size: { width: image.width, height: image.height } };
  }),
);

let scans = 0;
/** Leaves a letter of these pages waiting; gives its id. */
async function letterOf(...places: number[]) {
  scans += 1;
  const { batchId } = await receiveBatch(desk.ctx, {
    bytes: Buffer.from(`%PDF-1.7 libre ${scans}`),
    fileName: `lot-${scans}.pdf`,
    mediaType: 'application/pdf',
    source: 'upload',
  });
  const due: DueJob[] = [];
  await claimDueJobs(desk.ctx, 50, async (jobs) => {
    due.push(...jobs.filter(({ job }) => job === 'mailroom.read'));
  });
  const read = places.flatMap((at) => pages[at] ?? []);
  const text = read.map(({ lines }) => lines);
  const letter: LetterReading = {
    form: undefined,
    missingPages: [],
    answers: {},
    fields: [],
    text,
    sizes: read.map(({ size }) => size),
    suggestions: suggest(text, '2026-11-24'),
    pages: read.map(({ bytes }, at) => ({
      bytes: async () => bytes,
      mediaType: 'image/jpeg',
      reasons: [],
      place: at + 1,
    })),
  };
  const before = new Set((await listLetters(clerk)).map(({ id }) => id));
  await settleBatch(desk.ctx, due[0]?.id ?? '', batchId, { kind: 'read', letters: [letter] });
  const found = (await listLetters(clerk)).find(({ id }) => !before.has(id));
  if (!found) throw new Error('no letter waits');
  return found.id;
}

it('is classified by keys alone, its pages and fields fit a narrow screen and break no rule', async () => {
  const id = await letterOf(1, 0);
  const page = await signIn(await browser.newContext({ locale: 'fr-CA' }), home, 'commis', testPassword);
  await page.goto(`${home}/mailroom/letters/${id}`);
  await fits(page, 'classify');
  await breaksNoRule(page, 'classify');
  await page.locator('details.give-back summary').click();
  await page.locator('details.all-services summary').click();
  await fits(page, 'classify-open');
  await breaksNoRule(page, 'classify, all open');
  await page.goto(`${home}/mailroom/letters/${id}`);
  await tabTo(page, '#suggested ~ .counter-services a[href*="service=permis-chien"]');
  await page.keyboard.press('Enter');
  await page.waitForURL(/service=permis-chien/);
  await fits(page, 'station-suggested');
  await breaksNoRule(page, 'station, suggested');
  expect(await page.content()).toContain('trouvé dans la lettre');
}, 180_000);

it('without scripts it is cut, put back and set aside', async () => {
  const id = await letterOf(0, 1);
  const context = await browser.newContext({ locale: 'fr-CA', javaScriptEnabled: false });
  const page = await signIn(context, home, 'commis', testPassword);
  await page.goto(`${home}/mailroom/letters/${id}`);
  await page.getByRole('button', { name: 'Commencer une autre lettre à la page 2' }).click();
  await page.getByText('coupée en deux').waitFor();
  const second = (await listLetters(clerk)).at(-1)?.id;
  await page.goto(`${home}/mailroom/letters/${second}`);
  await page.getByRole('button', { name: 'Joindre à la lettre d’avant' }).click();
  await page.getByText('jointes à la lettre d’avant').waitFor();
  await page.locator('details.give-back summary').click();
  await page.getByLabel('Publicité').check();
  await page.getByRole('button', { name: 'Écarter la lettre' }).click();
  await page.waitForLoadState();
  expect((await listLetters(clerk)).map((letter) => letter.id)).not.toContain(id);
  await context.close();
}, 120_000);

it('the pages of a case are turned, enlarged and left by keys, with the words looked for marked where they stand', async () => {
  const accepted = await acceptSubmission(desk.public('web'), {
    service: 'nid-de-poule',
    channel: 'web',
    language: 'fr',
    idempotency: { scope: 'test', key: newId() },
    answers: {
      place: 'Rue des Pins',
      size: 'large',
      danger: false,
      photo: { later: 'post' },
      'reply-way': 'none',
    },
  });
  if (accepted.kind === 'incomplete') throw new Error(JSON.stringify(accepted.problems));
  const { reference } = accepted.case;
  await joinLetter(clerk, { letterId: await letterOf(0, 1), reference });
  const [first, second] = (await readCase(clerk, { reference })).evidence;
  const page = await signIn(await browser.newContext({ locale: 'fr-CA' }), home, 'commis', testPassword);
  await page.goto(`${home}/cases/${reference}`);
  await breaksNoRule(page, 'case with pages');
  await page.getByRole('searchbox', { name: 'Trouver une page par ses mots' }).fill('ERABLES cyclistes');
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(`/pieces/${first?.id}$`));
  // The address of the sender, the subject, and the two cyclists.
  expect(await page.locator('.piece-marks rect').count()).toBe(3);
  // Each mark lies over its word: the picture is as large as the marks' own drawing.
  const [mark, picture] = await Promise.all(
    ['.piece-marks', '.piece-picture img'].map((selector) => page.locator(selector).boundingBox()),
  );
  expect(mark).toEqual(picture);
  await fits(page, 'piece-found');
  await breaksNoRule(page, 'piece, found');
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  await page.keyboard.press('+');
  await page.waitForURL(/zoom=150/);
  await page.keyboard.press('t');
  await page.waitForURL(/turn=90/);
  await fits(page, 'piece-turned');
  await page.keyboard.press('n');
  await page.waitForURL(new RegExp(`/pieces/${second?.id}`));
  await page.keyboard.press('p');
  await page.waitForURL(new RegExp(`/pieces/${first?.id}`));

  await letterOf(1);
  await page.goto(`${home}/mailroom`);
  await page.getByRole('searchbox').fill('vaccination');
  await page.keyboard.press('Enter');
  await page.getByText(/pages? trouvées?/).waitFor();
  await fits(page, 'found-letters');
  await breaksNoRule(page, 'found letters');
}, 180_000);
