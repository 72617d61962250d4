import { writeFile } from 'node:fs/promises';
import {
  addCounter,
  addPlace,
  makeDevice,
  openVisit,
  readCase,
  sitAtCounter,
  takeWalkIn,
  todayOf,
} from '@guichet/casework';
import { newId } from '@guichet/kernel';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { askAtCounter, receiptOn } from '../support/doors/by-counter.ts';
import { counterKeys } from '../support/doors/counter-keys.ts';
import { signIn } from '../support/doors/sign-in.ts';
import { paperAnswers } from '../support/paper/index.ts';
import { readPdf } from '../support/read-pdf.ts';
import { testPassword, useDesk } from '../support/test-desk.ts';
import { pictures } from './look-at.ts';
import { openDesk } from './open-desk.ts';

const desk = await useDesk();
const staff = await desk.staff('commis', ['clerk'], ['voirie', 'animaux', 'greffe']);
const chief = await desk.staff('cheffe', ['supervisor'], ['voirie']);
const { home, browser } = await openDesk(desk);
const placeId = await addPlace(desk.ctx, {
  code: 'hotel-de-ville',
  name: { fr: 'Hôtel de ville', en: 'City hall' },
  timeZone: 'America/Toronto',
});
const counterId = await addCounter(desk.ctx, { placeId, name: '1' });
const clerk = await signIn(await browser.newContext({ locale: 'fr-CA' }), home, 'commis', testPassword);

/** Links a browser of its own to a device of the hall. */
async function standing(use: 'board' | 'screen', javaScriptEnabled = true): Promise<Page> {
  const { code } = await makeDevice(chief, { use, placeId, ...(use === 'screen' ? { counterId } : {}) });
  const context = await browser.newContext({ locale: 'fr-CA', javaScriptEnabled });
  const page = await context.newPage();
  await page.goto(`${home}/counter/${use}`);
  await page.fill('#code', code);
  await page.press('#code', 'Enter');
  await page.waitForURL(`${home}/counter/${use}`);
  return page;
}

const waiting = (language: 'fr' | 'en' = 'fr') =>
  openVisit(staff, {
    visitId: newId(),
    placeId,
    family: 'municipal',
    language,
    how: 'clerk',
    priority: false,
  });

/** Counts the keys pressed; what a person tells in their own words, names and addresses, is not counted. */
function countedKeys(page: Page) {
  let keys = 0;
  return {
    get keys() {
      return keys;
    },
    press: async (key: string) => {
      keys += 1;
      await page.keyboard.press(key);
    },
    type: async (text: string, isTold = false) => {
      if (!isTold) keys += text.length;
      await page.keyboard.type(text);
    },
  };
}

it('serves a walk-in from the ticket to the next person in 25 keys beyond what they tell, and the board follows', async () => {
  const [board, plain] = [await standing('board'), await standing('board', false)];
  await waiting();
  await waiting('en');
  await clerk.goto(`${home}/counter`);
  await clerk.getByRole('button', { name: 'Prendre le guichet 1' }).click();
  const service = desk.ctx.catalogue.find('nid-de-poule');
  const facts = paperAnswers['nid-de-poule'];
  if (!service || !facts) throw new Error('no pothole');
  const toldByPerson = [
    (facts['place'] as { text: string }).text,
    facts['description'],
    facts['reply-email'],
  ];
  const hand = countedKeys(clerk);
  await clerk.waitForFunction(() => document.activeElement?.getAttribute('data-key') === 'next');
  await hand.press('Enter');
  await board.locator('.board-newest').waitFor();
  expect(await board.locator('.board-newest').innerText()).toMatch(/A001\s+1/);
  expect(await board.locator('#newest-call').textContent()).toContain('Ticket A001, counter 1.');
  await plain.reload();
  expect(await plain.locator('.board-newest').innerText()).toMatch(/A001\s+1/);
  expect(await plain.content()).toContain('http-equiv="refresh"');
  await clerk.locator('.hand-ticket').waitFor();
  await hand.press('Enter');
  await clerk.locator('#find-service').waitFor();
  await hand.type('nid');
  await hand.press('Enter');
  await clerk.locator('[data-enter-next]').waitFor();
  const today = todayOf(desk.ctx.clock.now());
  for (const { text, key } of counterKeys(service, facts, { language: 'fr', today })) {
    const told = toldByPerson.includes(text);
    await hand.type(text, told);
    await hand.press(key);
  }
  await clerk.waitForURL(/receipt$/);
  const reference = await receiptOn(clerk);
  expect((await readCase(staff, { reference })).channel).toBe('counter');
  await clerk.waitForFunction(() => document.activeElement?.matches('[data-print]'));
  await hand.press('Tab');
  await hand.press('Enter');
  await clerk.locator('.hand-ticket').waitFor();
  expect(await clerk.locator('.hand-ticket').innerText()).toContain('A002');
  expect(hand.keys).toBeLessThanOrEqual(25);
});

