import type { Page, Route } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { openedCases } from '../support/opened-cases.ts';
import { signIn } from '../support/doors/sign-in.ts';
import { testPassword, useDesk } from '../support/test-desk.ts';
import { keyboardOf } from './keyboard.ts';
import { openDesk } from './open-desk.ts';
import { soon } from './open-workstation.ts';

// The next case comes in place, and everything a page does when it opens is done then too.

const desk = await useDesk();
await desk.staff('agente', ['agent'], ['voirie']);
await desk.staff('collegue', ['agent'], ['voirie']);
await desk.staff('cheffe', ['supervisor', 'agent'], ['voirie']);
const { home, browser } = await openDesk(desk);
beforeAll(() => openedCases(desk, 12));

const closures = () =>
  desk.database.adminSql<{ outcome: string }[]>`select outcome from case_closure order by case_id`;

/** The reference in an address as a page writes it. */
const spoken = (path: string) => path.replace(/^.*\/(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3');

/** How many cases are somebody's now. */
async function heldNow(): Promise<number> {
  const [row] = await desk.database.adminSql<[{ many: number }]>`
    select count(*)::int as many from assignment where ended_at is null`;
  return row.many;
}

async function openFirst(signedIn = 'agente'): Promise<Page> {
  const page = await signIn(await browser.newContext({ locale: 'fr-CA' }), home, signedIn, testPassword);
  await Promise.all([page.waitForURL('**/cases/*'), page.keyboard.press('n')]);
  // Whatever is loaded anew has lost this.
  await page.evaluate(() => Reflect.set(globalThis, 'isSamePage', true));
  return page;
}

const isSamePage = (page: Page) => page.evaluate(() => Reflect.get(globalThis, 'isSamePage') === true);

async function decide(page: Page): Promise<void> {
  const keys = keyboardOf(page);
  const here = page.url();
  await keys.press('e');
  await keys.press('Space');
  await Promise.all([page.waitForURL((url) => url.href !== here), keys.press('e')]);
}

it('comes without a new page: its own title, address, language link and start, and Back leads to the one before', async () => {
  const page = await openFirst();
  const first = new URL(page.url()).pathname;
  await decide(page);
  const path = new URL(page.url()).pathname;
  expect(path).not.toBe(first);
  expect(await isSamePage(page)).toBe(true);
  const said = spoken(path);
  await expect.poll(() => page.locator('h1 .code').innerText(), soon).toBe(said);
  expect((await page.title()).replaceAll('\u00a0', ' ')).toContain(said);
  expect(await page.locator('.desk-bar a[hreflang]').getAttribute('href')).toBe(`${path}?lang=en`);
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('h1');
  expect(await page.evaluate(() => scrollY)).toBe(0);
  expect(await page.locator('#main > link').count()).toBe(1);
  const keyed = page.locator('[data-key="closeNext"]');
  expect(await keyed.getAttribute('aria-keyshortcuts')).toBe('e');

  await page.goBack();
  await page.waitForURL(`**${first}`);
  await expect.poll(() => isSamePage(page), soon).toBe(false);
  await expect.poll(() => page.locator('h1 .code').innerText(), soon).toBe(spoken(first));
  await page.context().close();
});

it('keeps what is typed in it, and tells who else looks at it', async () => {
  const page = await openFirst();
  await decide(page);
  const path = new URL(page.url()).pathname;
  await page.locator('.outcome label').first().click();
  await page.locator('.outcome textarea').first().fill('Gardé en place.');
  await expect.poll(() => page.locator('.closure [data-saved]').innerText(), soon).not.toBe('');
  const other = await signIn(await browser.newContext({ locale: 'fr-CA' }), home, 'collegue', testPassword);
  await other.goto(`${home}${path}`);
  await expect.poll(() => page.locator('[data-looking]').innerText(), soon).toContain('collegue');
  await page.reload();
  expect(await page.locator('.outcome textarea').first().inputValue()).toBe('Gardé en place.');
  await other.context().close();
  await page.context().close();
});

it('what is refused is said in place, and what is pressed twice is done once', async () => {
  const page = await openFirst();
  const here = page.url();
  const button = page.locator('[data-key="closeNext"]');
  await button.click();
  await page.locator('#closure-error').waitFor();
  expect(page.url()).toBe(here);
  expect(await isSamePage(page)).toBe(true);
  const [before, held] = [(await closures()).length, await heldNow()];
  await page.locator('.outcome label').first().click();
  await Promise.all([
    page.waitForURL((url) => url.href !== here),
    button.evaluate((one: HTMLButtonElement) => (one.click(), one.click())),
  ]);
  await page.waitForLoadState('networkidle');
  expect((await closures()).length).toBe(before + 1);
  // The case that came with it, and none beside.
  expect(await heldNow()).toBe(held);
  expect(new URL(page.url()).search).toBe('');
  await page.context().close();
});

it('a case that somebody closed meanwhile is told on a page of its own, with what was typed', async () => {
  const page = await openFirst();
  const path = new URL(page.url()).pathname;
  await page.locator('.outcome label').first().click();
  await page.locator('.outcome textarea').first().fill('Mes mots à moi.');
  const other = await signIn(await browser.newContext({ locale: 'fr-CA' }), home, 'cheffe', testPassword);
  await other.goto(`${home}${path}`);
  await other.locator('.closure .option label').nth(1).click();
  await other.locator('.closure .button-primary').click();
  await other.waitForURL(/told=/);
  await page.locator('[data-key="closeNext"]').click();
  await expect
    .poll(() => page.locator('main').innerText(), soon)
    .toContain('rien de ce que vous avez tapé n’est perdu');
  expect(await page.locator('main textarea').first().inputValue()).toBe('Mes mots à moi.');
  // It is a whole page, whose keys work.
  expect(await page.locator('.desk-bar').count()).toBe(1);
  await page.waitForLoadState();
  await page.keyboard.press('?');
  await expect.poll(() => page.locator('#desk-keys').getAttribute('open'), soon).not.toBeNull();
  await other.context().close();
  await page.context().close();
});

it('when the line is gone, the browser says so, and the case is decided once after it came back', async () => {
  const page = await openFirst();
  const here = page.url();
  const before = (await closures()).length;
  await page.locator('.outcome label').first().click();
  await page.context().setOffline(true);
  await page.locator('[data-key="closeNext"]').click();
  await expect.poll(() => page.url(), soon).not.toBe(here);
  await page.context().setOffline(false);
  await page.goto(here);
  expect((await closures()).length).toBe(before);
  await decide(page);
  expect((await closures()).length).toBe(before + 1);
  await page.context().close();
});

it('when the answer is lost on its way, the case says that it was decided, and no other is given beside the next', async () => {
  const page = await openFirst();
  const here = page.url();
  const held = await heldNow();
  await page.locator('.outcome label').first().click();
  const lose = async (route: Route) => {
    await route.fetch();
    await route.abort();
  };
  await page.route('**/closure', lose, { times: 1 });
  await page.locator('[data-key="closeNext"]').click();
  await page.waitForURL(`${here}?told=already`);
  expect(await heldNow()).toBe(held);
  await page.context().close();
});
