import { readCase } from '@guichet/casework';
import type { LetterId } from '@guichet/kernel';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { lettersRead, offenceAnswers, readField, readForm } from '../support/doors/keyed-letters.ts';
import { letterPicture } from '../support/doors/letter-picture.ts';
import { signIn } from '../support/doors/sign-in.ts';
import { eventually } from '../support/eventually.ts';
import { testPassword, useDesk } from '../support/test-desk.ts';
import { breaksNoRule, fits } from './look-at.ts';
import { openDesk } from './open-desk.ts';

const desk = await useDesk();
const teams = ['voirie', 'cour-municipale'];
const clerk = await desk.staff('commis', ['clerk'], teams);
await desk.staff('deuxieme', ['clerk'], teams);
await desk.staff('chef', ['supervisor'], teams);
const { home, browser } = await openDesk(desk);

const at = (y: number) => ({ page: 1, x: 300, y, width: 1400, height: 90 });
const facts = {
  place: { text: '245, rue des Érables' },
  size: 'large',
  danger: false,
  description: 'Un trou profond.',
  photo: { later: 'post' },
  'reply-way': 'email',
  'reply-email': 'jeanne@exemple.ca',
};
const doubt = { doubts: ['readings-differ'], confidence: 0.4 };

async function letter(): Promise<LetterId> {
  const picture = await letterPicture([
    { text: '245, rue des Érables', crop: at(500) },
    { text: 'grand', crop: at(800) },
    { text: 'Non', crop: at(1100) },
    { text: 'jeanne@exemple.ca', crop: at(1700) },
  ]);
  const misread = { ...facts, place: { text: '245, rue des Erables' } };
  const [id] = await lettersRead(desk, [
    readForm(
      'nid-de-poule',
      1,
      misread,
      [
        readField('place.text', '245, rue des Erables', { ...doubt, crop: at(500) }),
        readField('size', 'large', { crop: at(800) }),
        readField('danger', 'no', { ...doubt, doubts: ['faint-mark'], crop: at(1100) }),
        readField('reply-email', 'jeanne@exemple.ca', { ...doubt, crop: at(1700) }),
      ],
      [{ bytes: async () => picture, mediaType: 'image/jpeg', reasons: [] }],
    ),
  ]);
  if (!id) throw new Error('no letter');
  return id;
}

const focused = (page: Page) =>
  page.evaluate(() => {
    const one = document.activeElement;
    return one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement
      ? one.name
      : one?.textContent?.trim();
  });
const isChecked = (page: Page, path: string) => page.isChecked(`[data-confirms="${path}"]`);
const widthOf = (page: Page) =>
  page
    .locator('.page-frame')
    .first()
    .evaluate((one) => one.getBoundingClientRect().width);
const madeOf = (page: Page) => new URL(page.url()).searchParams.get('made') ?? '';

it('a letter is confirmed by keys alone: Enter from doubt to doubt, pictures by keys, and what was done is undone', async () => {
  const id = await letter();
  const page = await signIn(await browser.newContext({ locale: 'fr-CA' }), home, 'commis', testPassword);
  await page.goto(`${home}/mailroom/letters/${id}`);
  await eventually(async () => (await focused(page)) === 'place.text');
  expect(await page.locator('.crop').count(), 'each part that was read is beside its control').toBe(4);
  await page.locator('.page-here').waitFor();
  await fits(page, 'letter-station', () => breaksNoRule(page, 'letter-station'));

  // What types letters types letters: nothing is triggered by them.
  const before = await page.inputValue('[name="place.text"]');
  await page.keyboard.press('End');
  await page.keyboard.type(' éç@~jko?/');
  expect(await page.inputValue('[name="place.text"]')).toBe(`${before} éç@~jko?/`);
  await page.keyboard.press('F2');
  expect(await page.inputValue('[name="place.text"]'), 'a change is undone').toBe(before);

  // Pictures.
  const whole = await widthOf(page);
  await page.keyboard.press('F8');
  expect(await widthOf(page)).toBeCloseTo(whole * 1.5, 0);
  await page.keyboard.press('F9');
  await page.keyboard.press('Shift+F8');
  expect(await widthOf(page)).toBeCloseTo(whole * 0.6, 0);
  await page.keyboard.press('F9');
  await page.locator('[name="place.text"]').evaluate((field) => {
    const init = { key: 'F8', bubbles: true, cancelable: true, modifierAltGraph: true };
    field.dispatchEvent(new KeyboardEvent('keydown', init));
  });
  expect(await widthOf(page), 'with AltGr a key is a letter’s').toBeCloseTo(whole, 0);

  // Enter confirms and goes on to the next doubt, past what is sure.
  await page.keyboard.press('Control+A');
  await page.keyboard.type('245, rue des Érables');
  await page.keyboard.press('Enter');
  await eventually(async () => (await focused(page)) === 'danger');
  expect(await isChecked(page, 'place.text')).toBe(true);
  await page.keyboard.press('Enter');
  await eventually(async () => (await focused(page)) === 'reply-email');
  expect(await isChecked(page, 'danger')).toBe(true);
  await page.keyboard.press('F2');
  expect(await isChecked(page, 'danger'), 'a confirmation is undone').toBe(false);
  expect(await focused(page), 'and the keyboard is back there').toBe('danger');
  await page.keyboard.press('Enter');
  await eventually(async () => (await focused(page)) === 'reply-email');
  await page.keyboard.press('Enter');
  await eventually(async () => (await focused(page)) === 'Confirmer et créer le dossier');
  await Promise.all([page.waitForURL(/made=/), page.keyboard.press('Enter')]);
  const file = await readCase(clerk, { reference: madeOf(page) });
  const how = Object.fromEntries(file.answers.map(({ question, provenance }) => [question, provenance]));
  expect(how).toMatchObject({
    place: { how: 'typed-by-staff' },
    size: { how: 'read-by-machine', confidence: 0.95 },
    danger: { how: 'read-by-machine', confidence: 0.4, checked: 'once' },
  });
  expect(file.answers.find(({ question }) => question === 'place')?.value).toEqual(facts.place);
}, 120_000);