it('has the person check their answers on the screen before them, which forgets them when the visit ends', async () => {
  const screen = await standing('screen');
  await clerk.getByRole('button', { name: 'Servir', exact: true }).click();
  await screen.getByText('Ticket A002').waitFor();
  await clerk.fill('#find-service', 'nid');
  await clerk.press('#find-service', 'Enter');
  await clerk.fill('[name="place.text"]', 'Rue des Pins');
  await clerk.fill('[name="size"]', '1');
  await clerk.fill('[name="danger"]', 'N');
  await clerk.fill('[name="reply-way"]', '6');
  await clerk.getByRole('button', { name: 'Montrer à la personne' }).click();
  await screen.getByText('Is this right?').waitFor();
  expect(await screen.locator('.screen-answers').innerText()).toContain('Rue des Pins');
  await screen.getByRole('button', { name: 'No, something is wrong' }).press('Enter');
  await clerk.getByText('une réponse n’est pas juste').waitFor();
  await clerk.fill('[name="place.text"]', 'Rue des Érables');
  await clerk.getByRole('button', { name: 'Montrer à la personne' }).click();
  await screen.getByText('Rue des Érables').waitFor();
  await screen.getByRole('button', { name: 'Yes, all is right' }).click();
  await clerk.getByText('a confirmé ses réponses').waitFor();
  await clerk.getByRole('button', { name: 'Enregistrer la demande' }).click();
  await clerk.waitForURL(/receipt$/);
  await clerk.emulateMedia({ media: 'print' });
  const printed = await clerk.locator('body').innerText();
  expect(printed, 'the paper says the reference and nothing of the desk').not.toMatch(
    /commis|Terminer|Droits/,
  );
  await clerk.emulateMedia({ media: null });
  await clerk.getByRole('button', { name: 'Terminer et appeler la personne suivante' }).click();
  await screen.locator('.screen-idle').waitFor();
  expect(await screen.content()).not.toContain('Érables');
  const kinds = await desk.database.adminSql<{ kind: string; how: string | null }[]>`
    select kind, data ->> 'how' as how from event where kind = 'visit.answers-told' order by at`;
  expect(kinds.map(({ how }) => how)).toEqual(['screen', 'screen']);
});

it('takes a photograph made at the counter as evidence of the case', async () => {
  // A tablet: where there is a mouse, a file is chosen or scanned.
  const context = await browser.newContext({ locale: 'fr-CA', hasTouch: true, isMobile: true });
  const page = await signIn(context, home, 'commis', testPassword);
  await page.goto(`${home}/counter/nid-de-poule`);
  const noise = { type: 'gaussian', mean: 120, sigma: 40 } as const;
  const photo = await sharp({ create: { width: 1200, height: 900, channels: 3, noise, background: '#777' } })
    .withExif({ IFD0: { Make: 'Tablette' } })
    .jpeg()
    .toBuffer();
  await page.fill('[name="place.text"]', 'Rue des Photos');
  await page.fill('[name="size"]', '1');
  await page.fill('[name="danger"]', 'N');
  await page.fill('[name="reply-way"]', '6');
  const camera = page.locator('input[capture="environment"]');
  for (const width of [320, 800]) {
    await page.setViewportSize({ width, height: 800 });
    await camera.scrollIntoViewIfNeeded();
    expect(await camera.isVisible()).toBe(true);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `at ${width} px`).toBeLessThanOrEqual(0);
    // Not the full page: taken so, a browser forgets that there is no mouse.
    if (pictures) await page.screenshot({ path: `${pictures}/take-photo-${width}.png` });
  }
  await camera.setInputFiles({ name: 'IMG_0117.jpg', mimeType: 'image/jpeg', buffer: photo });
  await page.getByRole('button', { name: 'Enregistrer la demande' }).click();
  await page.waitForURL(/receipt$/);
  const { evidence } = await readCase(staff, { reference: await receiptOn(page) });
  expect(evidence.map(({ fileName, mediaType }) => ({ fileName, mediaType }))).toEqual([
    { fileName: 'IMG_0117.jpg', mediaType: 'image/jpeg' },
  ]);
  const original = await page.request.get(`${home}/evidence/${evidence[0]?.id}`);
  expect(original.headers()['content-type']).toBe('image/jpeg');
  expect((await original.body()).equals(photo)).toBe(true);
  await context.close();
});

