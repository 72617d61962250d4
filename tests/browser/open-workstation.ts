import { createLogger } from '@guichet/platform';
import { Hono } from 'hono';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, expect } from 'vitest';
import { createApp } from '../../services/desk/src/app.tsx';
import { listen } from '../../services/intake/src/listen.ts';
import { openBrowser } from '../support/browser.ts';
import { type Line, openLine } from '../support/cut-line.ts';
import { signIn } from '../support/doors/sign-in.ts';
import { testPassword, type TestDesk } from '../support/test-desk.ts';

/** A counter's workstation before a line that a test cuts. */
export interface Workstation {
  home: string;
  line: Line;
  browser: Browser;
  /** Opens the counter of a browser of its own, and waits until it has all it needs to go on without network. */
  counterOf(name: string): Promise<{ context: BrowserContext; page: Page }>;
  /** Mends the line, once a page has tried and failed: on one that is still trying, the person gets the real receipt at once. */
  networkBack(page: Page): Promise<void>;
}

/** Stands before the desk for what the counter's script asks of it: answers itself, or lets it go `onward`. */
export type Between = (request: Request, onward: () => Promise<Response>) => Promise<Response>;

/** Opens a desk behind a line. All is closed when the file ends. */
export async function openWorkstation(
  desk: TestDesk,
  between: Between = (_request, onward) => onward(),
): Promise<Workstation> {
  const log = createLogger('test', { level: 'silent' });
  const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });
  const door = new Hono();
  for (const path of ['/counter/kept-requests', '/session/end'])
    door.all(path, ({ req: { raw } }) => between(raw.clone(), async () => await app.fetch(raw)));
  door.all('*', (c) => app.fetch(c.req.raw));
  const server = await listen(door, 0);
  const line = await openLine(server.port);
  const home = `http://localhost:${line.port}`;
  const browser = await openBrowser();
  afterAll(async () => {
    await browser.close();
    await line.close();
    await server.close();
  });
  return {
    home,
    line,
    browser,
    counterOf: async (name) => {
      line.mend();
      const context = await browser.newContext({ locale: 'fr-CA' });
      const page = await signIn(context, home, name, testPassword);
      await page.goto(`${home}/counter`);
      await expect
        .poll(() => page.evaluate(async () => (await caches.keys()).some((one) => one.endsWith('-whole'))), {
          timeout: 120_000,
        })
        .toBe(true);
      return { context, page };
    },
    networkBack: async (page) => {
      await statusOf(page).getByText('Le guichet ne répond pas').waitFor();
      line.mend();
      await page.evaluate(() => void window.dispatchEvent(new Event('online')));
    },
  };
}

/** How long a page may take to show what it comes to show: it draws what it keeps after it has loaded, a busy machine long after. */
export const soon = { timeout: 30_000 } as const;

/** The line that says how the counter stands. */
export const statusOf = (page: Page) => page.locator('[data-kept] [role="status"]');

/** Presses a button of a form. */
export const send = (page: Page, button = 'Enregistrer la demande') =>
  page.getByRole('button', { name: button, exact: true }).click();

/** Presses a button whose form may lead nowhere: the page is not waited for, here nor by what is asked of it by `page.evaluate` later. */
export const pressNow = (page: Page, button: string) =>
  page.evaluate((name) => {
    const isShown = (one: HTMLElement) => one.textContent.trim() === name && one.checkVisibility();
    [...document.querySelectorAll('button')].find(isShown)?.click();
  }, button);

/** Waits until the line of a page says something, though no other page comes to be waited for. */
export async function saysNow(page: Page, said: string): Promise<void> {
  const line = () =>
    page.evaluate(() => document.querySelector('[data-kept] [role="status"]')?.textContent ?? '');
  await expect.poll(line, soon).toContain(said);
}

/** Presses a button after which the page stays as it is, and waits until its line says why. */
export async function sendInVain(page: Page, button: string, said: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).waitFor();
  await pressNow(page, button);
  await saysNow(page, said);
}

/** Fills in what everybody answers about a pothole. */
export async function fillPothole(page: Page, place: string): Promise<void> {
  await page.fill('[name="place.text"]', place);
  await page.fill('[name="size"]', '1');
  await page.fill('[name="danger"]', 'N');
  await page.fill('[name="reply-way"]', '6');
}

/** Opens the kept form of a pothole, the line being cut. */
export async function openKeptForm(page: Page, home: string): Promise<void> {
  await page.goto(`${home}/counter/nid-de-poule`);
  await page.locator('form[data-kept-form]').waitFor();
}

/** What the workstation keeps, as any script of its pages could read it: as text, each request as it is sealed, and whose keys are here. */
export function keptOn(page: Page): Promise<{ text: string; sealed: string[]; keys: string[] }> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open('guichet-counter');
        opening.addEventListener('success', () => {
          const stores = opening.result.transaction(['requests', 'holders']);
          const requests = stores.objectStore('requests').getAll();
          const holders = stores.objectStore('holders').getAll();
          holders.addEventListener('success', () => {
            const readable = (parts: { bytes: ArrayBuffer }[]) =>
              parts.filter(Boolean).map(({ bytes }) => new TextDecoder('latin1').decode(bytes));
            const sealed = readable(requests.result.map(({ request }) => request));
            const told = readable(requests.result.map(({ told }) => told));
            opening.result.close();
            resolve({
              text: JSON.stringify([requests.result, sealed, told]),
              sealed,
              keys: holders.result.flatMap(({ key, name }) =>
                key ? [key.extractable ? 'readable' : name] : [],
              ),
            });
          });
        });
      }),
  );
}

/** Changes every record of a store of the workstation, as a hand at the machine could. */
export function changeKept(
  page: Page,
  store: 'requests' | 'holders',
  values: Readonly<Record<string, string | number>>,
): Promise<void> {
  return page.evaluate(
    ([name, changed]) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('guichet-counter');
        opening.addEventListener('success', () => {
          const records = opening.result.transaction(name, 'readwrite').objectStore(name);
          const all = records.getAll();
          all.addEventListener('success', () => {
            for (const one of all.result) records.put({ ...one, ...changed });
            records.transaction.addEventListener('complete', () => {
              opening.result.close();
              resolve();
            });
          });
        });
      }),
    [store, values] as const,
  );
}

/** Presses the button of a form that the desk drew, then again for another place, whatever became of the first press. Unit: milliseconds */
export const pressAgainAfter = (page: Page, again: { place: string; ms: number }) =>
  page.evaluate(({ place, ms }) => {
    const button = document.querySelector<HTMLElement>('.counter-buttons .button-primary');
    const control = document.querySelector<HTMLInputElement>('[name="place.text"]');
    setTimeout(() => {
      if (control) control.value = place;
      button?.click();
    }, ms);
    button?.click();
  }, again);

/** What stands where a pothole is asked for, read off the page without waiting for another one. */
export const typedIn = (page: Page) =>
  page.evaluate(() => document.querySelector<HTMLInputElement>('[name="place.text"]')?.value);
