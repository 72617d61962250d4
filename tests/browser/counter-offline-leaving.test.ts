import { expect, it } from 'vitest';
import { signIn } from '../support/doors/sign-in.ts';
import { testPassword } from '../support/test-desk.ts';
import { leaveAnyway, openCounter, patience } from './kept-pothole.ts';
import { breaksNoRule, fits } from './look-at.ts';
import {
  changeKept,
  fillPothole,
  keptOn,
  openKeptForm,
  send,
  sendInVain,
  soon,
  statusOf,
  typedIn,
} from './open-workstation.ts';

/** As a desk started with another key file tells another secret. */
let hasOtherKeys = false;
/** As a network that wants its own sign-in first refuses all. */
let isRefused = false;
let refusals = 0;
const { desk, home, line, counterOf, networkBack, countCases, keepPothole } = await openCounter(
  async (request, onward) => {
    if (isRefused) {
      refusals += 1;
      return new Response('<h1>Portail</h1>', { status: 403 });
    }
    const answer = await onward();
    if (!hasOtherKeys || request.method !== 'GET' || !answer.ok) return answer;
    const secret = Buffer.alloc(32, 7).toString('base64');
    return Response.json({ ...((await answer.json()) as object), secret });
  },
);

const openSessions = async () =>
  (await desk.database.adminSql`select 1 from staff_session where ended_at is null`).length;

it(
  'signing out without network takes the key, says what waits, and ends the session once the desk answers, from a page of either',
  async () => {
    const { context, page } = await counterOf('commis');
    await page.goto(`${home}/counter/nid-de-poule`);
    await fillPothole(page, 'Rue Secrete');
    line.cut();
    await send(page);
    await page.locator('.receipt').waitFor();
    // From the workstation's own page, which the desk drew for nobody.
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await page.locator('dialog[open]').getByText('1 demande gardée sur ce poste').waitFor();
    await page.locator('dialog[open]').getByRole('button', { name: 'Rester' }).click();
    expect((await keptOn(page)).keys).toEqual(['commis']);
    await leaveAnyway(page);
    await page.getByText('La session est fermée sur ce poste').waitFor();
    await statusOf(page).getByText('1 demande scellée de commis').waitFor();
    await fits(page, 'kept-left', breaksNoRule);
    const left = await keptOn(page);
    expect(left.keys).toEqual([]);
    expect(left.text).not.toMatch(/Secrete|nid-de-poule/);
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

    // From a page that the desk drew, while another network refuses in its place.
    const again = await signIn(context, home, 'commis', testPassword);
    await again.goto(`${home}/counter`);
    await expect.poll(countCases, soon).toBe(1);
    // The workstation has heard of it too: nothing is asked as its clerk leaves.
    await statusOf(again).getByText('1 demande gardée est maintenant enregistrée').waitFor();
    isRefused = true;
    await again.getByRole('button', { name: 'Se déconnecter' }).click();
    await again.getByText('La session est fermée sur ce poste').waitFor();
    expect((await keptOn(again)).keys).toEqual([]);
    expect(await openSessions()).toBe(1);
    isRefused = false;
    await again.evaluate(() => void window.dispatchEvent(new Event('online')));
    await expect.poll(openSessions, soon).toBe(0);
    await context.close();
  },
  patience,
);

it(
  'what another network refuses in the desk’s place is sent once the desk answers, from a page that is left open',
  async () => {
    const { context, page } = await counterOf('commis');
    const before = await countCases();
    line.cut();
    await keepPothole(page, 'Rue du Portail');
    isRefused = true;
    const asked = refusals;
    await networkBack(page);
    await expect.poll(() => refusals, soon).toBeGreaterThan(asked);
    await statusOf(page).getByText('Le guichet ne répond pas').waitFor();
    expect((await keptOn(page)).keys).toEqual(['commis']);
    isRefused = false;
    await expect.poll(countCases, { timeout: 60_000 }).toBe(before + 1);
    await context.close();
  },
  patience,
);

it(
  'a key goes twelve hours after the desk last answered, from what other pages show too; what waits stays sealed, and comes back with its clerk',
  async () => {
    const { context, page } = await counterOf('commis');
    const before = await countCases();
    line.cut();
    await keepPothole(page, 'Rue Oubliée');
    const kept = page.url();
    const [list, form] = [await context.newPage(), await context.newPage()];
    await list.goto(kept);
    await list.locator('.kept-item').waitFor();
    await form.goto(kept.replace('/counter/kept', '/counter/kept/nid-de-poule'));
    await expect.poll(() => typedIn(form), soon).toBe('Rue Oubliée');
    await openKeptForm(page, home);
    await fillPothole(page, 'Rue Tentée');
    await changeKept(page, 'holders', { until: Date.now() - 1 });
    await sendInVain(page, 'Garder la demande', 'rien n’a été gardé');
    expect(await typedIn(page)).toBe('Rue Tentée');
    expect((await keptOn(page)).keys, 'the key itself has gone').toEqual([]);
    await form.waitForURL(/\/counter\/kept$/);
    for (const one of [list, form]) {
      await one.getByText('Aucune session n’est ouverte sur ce poste').waitFor();
      await expect.poll(() => one.locator('.kept-item, .receipt').count(), soon).toBe(0);
    }
    expect((await keptOn(list)).sealed.length).toBe(1);
    await networkBack(list);
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
    await keepPothole(page, 'Rue Scellée');
    await leaveAnyway(page);
    await page.getByText('La session est fermée sur ce poste').waitFor();
    const { sealed } = await keptOn(page);
    expect(sealed.length).toBe(1);

    hasOtherKeys = true;
    line.mend();
    const other = await signIn(context, home, 'commis', testPassword);
    await other.goto(`${home}/counter/kept`);
    const item = other.locator('.kept-item');
    await item.getByText('La clé qui ouvre cette demande n’est pas sur ce poste').waitFor();
    await item.getByText('Scellée : sa clé manque').waitFor();
    await fits(other, 'kept-sealed', breaksNoRule);
    expect(await countCases()).toBe(before);
    expect((await keptOn(other)).sealed.join() === sealed.join(), 'the same bytes').toBe(true);
    // Work goes on meanwhile, under a key of its own.
    line.cut();
    await keepPothole(other, 'Rue Courante');
    await networkBack(other);
    await expect.poll(countCases, soon).toBe(before + 1);
    await leaveAnyway(other);
    await other.waitForURL(/sign-in/);

    hasOtherKeys = false;
    const back = await signIn(context, home, 'commis', testPassword);
    await back.goto(`${home}/counter`);
    await expect.poll(countCases, soon).toBe(before + 2);
    await context.close();
  },
  patience,
);