it('without scripts no doubt passes unless its box is checked or its answer changed, and the desk names what is left', async () => {
  const id = await letter();
  const context = await browser.newContext({ locale: 'fr-CA', javaScriptEnabled: false });
  const page = await signIn(context, home, 'commis', testPassword);
  await page.goto(`${home}/mailroom/letters/${id}`);
  expect(await page.locator('[data-tools]').isVisible()).toBe(false);
  await page.fill('[name="place.text"]', '245, rue des Érables');
  await page.check('[data-confirms="danger"]');
  await page.getByRole('button', { name: 'Confirmer et créer le dossier' }).click();
  expect(await page.title()).toMatch(/^Erreur/);
  const said = page.locator('.error-summary a');
  expect(await said.count()).toBe(1);
  expect(await said.innerText()).toContain('Confirmez ou corrigez');
  expect(await isChecked(page, 'danger'), 'what was confirmed stays confirmed').toBe(true);
  const target = (await said.getAttribute('href')) ?? '';
  await page.check(target);
  await page.getByRole('button', { name: 'Confirmer et créer le dossier' }).click();
  await page.waitForURL(/made=/);
  await context.close();
}, 120_000);

const offence = { ...offenceAnswers };
async function offenceLetter(): Promise<LetterId> {
  const picture = await letterPicture([
    { text: '175,00', crop: at(600) },
    { text: '123456789', crop: at(900) },
  ]);
  const [id] = await lettersRead(desk, [
    readForm(
      'payer-constat',
      2,
      offence,
      [
        readField('amount', '175.00', { ...doubt, crop: at(600) }),
        readField('statement-number', '123456789', { crop: at(900) }),
      ],
      [{ bytes: async () => picture, mediaType: 'image/jpeg', reasons: [] }],
    ),
  ]);
  if (!id) throw new Error('no letter');
  return id;
}

