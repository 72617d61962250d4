import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openedCases } from '../support/opened-cases.ts';
import { signIn } from '../support/doors/sign-in.ts';
import { testPassword, useDesk } from '../support/test-desk.ts';
import { openDesk } from './open-desk.ts';

const desk = await useDesk();
const agent = await desk.staff('agente', ['agent'], ['voirie']);
await desk.staff('voisine', ['agent'], ['voirie']);
const [first = '', second = ''] = await openedCases(desk, 4);
const { home, browser } = await openDesk(desk);
const [mine, hers] = [
  await signIn(await browser.newContext({ locale: 'fr-CA' }), home, 'agente', testPassword),
  await signIn(await browser.newContext({ locale: 'fr-CA' }), home, 'voisine', testPassword),
] as const;

/** Presses keys one after the other. */
async function press(on: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await on.keyboard.press(key);
}

async function heldByMe(): Promise<string[]> {
  const staffId = agent.actor.kind === 'staff' ? agent.actor.staffId : '';
  const rows = await desk.database.adminSql<{ reference: string }[]>`
    select c.reference from assignment a join cases c on c.id = a.case_id
    where a.staff_id = ${staffId} and a.ended_at is null order by c.reference`;
  return rows.map(({ reference }) => reference);
}

it('cases are checked, taken at once and put back within ten seconds, by keys alone', async () => {
  await mine.goto(home);
  await press(mine, 'j', 'x', 'j', 'x', 'a');
  await mine.locator('[data-undo]', { hasText: '2 dossiers attribués' }).waitFor();
  expect(await heldByMe()).toEqual([first, second].sort());
  await press(mine, 'z');
  await mine.getByText('2 dossiers remis comme avant').waitFor();
  expect(await heldByMe()).toEqual([]);
});

it('the notice that undoes goes after ten seconds, and stands still while the keyboard is on it', async () => {
  await mine.clock.install();
  await mine.goto(home);
  await press(mine, 'j', 'a');
  const undo = mine.locator('[data-undo] button');
  await undo.waitFor();
  await undo.focus();
  await mine.clock.runFor(30_000);
  expect(await undo.count()).toBe(1);
  await mine.locator('#search-words').focus();
  await mine.clock.runFor(11_000);
  expect(await undo.count()).toBe(0);
});

it('who opens a case is seen in the list and in the case, and no longer once they have left', async () => {
  await hers.goto(home);
  const cell = hers.locator(`[data-lookers="${second}"]`);
  expect(await cell.textContent()).toBe('');
  const fresh = await signIn(await browser.newContext(), home, 'agente', testPassword);
  await fresh.goto(home);
  await press(fresh, 'j');
  const here = () => fresh.evaluate(() => document.activeElement?.getAttribute('href'));
  for (let at = await here(); at !== `/cases/${second}`; at = await here()) await press(fresh, 'j');
  await Promise.all([fresh.waitForURL(`**/cases/${second}`), press(fresh, 'o')]);
  await hers.locator(`[data-lookers="${second}"]`, { hasText: 'Ouvert par agente' }).waitFor();
  await press(hers, 'g');
  await hers.keyboard.type(second);
  await Promise.all([hers.waitForURL(`**/cases/${second}`), press(hers, 'Enter')]);
  await hers.locator('[data-looking]', { hasText: 'Ouvert par agente' }).waitFor();
  await fresh.locator('[data-looking]', { hasText: 'Ouvert par voisine' }).waitFor();
  await fresh.goto(home);
  await hers.locator('[data-looking]', { hasText: 'agente' }).waitFor({ state: 'hidden' });
  await fresh.context().close();
});
