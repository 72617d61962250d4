import { expect, it } from 'vitest';
import { signIn } from '../support/doors/sign-in.ts';
import { testPassword, useDesk } from '../support/test-desk.ts';
import { breaksNoRule, fits } from './look-at.ts';
import {
  changeKept,
  fillPothole,
  keptOn,
  openKeptForm,
  openWorkstation,
  send,
  sendInVain,
  soon,
  statusOf,
  typedIn,
} from './open-workstation.ts';

const desk = await useDesk();
const { adminSql } = desk.database;
await desk.staff('commis', ['clerk'], ['voirie']);
/** As a desk started with another key file tells another secret. */
let hasOtherKeys = false;
const { home, line, counterOf, networkBack } = await openWorkstation(desk, async (request, onward) => {
  const answer = await onward();
  if (!hasOtherKeys || request.method !== 'GET' || !answer.ok) return answer;
  const secret = Buffer.alloc(32, 7).toString('base64');
  return Response.json({ ...((await answer.json()) as object), secret });
});
/** Unit: milliseconds. A browser on a busy machine takes its time. */
const patience = 300_000;

const countCases = async () => (await adminSql`select 1 from cases`).length;
const openSessions = async () => (await adminSql`select 1 from staff_session where ended_at is null`).length;

it(
  'signing out without network takes the key, says what waits, and ends the session once the desk answers, from a page of either',
  async () => {
    const { context, page } = await counterOf('commis');
    await page.goto(`${home}/counter/nid-de-poule`);
    await fillPothole(page, 'Rue Secrète');
    line.cut();
    await send(page);
    await page.locator('.receipt').waitFor();
    // From the workstation's own page, which the desk drew for nobody.
    await page.getByRole('button', { name: 'Fermer la session' }).click();
    await page.locator('dialog[open]').getByText('1 demande gardée sur ce poste').waitFor();
    await page.locator('dialog[open]').getByRole('button', { name: 'Rester' }).click();
    expect((await keptOn(page)).keys).toEqual(['commis']);
    await page.getByRole('button', { name: 'Fermer la session' }).click();
    await page.locator('dialog[open]').getByRole('button', { name: 'Fermer la session' }).click();
    await page.getByText('La session est fermée sur ce poste').waitFor();
    await statusOf(page).getByText('1 demande scellée de commis').waitFor();
    await fits(page, 'kept-left', breaksNoRule);
    const left = await keptOn(page);
    expect(left.keys).toEqual([]);
    expect(left.text).not.toMatch(/Secrète|nid-de-poule/);
    expect(await page.locator('.kept-item, .receipt, [data-leave-here]:visible').count()).toBe(0);
    // Nobody can keep anything under a key that has gone.
    await openKeptForm(page, home);
    await expect
      .poll(() => page.getByRole('button', { name: 'Garder la demande' }).isDisabled(), soon)
      .toBe(true);
    expect(await openSessions()).toBe(1);
    line.mend();
    await page.evaluate(() => void window.dispatchEvent(new Event('online')));
    await expect.poll(openSessions, soon).toBe(0);
    expect(await countCases()).toBe(0);

    // From a page that the desk drew.
    const again = await signIn(context, home, 'commis', testPassword);
    await again.goto(`${home}/counter`);
    await expect.poll(countCases, soon).toBe(1);
    // The workstation has heard of it too: nothing is asked as its clerk leaves.
    await statusOf(again).getByText('1 demande gardée est maintenant enregistrée').waitFor();
    line.cut();
    await again.getByRole('button', { name: 'Se déconnecter' }).click();
    await again.getByText('La session est fermée sur ce poste').waitFor();
    expect((await keptOn(again)).keys).toEqual([]);
    line.mend();
    await again.evaluate(() => void window.dispatchEvent(new Event('online')));
    await expect.poll(openSessions, soon).toBe(0);
    await context.close();
  },
  patience,
);

it(
  'a key goes twelve hours after the desk last answered, what waits stays sealed, and comes back with its clerk',
  async () => {
    const { context, page } = await counterOf('commis');
    const before = await countCases();
    line.cut();
    await openKeptForm(page, home);
    await fillPothole(page, 'Rue Oubliée');
    await send(page, 'Garder la demande');
    await page.locator('.receipt').waitFor();
    await openKeptForm(page, home);
    await fillPothole(page, 'Rue Tentée');
    await changeKept(page, 'holders', { until: Date.now() - 1 });
    await sendInVain(page, 'Garder la demande', 'rien n’a été gardé');
    expect(await typedIn(page)).toBe('Rue Tentée');
    expect((await keptOn(page)).keys, 'the key itself has gone').toEqual([]);
    await page.goto(`${home}/counter/kept`);
    await page.getByText('Aucune session n’est ouverte sur ce poste').waitFor();
    await statusOf(page).getByText('1 demande gardée ici attend son envoi').waitFor();
    expect(await page.locator('.kept-item').count()).toBe(0);
    await networkBack(page);
    // The session itself lasts: the key comes back with the desk's word.
    await expect.poll(countCases, soon).toBe(before + 1);
    await context.close();
  },
  patience,
);

it(
  'a key that does not open is told, erases nothing, and what waits goes when the key that sealed it is back',
  async () => {
    const { context, page } = await counterOf('commis');
    const before = await countCases();
    line.cut();
    await openKeptForm(page, home);
    await fillPothole(page, 'Rue Scellée');
    await send(page, 'Garder la demande');
    await page.locator('.receipt').waitFor();
    await page.getByRole('button', { name: 'Fermer la session' }).click();
    await page.locator('dialog[open]').getByRole('button', { name: 'Fermer la session' }).click();
    await page.getByText('La session est fermée sur ce poste').waitFor();
    const sealed = JSON.stringify((await keptOn(page)).text.length);

    hasOtherKeys = true;
    line.mend();
    const other = await signIn(context, home, 'commis', testPassword);
    await other.goto(`${home}/counter/kept`);
    const item = other.locator('.kept-item');
    await item.getByText('La clé qui ouvre cette demande n’est pas sur ce poste').waitFor();
    await item.getByText('Scellée : sa clé manque').waitFor();
    await fits(other, 'kept-sealed', breaksNoRule);
    expect(await countCases()).toBe(before);
    expect((await keptOn(other)).text.length).toBeGreaterThan(Number(sealed) / 2);
    // Work goes on meanwhile, under a key of its own.
    line.cut();
    await openKeptForm(other, home);
    await fillPothole(other, 'Rue Courante');
    await send(other, 'Garder la demande');
    await other.locator('.receipt').waitFor();
    await networkBack(other);
    await expect.poll(countCases, soon).toBe(before + 1);
    await other.getByRole('button', { name: 'Fermer la session' }).click();
    await other.locator('dialog[open]').getByRole('button', { name: 'Fermer la session' }).click();
    await other.waitForURL(/sign-in/);

    hasOtherKeys = false;
    const back = await signIn(context, home, 'commis', testPassword);
    await back.goto(`${home}/counter`);
    await expect.poll(countCases, soon).toBe(before + 2);
    await context.close();
  },
  patience,
);
