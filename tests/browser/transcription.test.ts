import { AxeBuilder } from '@axe-core/playwright';
import { readCase } from '@guichet/casework';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { signIn } from '../support/doors/sign-in.ts';
import { eventually } from '../support/eventually.ts';
import { recordedRequest } from '../support/recorded-request.ts';
import { testPassword, useDesk } from '../support/test-desk.ts';
import { pictures } from './look-at.ts';
import { openDesk } from './open-desk.ts';

const desk = await useDesk();
const agent = await desk.staff('agente', ['agent', 'clerk'], ['voirie']);
const { home, browser } = await openDesk(desk);

/** A case whose place was said in twenty seconds. */
const said = (suggestion?: string) => recordedRequest(desk, agent, suggestion ? { suggestion } : {});

const sound = (page: Page) =>
  page.locator('audio').evaluate((one: HTMLAudioElement) => ({
    at: one.currentTime,
    paused: one.paused,
    speed: one.playbackRate,
    length: one.duration,
  }));

async function placeOf(reference: string) {
  const file = await readCase(agent, { reference });
  return file.answers.find(({ question }) => question === 'place')?.value;
}

/** Looks at the page at a width: nothing scrolls sideways, and it is accessible. */
async function look(page: Page, width: number, name: string): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `at ${width} px it scrolls sideways`).toBe(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  if (pictures) await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
}

it('a recording is typed with the keyboard alone, its player worked by keys meanwhile, and the next one opens', async () => {
  const [first, second] = [await said(), await said('devant le dix rue des pins')];
  const page = await signIn(await browser.newContext({ locale: 'fr-CA' }), home, 'agente', testPassword);
  await page.goto(`${home}/tasks`);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.locator('[data-start] :focus').waitFor();
  await eventually(async () => (await sound(page)).length > 19);

  await page.keyboard.press('F2');
  await eventually(async () => (await sound(page)).at > 1.5);
  await page.keyboard.type('Devant le ');
  expect(await sound(page)).toMatchObject({ paused: false, speed: 1 });
  const before = (await sound(page)).at;
  await page.keyboard.press('F2');
  const stopped = await sound(page);
  expect(stopped.paused).toBe(true);
  expect(stopped.at).toBeLessThan(before + 0.5);

  await page.locator('audio').evaluate((one: HTMLAudioElement) => {
    one.currentTime = 10;
  });
  await page.keyboard.press('F4');
  expect((await sound(page)).at).toBeCloseTo(7, 1);
  await page.keyboard.press('F8');
  await page.keyboard.press('F8');
  expect((await sound(page)).speed).toBe(0.75);
  await eventually(async () => (await page.locator('[data-speed]').innerText()) === '0,75');
  await page.keyboard.press('Shift+F8');
  expect((await sound(page)).speed).toBe(0.9);
  await page.keyboard.press('Control+F4');
  expect((await sound(page)).at, 'with Control a key is the browser’s').toBeCloseTo(7, 1);
  await page.locator('[data-start] :focus').evaluate((field) => {
    const init = { key: 'F4', bubbles: true, cancelable: true, modifierAltGraph: true };
    field.dispatchEvent(new KeyboardEvent('keydown', init));
  });
  expect((await sound(page)).at, 'with AltGr a key is a letter’s').toBeCloseTo(7, 1);

  await page.keyboard.type('12, rue des Érables');
  expect(await page.locator('[data-start] :focus').inputValue()).toBe('Devant le 12, rue des Érables');
  await Promise.all([page.waitForURL(/told=typed/), page.keyboard.press('Enter')]);
  expect(await placeOf(first.reference)).toEqual({ text: 'Devant le 12, rue des Érables' });

  // The next one is here, at the same speed, its keys beside it, and what became of the last is heard first.
  expect(await page.title()).toMatch(/^La réponse est inscrite au dossier. Transcription/);
  expect(await page.locator('.notice a').innerText()).toMatch(/^Dossier \d{3} \d{3} \d{4}$/);
  await eventually(async () => (await sound(page)).speed === 0.9);

  // The next one is here, ready to type in; the machine's words are one key away and are not the answer yet.
  await page.locator('[data-start] :focus').waitFor();
  expect(await page.locator('main').innerText()).toContain('aucun autre en attente');
  expect(await page.locator('[data-start] :focus').inputValue()).toBe('');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  expect(await page.locator('[data-start] :focus').inputValue()).toBe('devant le dix rue des pins');
  expect(await placeOf(second.reference)).toMatchObject({ pending: 'transcription' });
  await page.keyboard.press('Control+z');
  expect(await page.locator('[data-start] :focus').inputValue(), 'it can be undone').toBe('');
  await page.keyboard.press('Control+y');

  for (const width of [1280, 320]) await look(page, width, 'transcription');
  await Promise.all([
    page.waitForURL(/\/tasks\?told=typed/),
    page.locator('[data-start] input').first().press('Enter'),
  ]);
  expect(await placeOf(second.reference)).toEqual({ text: 'devant le dix rue des pins' });
}, 120_000);