it('what is critical is keyed blind by a second person and decided by a third, each by keys alone, and figures tell of it', async () => {
  const id = await offenceLetter();
  const page = await signIn(await browser.newContext({ locale: 'fr-CA' }), home, 'commis', testPassword);
  await page.goto(`${home}/mailroom/letters/${id}`);
  await eventually(async () => (await focused(page)) === 'amount');
  await page.keyboard.press('Enter');
  await eventually(async () => (await focused(page)) === 'Confirmer et créer le dossier');
  await Promise.all([page.waitForURL(/told=waits-many/), page.keyboard.press('Enter')]);
  expect(await page.locator('.notice').first().innerText()).toContain('Une autre personne doit saisir');
  await page.goto(`${home}/mailroom`);
  expect(await page.locator('a[href^="/mailroom/checks/"]').count()).toBe(0);
  expect(await page.locator('main').innerText()).toContain(
    '2 autres réponses attendent une autre personne que vous.',
  );

  const second = await signIn(await browser.newContext({ locale: 'fr-CA' }), home, 'deuxieme', testPassword);
  await second.goto(`${home}/mailroom`);
  await fits(second, 'mailroom-checks', () => breaksNoRule(second, 'mailroom-checks'));
  await second.locator('a[href^="/mailroom/checks/"]').first().focus();
  await Promise.all([second.waitForURL(/checks/), second.keyboard.press('Enter')]);
  await eventually(async () => (await focused(second)) === 'statement-number');
  expect(await second.content(), 'nothing of what was keyed or read').not.toMatch(/123456789|175/);
  await fits(second, 'check-blind', () => breaksNoRule(second, 'check-blind'));
  await second.keyboard.type('123456789');
  await Promise.all([second.waitForURL(/told=check-agrees/), second.keyboard.press('Enter')]);
  await eventually(async () => (await focused(second)) === 'amount');
  await second.keyboard.type('115,00');
  await Promise.all([second.waitForURL(/\/mailroom\?told=check-differs/), second.keyboard.press('Enter')]);

  const third = await signIn(await browser.newContext({ locale: 'fr-CA' }), home, 'chef', testPassword);
  await third.goto(`${home}/mailroom`);
  await third.locator('a[href^="/mailroom/checks/"]').first().click();
  await third.waitForURL(/checks/);
  await fits(third, 'check-decide', () => breaksNoRule(third, 'check-decide'));
  await third.getByRole('button', { name: 'Enregistrer la décision' }).click();
  expect(await third.title()).toMatch(/^Erreur/);
  await breaksNoRule(third, 'check-decide-refused');
  await third.check('#which-other');
  await third.getByRole('button', { name: 'Enregistrer la décision' }).click();
  await third.locator('.error-summary').waitFor();
  await eventually(() => third.isChecked('#which-other'));
  await third.focus('#which-first');
  await third.keyboard.press('Space');
  await third.focus('main .button-primary');
  await Promise.all([third.waitForURL(/told=check-decided&case=\d{10}/), third.keyboard.press('Enter')]);
  expect(await third.locator('.notice').first().innerText()).toMatch(/Dossier \d{3}.\d{3}.\d{4} créé/);

  await desk.ctx.sql`
    insert into reading_sample (letter_id, path, content, confidence, wrong, staff_id, at)
    select ${id}, 'path-' || n, case when n % 2 = 0 then 'date' else 'street' end, 0.9, n = 7, (select id from staff limit 1), ${new Date()}
    from generate_series(1, 80) n`;
  await desk.ctx.sql`
    insert into reading_threshold (content, confidence_min, since, raised_at) values ('street', 0.93, ${new Date(0)}, ${new Date()})`;
  for (const path of ['supervisor/mailroom', 'supervisor/mailroom/7']) {
    await third.goto(`${home}/${path}`);
    await fits(third, 'mailroom-figures', () => breaksNoRule(third, 'mailroom-figures'));
  }
  const row = third.locator('tr', { hasText: 'commis' });
  expect(await row.locator('td').allInnerTexts()).toEqual(expect.arrayContaining(['2', '1', '0']));
}, 120_000);

it('the keys of the station are chosen by pressing them, and can be turned off', async () => {
  const id = await letter();
  const page = await signIn(await browser.newContext({ locale: 'fr-CA' }), home, 'commis', testPassword);
  await page.goto(`${home}/keys`);
  await page.focus('#key-zoomIn');
  await page.keyboard.press('F10');
  await page.focus('#key-undo');
  await page.keyboard.press('F10');
  await page.getByRole('button', { name: 'Enregistrer les touches' }).press('Enter');
  expect(await page.title()).toMatch(/^Erreur/);
  expect(await page.locator('.error-summary a').getAttribute('href')).toBe('#key-undo');
  await page.focus('#key-undo');
  await page.keyboard.press('F7');
  await page.getByRole('button', { name: 'Enregistrer les touches' }).press('Enter');
  await page.waitForURL(/told=kept/);
  await fits(page, 'keys', () => breaksNoRule(page, 'keys'));

  await page.goto(`${home}/mailroom/letters/${id}`);
  await eventually(async () => (await focused(page)) === 'place.text');
  const whole = await widthOf(page);
  await page.keyboard.press('F8');
  expect(await widthOf(page), 'F8 is nobody’s now').toBeCloseTo(whole, 0);
  await page.keyboard.press('F10');
  expect(await widthOf(page)).toBeCloseTo(whole * 1.5, 0);
  await page.click('#desk-keys summary');
  await page.click('[data-keys-switch]');
  await page.focus('[name="place.text"]');
  await page.keyboard.press('F10');
  expect(await widthOf(page), 'all keys are off').toBeCloseTo(whole * 1.5, 0);
  expect(await page.locator('[data-tools]').innerText()).toContain('Les touches sont désactivées.');
  await page.keyboard.press('Enter');
  expect(await isChecked(page, 'place.text'), 'Enter is no shortcut of a letter').toBe(true);
}, 120_000);
