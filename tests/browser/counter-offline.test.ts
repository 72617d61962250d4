import { expect, it } from 'vitest';
import { signIn } from '../support/doors/sign-in.ts';
import { testPassword, useDesk } from '../support/test-desk.ts';
import { leaveAnyway, patience } from './kept-pothole.ts';
import { breaksNoRule, fits } from './look-at.ts';
import {
  changeKept,
  fillPothole,
  keptOn,
  openKeptForm,
  openWorkstation,
  send,
  soon,
  statusOf as bar,
} from './open-workstation.ts';

const desk = await useDesk();
const { adminSql } = desk.database;
await desk.staff('commis', ['clerk'], ['voirie']);
await desk.staff('releve', ['clerk'], ['voirie']);
/** The desk breaks on one street: a request that it can't take must not hold up the others. */
const { home, line, counterOf, networkBack } = await openWorkstation(desk, async (request, onward) =>
  request.method === 'POST' && (await request.text()).includes('Rue Brisée')
    ? new Response('broken', { status: 500 })
    : onward(),
);

const cases = () =>
  adminSql<{ reference: string; depositedAt: Date; capturedAt: Date }[]>`
    select reference, deposited_at, captured_at from cases order by deposited_at`;
const endSessions = () => adminSql`update staff_session set ended_at = now() where ended_at is null`;