it('without scripts the browser’s own player stands there, and the whole station works by its forms', async () => {
  const { reference } = await said('rue des pins');
  const context = await browser.newContext({ locale: 'fr-CA', javaScriptEnabled: false });
  const page = await signIn(context, home, 'agente', testPassword);
  await page.goto(`${home}/tasks`);
  await page.locator('a[href^="/tasks/"]').first().click();
  expect(await page.locator('audio[controls]').isVisible()).toBe(true);
  for (const hidden of ['[data-pedal="play"]', '[data-take]'])
    expect(await page.locator(hidden).isVisible()).toBe(false);
  expect(await page.locator('[data-suggestion]').innerText()).toBe('rue des pins');
  if (pictures) await page.screenshot({ path: `${pictures}/transcription-plain.png`, fullPage: true });
  await page.locator('details summary', { hasText: 'Transcription impossible' }).click();
  if (pictures) await page.screenshot({ path: `${pictures}/unheard-plain.png`, fullPage: true });
  await page.getByRole('button', { name: 'Faire rappeler la personne' }).click();
  await page.locator('a[href^="/tasks/"]').first().click();
  if (pictures) await page.screenshot({ path: `${pictures}/recall-plain.png`, fullPage: true });
  await page.locator('[data-start] input').first().fill('Coin des Pins');
  await page.getByRole('button', { name: 'Enregistrer la réponse' }).click();
  expect(await placeOf(reference)).toEqual({ text: 'Coin des Pins' });
}, 120_000);

const usb = { play: 'F9', back: 'F7', slower: 'F8', faster: '' } as const;

it('a pedal that sends other keys is chosen by pressing it, works while letters are typed, and can be turned off', async () => {
  const { href, reference } = await said();
  const context = await browser.newContext({ locale: 'fr-CA' });
  const page = await signIn(context, home, 'agente', testPassword);
  await page.goto(`${home}${href}`);
  await page.getByRole('link', { name: 'Choisir les touches' }).first().click();
  for (const [pedal, key] of Object.entries(usb)) {
    await page.focus(`#key-${pedal}`);
    if (key) await page.keyboard.press(key);
    else await page.selectOption(`#key-${pedal}`, '');
    expect(await page.inputValue(`#key-${pedal}`)).toBe(key);
  }
  for (const width of [1280, 320]) await look(page, width, 'keys');
  await page.getByRole('button', { name: 'Enregistrer les touches' }).press('Enter');
  await page.locator('[data-start] :focus').waitFor();
  expect(new URL(page.url()).pathname).toBe(href);

  await eventually(async () => (await sound(page)).length > 19);
  await page.keyboard.press('F2');
  expect((await sound(page)).paused, 'F2 is nobody’s now').toBe(true);
  await page.keyboard.press('F9');
  await eventually(async () => !(await sound(page)).paused);
  await page.keyboard.type('jkno?/ Devant l’école, à Lévis');
  expect(await page.locator('[data-start] :focus').inputValue()).toBe('jkno?/ Devant l’école, à Lévis');
  await page.keyboard.press('F9');
  expect((await sound(page)).paused).toBe(true);
  await page.locator('audio').evaluate((one: HTMLAudioElement) => {
    one.currentTime = 10;
  });
  await page.keyboard.press('F7');
  expect((await sound(page)).at).toBeCloseTo(7, 1);
  await page.keyboard.press('F8');
  expect((await sound(page)).speed).toBe(0.9);

  // The desk's one switch stops these keys too, at once and on the pages after.
  expect(await page.locator('[data-pedal="play"]').getAttribute('aria-keyshortcuts')).toBe('F9');
  await page.click('#desk-keys summary');
  await page.click('[data-keys-switch]');
  await page.focus('[data-start] input');
  await page.keyboard.press('F7');
  expect((await sound(page)).at).toBeCloseTo(7, 1);
  expect(await page.locator('[data-pedal="play"]').getAttribute('aria-keyshortcuts')).toBeNull();
  expect(await page.locator('kbd:visible').count()).toBe(
    await page.locator('#desk-keys kbd:visible').count(),
  );
  await page.goto(`${home}${href}`);
  await page.locator('[data-start] :focus').waitFor();
  await page.keyboard.press('F9');
  expect((await sound(page)).paused).toBe(true);
  expect(await page.locator('.pedals').innerText()).toContain('Les touches sont désactivées.');

  // The pedal alone, without the letters: for who dictates to the desk.
  await page.getByRole('link', { name: 'Choisir les touches' }).first().click();
  await page.check('#mode-pedals');
  await page.getByRole('button', { name: 'Enregistrer les touches' }).press('Enter');
  await page.locator('[data-start] :focus').waitFor();
  await page.keyboard.press('F9');
  await eventually(async () => !(await sound(page)).paused);
  await page.focus('main');
  await page.keyboard.press('?');
  expect(await page.locator('#desk-keys').getAttribute('open')).toBeNull();
  await page.fill('[data-start] input', 'Rue des Pins');
  await page.press('[data-start] input', 'Enter');
  await page.waitForURL(/told=typed/);
  expect(await placeOf(reference)).toEqual({ text: 'Rue des Pins' });
  await context.close();
}, 120_000);