it('prints on a roll of 80 mm the receipt of a fee that was paid, and nothing sideways of it', async () => {
  const service = desk.ctx.catalogue.find('permis-chien');
  const answers = paperAnswers['permis-chien'];
  if (!service || !answers) throw new Error('no dog licence');
  const page = await signIn(await browser.newContext({ locale: 'fr-CA' }), home, 'commis', testPassword);
  const today = todayOf(desk.ctx.clock.now());
  const reference = await askAtCounter(page, home, { service, answers, language: 'fr', today });
  await page.check('#fee-card');
  await page.fill('#fee-receipt', 'AUT 117');
  await page.getByRole('button', { name: 'Inscrire le paiement' }).click();
  await page.getByText('Le paiement est inscrit au dossier').waitFor();

  const [roll, margin] = [80, 4];
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: Math.floor(((roll - 2 * margin) / 25.4) * 96), height: 800 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide, 'scrolls sideways on paper').toBe(0);
  if (pictures) await page.screenshot({ path: `${pictures}/receipt-roll.png`, fullPage: true });
  const side = `${margin}mm`;
  const bytes = await page.pdf({
    width: `${roll}mm`,
    height: '297mm',
    margin: { top: side, right: side, bottom: side, left: side },
    tagged: true,
  });
  if (pictures) await writeFile(`${pictures}/receipt-roll.pdf`, bytes);
  const { pages } = await readPdf(bytes);
  expect(pages).toHaveLength(1);
  expect(pages[0]?.width).toBeCloseTo((roll / 25.4) * 72, 0);
  // Letters are set one by one: where words end is not in the file.
  const said = (pages[0]?.structure ?? [])
    .map(({ text }) => text)
    .join('')
    .replaceAll(/\s/g, '');
  expect(said).toContain(reference);
  expect(said).toMatch(/Enregistrerunchien.*Payé30,00\$\(carte\)/);
  expect(said, 'nothing of the desk').not.toMatch(/commis|AUT117|Inscrire|Àpayer|Personnesuivante/);
});

it('does not note as said aloud what the person was not shown, however the questions followed the answers', async () => {
  await sitAtCounter(staff, counterId);
  await takeWalkIn(staff, { visitId: newId(), family: 'municipal', language: 'fr' });
  await clerk.goto(`${home}/counter`);
  await clerk.fill('#find-service', 'nid');
  await clerk.press('#find-service', 'Enter');
  await clerk.fill('[name="place.text"]', 'Rue des Ormes');
  await clerk.fill('[name="size"]', '1');
  await clerk.fill('[name="reply-way"]', '6');
  await clerk.fill('[name="danger"]', 'O');
  await clerk.press('[name="danger"]', 'Enter');
  await clerk.fill('[name="danger-kinds"]', '1');
  await clerk.getByRole('button', { name: 'Montrer à la personne' }).click();
  await clerk.getByText('On attend sa confirmation').waitFor();
  // The desk draws anew which questions hold, and the page fits them in around what was drawn with it.
  await clerk.fill('[name="danger"]', 'N');
  await clerk.press('[name="danger"]', 'Enter');
  await clerk.locator('[name="danger-kinds"]').waitFor({ state: 'detached' });
  await clerk.getByRole('button', { name: 'Confirmé de vive voix' }).click();
  await clerk.waitForURL(/\?changed$/);
  expect(await clerk.locator('#screen-state').innerText()).toContain('Les réponses ont changé depuis');
  const noted = await desk.database.adminSql`select 1 from screen_check where answered_how = 'oral'`;
  expect(noted).toHaveLength(0);
});