it(
  'goes on while the network is down: a provisional receipt, the tab closed and opened again, each request sent once',
  async () => {
    const { context, page } = await counterOf('commis');
    await page.goto(`${home}/counter/nid-de-poule`);
    await page.fill('[name="place.text"]', 'Rue des Pins');
    await page.fill('[name="size"]', '1');
    line.cut();
    await page.fill('[name="danger"]', 'N');
    await page.fill('[name="reply-way"]', '6');
    // The question that decides is asked of nobody: every question comes, each with its condition.
    await page.press('[name="reply-way"]', 'Enter');
    await page.locator('[data-question="reply-email"] .asked-when').waitFor();
    await bar(page).getByText('les demandes sont gardées ici').waitFor();
    const from = Date.now();
    await send(page);
    await page.waitForURL(/\/counter\/kept#/);
    const code = await page.locator('.receipt .reference-code').innerText();
    const until = Date.now();
    expect(code).toMatch(/^P\s\d{3}\s\d{3}$/);
    await page.locator('.receipt').getByText('Référence provisoire', { exact: true }).waitFor();
    await fits(page, 'kept-receipt', breaksNoRule);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('body').innerText()).not.toMatch(/commis|Demandes gardées|Choisir un service/);
    await page.emulateMedia({ media: null });
    // The clerk's screen names who it is kept for, and nobody else.
    await page.locator('main').getByText('Gardée au nom de commis').waitFor();
    const { text, keys } = await keptOn(page);
    expect(text).not.toMatch(/Pins|nid-de-poule/);
    expect(keys).toEqual(['commis']);
    await page.close();

    const again = await context.newPage();
    await again.goto(`${home}/counter`);
    await again.locator('.kept-item').getByText(code.replaceAll(/\s/g, '\u00a0')).waitFor();
    await again.getByRole('link', { name: 'Signaler un nid-de-poule' }).click();
    await again.locator('form[data-kept-form]').waitFor();
    await fits(again, 'kept-form', breaksNoRule);
    await again.fill('[name="place.text"]', 'Rue des Ormes');
    await again.fill('[name="size"]', '1');
    await again.fill('[name="danger"]', 'N');
    await send(again, 'Garder la demande');
    await again.getByText('Il manque une réponse').waitFor();
    await again.fill('[name="reply-way"]', '6');
    await send(again, 'Garder la demande');
    await again.waitForURL(/\/counter\/kept#/);
    await expect.poll(() => again.locator('.kept-item').count(), soon).toBe(2);
    expect(await cases()).toEqual([]);

    await endSessions();
    await networkBack(again);
    await bar(again).getByText('Ouvrez de nouveau une session pour envoyer 2 demandes.').waitFor();
    expect(await cases()).toEqual([]);
    const back = await signIn(context, home, 'commis', testPassword);
    await back.goto(`${home}/counter`);
    await bar(back).getByText('2 demandes gardées').waitFor();
    await back.getByRole('link', { name: 'Voir les demandes gardées' }).click();
    await back.locator('.kept-item[data-state="sent"]').nth(1).waitFor();
    await fits(back, 'kept-sent', breaksNoRule);
    const [first, ...others] = await cases();
    expect(others).toHaveLength(1);
    expect(first?.depositedAt.getTime()).toBeGreaterThanOrEqual(from);
    expect(first?.depositedAt.getTime()).toBeLessThanOrEqual(until);
    expect(first?.capturedAt.getTime()).toBeGreaterThan(until);
    await back.reload();
    await again.reload();
    await back.getByRole('link', { name: 'Imprimer le reçu' }).first().click();
    await back.locator('.receipt .reference-code').waitFor();
    expect(await cases()).toHaveLength(2);
    await context.close();
  },
  patience,
);

it(
  'cut while the desk was answering, a request that the desk had taken is one case',
  async () => {
    const { context, page } = await counterOf('commis');
    const before = (await cases()).length;
    // Pages drawn anew drop those of before, and none of the files that a newer worker has just put by.
    const stored = await page.evaluate(async () => {
      await caches.open('guichet-counter-assets-next');
      (await navigator.serviceWorker.ready).active?.postMessage({ keepPages: 'next' });
      for (;;) {
        const names = await caches.keys();
        if (names.filter((name) => name.endsWith('-whole')).join() === 'guichet-counter-pages-next-whole')
          return names;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    });
    expect(stored).toContain('guichet-counter-assets-next');
    await page.goto(`${home}/counter/nid-de-poule`);
    await fillPothole(page, 'Rue des Saules');
    // The form that is sent, and not one of those by which the page asks which questions hold.
    line.cutAtAnswerTo((head) => /^POST \/counter\/nid-de-poule\/.*^accept: text\/html/ims.test(head));
    await send(page);
    await page.waitForURL(/\/counter\/kept#/);
    await page.locator('.receipt').waitFor();
    expect(await cases()).toHaveLength(before + 1);
    await networkBack(page);
    await page.locator('.kept-item[data-state="sent"]').waitFor();
    expect(await cases()).toHaveLength(before + 1);

    await page.goto(`${home}/counter/nid-de-poule`);
    await page.fill('[name="description"]', 'Très profond');
    line.cut();
    await send(page);
    await page.locator('.receipt').waitFor();
    const longAgo = new Date(Date.now() - 8 * 24 * 3_600_000).toISOString();
    await changeKept(page, 'requests', { keptAt: longAgo });
    await networkBack(page);
    const refused = page.locator('.kept-item[data-state="conflict"]');
    await refused.getByText('plus de sept jours').waitFor();
    await refused.getByRole('button', { name: 'Lire ce qui a été saisi' }).click();
    await expect
      .poll(() => refused.locator('dl').innerText(), soon)
      .toMatch(/Autres précisions[^]*Très profond/);
    expect(await cases()).toHaveLength(before + 1);
    await context.close();
  },
  patience,
);

it(
  'signing out asks first and leaves nothing that can be read; another clerk sees that it waits, its own clerk mends it',
  async () => {
    const { context, page } = await counterOf('commis');
    await page.goto(`${home}/counter/nid-de-poule`);
    await page.fill('[name="size"]', '1');
    await page.fill('[name="description"]', 'Profond');
    line.cut();
    await send(page);
    await page.locator('.receipt').waitFor();
    await networkBack(page);
    await page.locator('.kept-item[data-state="incomplete"]').waitFor();
    await fits(page, 'kept-wrong', breaksNoRule);
    await expect.poll(() => page.locator('.kept-item').count(), soon).toBe(1);

    // A page left open, which asks nothing of the desk by itself, shows nothing of it once the key has gone.
    const list = await context.newPage();
    const listed = list.locator('.kept-item');
    await list.goto(`${home}/counter/kept`);
    await list.locator('[data-kept][data-state="here"]').waitFor();
    await listed.waitFor();
    // It has asked the desk all that it had to: from here on it does nothing unless it is told.
    await list.waitForTimeout(1_500);
    line.cut();
    await changeKept(list, 'holders', { until: Date.now() - 1 });
    await page.goto(`${home}/counter/kept`);
    await expect.poll(() => listed.count(), soon).toBe(0);
    await networkBack(page);
    await expect.poll(async () => (await keptOn(page)).keys, soon).toEqual(['commis']);
    await list.reload();
    await listed.waitFor();
    await list.waitForTimeout(1_500);

    await page.goto(`${home}/counter`);
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    const dialog = page.locator('dialog[open]');
    await dialog.getByText('1 demande gardée sur ce poste requiert votre attention.').waitFor();
    await dialog.locator('[data-waiting]').waitFor({ state: 'hidden' });
    await fits(page, 'kept-leave', breaksNoRule);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    expect((await keptOn(page)).keys).toEqual(['commis']);
    await leaveAnyway(page);
    await page.waitForURL(/sign-in/);
    await expect.poll(() => listed.count(), soon).toBe(0);
    await list.close();
    const left = await keptOn(page);
    expect(left.keys).toEqual([]);
    expect(left.text).not.toMatch(/Profond|nid-de-poule/);
    await page.close();

    const other = await signIn(context, home, 'releve', testPassword);
    await other.goto(`${home}/counter`);
    await bar(other).getByText('1 demande scellée de commis').waitFor();
    await other.goto(`${home}/counter/kept`);
    await other.getByText('Aucune demande n’est gardée sur ce poste').waitFor();
    expect(await other.locator('.kept-item').count()).toBe(0);
    await other.goto(`${home}/counter`);
    await expect.poll(async () => (await keptOn(other)).keys, soon).toEqual(['releve']);
    await endSessions();
    await other.close();

    const own = await signIn(context, home, 'commis', testPassword);
    await expect.poll(async () => (await keptOn(own)).keys, soon).toEqual([]);
    await own.goto(`${home}/counter/kept`);
    await own.getByRole('link', { name: 'Corriger la demande' }).click();
    await own.locator('.error-summary').waitFor();
    expect(await own.inputValue('[name="description"]')).toBe('Profond');
    await fillPothole(own, 'Rue des Frênes');
    await send(own);
    await own.waitForURL(/receipt$/);
    await own.goto(`${home}/counter/kept`);
    await own.locator('.kept-item[data-state="sent"]').waitFor();
    await context.close();
  },
  patience,
);

it(
  'a form used again is another request, one that the desk can’t take holds up no other, and none is lost when a receipt is cut',
  async () => {
    const { context, page } = await counterOf('commis');
    const before = (await cases()).length;
    line.cut();
    await openKeptForm(page, home);
    await fillPothole(page, 'Rue Brisée');
    await send(page, 'Garder la demande');
    await page.waitForURL(/\/counter\/kept#/);
    const first = await page.locator('.receipt .reference-code').innerText();
    // Back to the same form, for the next person.
    await page.goBack();
    await page.locator('form[data-kept-form]').waitFor();
    await fillPothole(page, 'Rue des Bouleaux');
    await send(page, 'Garder la demande');
    const ask = page.locator('dialog[open]');
    await ask.getByText(first.replaceAll(/\s/g, '\u00a0')).waitFor();
    await fits(page, 'kept-again', breaksNoRule);
    await send(page, 'C’est une autre demande');
    await page.waitForURL(/\/counter\/kept#/);
    expect(await page.locator('.receipt .reference-code').innerText()).not.toBe(first);
    await expect.poll(() => page.locator('.kept-item').count(), soon).toBe(2);

    await networkBack(page);
    await page.locator('.kept-item[data-state="sent"]').waitFor();
    await page.getByText('Le guichet n’a pas pu traiter cette demande.').waitFor();
    await bar(page).getByText('1 demande gardée ici attend son envoi').waitFor();
    expect(await bar(page).innerText()).not.toContain('ne répond pas');
    expect(await cases()).toHaveLength(before + 1);
    await page.locator('.kept-item[data-state="waiting"] [data-read]').click();
    const typed = page.locator('[data-typed]:visible dl');
    await typed.getByText('Rue Brisée').waitFor();
    expect(await typed.innerText()).not.toMatch(/place\.text|reply-way/);
    await fits(page, 'kept-read', breaksNoRule);

    const receipt = await page.locator('.kept-item[data-state="sent"] [data-receipt]').getAttribute('href');
    line.cut();
    await page.goto(`${home}${receipt}`);
    await page.getByText('La demande est enregistrée').waitFor();
    expect(await page.locator('.kept-item, [data-kept-list]:visible').count()).toBe(0);
    await networkBack(page);
    await page.locator('.receipt .reference-code').waitFor();
    await context.close();
  },
  patience,
);
