import { keepView } from '@guichet/casework';
import { formatReference } from '@guichet/kernel';
import type { Page } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { openedCases } from '../support/opened-cases.ts';
import { signIn } from '../support/doors/sign-in.ts';
import { testPassword, useDesk } from '../support/test-desk.ts';
import { breaksNoRule, fits, tabTo } from './look-at.ts';
import { openDesk } from './open-desk.ts';

const desk = await useDesk();
const agent = await desk.staff('agente', ['agent'], ['voirie']);
await desk.staff('cheffe', ['supervisor'], ['voirie']);
const [first = '', second = ''] = await openedCases(desk, 2);
await keepView(agent, { name: 'Tétraèdre', filter: { due: 'late' } });
const { home, browser } = await openDesk(desk);
const page = await signIn(await browser.newContext({ locale: 'fr-CA' }), home, 'agente', testPassword);
const refused: string[] = [];
page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
page.on('pageerror', (error) => refused.push(error.message));
afterEach(() => expect(refused, 'nothing the policy refuses').toEqual([]));

const options = (on: Page) => on.locator('#palette-list [role="option"]').allInnerTexts();
const chosen = (on: Page) =>
  on.evaluate(() => {
    const id = document.querySelector('#palette-words')?.getAttribute('aria-activedescendant') ?? '';
    return document.getElementById(id)?.textContent ?? '';
  });
const focused = (on: Page) => on.evaluate(() => document.activeElement?.id ?? '');

/** Opens the palette by its key, and waits until the pages have come. */
async function openPalette(on: Page): Promise<void> {
  await on.keyboard.press('g');
  await on.locator('#palette[open]').waitFor();
  await on.locator('#palette-list [role="option"]', { hasText: /Mon compte|My account/ }).waitFor();
}

async function closePalette(on: Page): Promise<void> {
  await on.keyboard.press('Escape');
  await on.locator('#palette[open]').waitFor({ state: 'detached' });
}

it('finds a page by a few letters, without accents and in both languages, and goes there', async () => {
  await page.goto(home);
  await openPalette(page);
  expect(await focused(page)).toBe('palette-words');
  await fits(page, 'palette');
  await breaksNoRule(page, 'palette');
  await page.keyboard.type('taches');
  expect(await options(page)).toEqual(['Tâches']);
  await page.keyboard.press('Control+A');
  await page.keyboard.type('keyboard');
  expect(await chosen(page)).toBe('Raccourcis du clavier');
  await Promise.all([page.waitForURL('**/keys'), page.keyboard.press('Enter')]);
});

it('lists only what the person may see, and their views of the queue', async () => {
  await page.goto(home);
  await openPalette(page);
  expect((await options(page)).join()).not.toContain('Supervision');
  await page.keyboard.type('tetra');
  await Promise.all([page.waitForURL('**/?due=late'), page.keyboard.press('Enter')]);
  const chief = await signIn(await browser.newContext(), home, 'cheffe', testPassword);
  await openPalette(chief);
  expect((await options(chief)).join()).toContain('Supervision');
  await chief.context().close();
});

it('goes to a case by its number, moves by arrows, and gives the focus back when it is closed', async () => {
  await page.goto(home);
  await page.keyboard.press('/');
  await page.keyboard.type('é ç @ ~ g');
  expect(await page.locator('#palette[open]').count(), 'letters are typed where letters are typed').toBe(0);
  await page.locator('[data-key="palette"]').focus();
  await page.keyboard.press('Enter');
  await page.locator('#palette[open]').waitFor();
  const [top, below] = [await chosen(page), await page.keyboard.press('ArrowDown').then(() => chosen(page))];
  expect(below).not.toBe(top);
  await page.keyboard.press('ArrowUp');
  expect(await chosen(page)).toBe(top);
  await closePalette(page);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-key'))).toBe('palette');
  await openPalette(page);
  await page.keyboard.type(formatReference(first as never));
  await Promise.all([page.waitForURL(`**/cases/${first}`), page.keyboard.press('Enter')]);
});

it('does what the page itself can do: takes a case, and writes to nobody by mistake', async () => {
  await page.goto(`${home}/cases/${second}`);
  await openPalette(page);
  await page.keyboard.type('attribuer');
  await Promise.all([page.waitForURL(/told=taken/), page.keyboard.press('Enter')]);
  await openPalette(page);
  await page.keyboard.type('hand the case');
  await page.keyboard.press('Enter');
  expect(await focused(page), 'what is folded opens, and its first field has the focus').toBe(
    'transfer-team',
  );
});

it('has the key that the person chose, and the other keys too', async () => {
  await page.goto(`${home}/keys`);
  await page.selectOption('#key-letter-palette', 'w');
  await page.locator('#key-letter-down').focus();
  await page.keyboard.press('d');
  await page.getByRole('button', { name: 'Enregistrer les touches' }).click();
  await page.waitForURL(/told=kept/);
  await page.goto(home);
  await page.keyboard.press('g');
  expect(await page.locator('#palette[open]').count()).toBe(0);
  await page.keyboard.press('w');
  await page.locator('#palette[open]').waitFor();
  await closePalette(page);
  await page.keyboard.press('j');
  expect(await page.evaluate(() => document.activeElement?.closest('[data-row]') === null)).toBe(true);
  await page.keyboard.press('d');
  expect(await page.evaluate(() => document.activeElement?.closest('[data-row]') === null)).toBe(false);
  expect(await page.locator('#desk-keys [data-does="palette"]').textContent()).toBe('W');
});

it('is a page of its own without scripts', async () => {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const bare = await signIn(plain, home, 'agente', testPassword);
  await tabTo(bare, 'a[href="/go"]');
  await bare.keyboard.press('Enter');
  await bare.waitForURL('**/go');
  await tabTo(bare, '#go-words');
  await bare.keyboard.type('rendez');
  await bare.keyboard.press('Enter');
  await bare.waitForURL('**/go?q=rendez');
  expect(await bare.locator('.go-list a').allInnerTexts()).toEqual(['Rendez-vous du jour']);
  await bare.goto(`${home}/go?q=${first}`);
  await bare.locator(`main a[href="/cases/${first}"]`).click();
  await bare.waitForURL(`**/cases/${first}`);
  await plain.close();
});
