import { createLogger } from '@guichet/platform';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../services/desk/src/app.tsx';
import { visit } from '../support/desk-visitor.ts';
import { signIn } from '../support/doors/sign-in.ts';
import { testPassword, useDesk } from '../support/test-desk.ts';
import { bringAxe, wrongWith } from './desk-pages/check-page.ts';
import { type Furnished, furnishDesk } from './desk-pages/furnish-desk.ts';
import { pageRoutes } from './desk-pages/page-routes.ts';
import { refusals, sendForm } from './desk-pages/refusals.ts';
import { openDesk } from './open-desk.ts';

const desk = await useDesk();
const teams = [...new Set(desk.ctx.catalogue.services.map(({ definition }) => definition.routing.team))];
const me = await desk.staff('cheffe', ['supervisor', 'agent', 'clerk'], teams);
const clerk = await desk.staff('commis', ['clerk'], teams);
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });
const { home, browser } = await openDesk(desk);
const routes = pageRoutes(app);

/** Pages of what stands in a hall, or of nobody: they are looked at in a browser where no staff is signed in. */
const signedOut = new Set(['/sign-in', '/counter/device', '/counter/screen']);
/** Addresses that only lead to another page. */
const leadsOn = new Set(['/cases']);

let furnished: Furnished;
const context = await browser.newContext({ reducedMotion: 'reduce' });
const screen = await browser.newContext({ reducedMotion: 'reduce' });
let page: Page;
beforeAll(async () => {
  const [visitor, other] = [visit(app), visit(app)];
  await visitor.signIn('cheffe', testPassword);
  await other.signIn('commis', testPassword);
  furnished = await furnishDesk(desk, { me, visitor, clerk, other });
  for (const one of [context, screen]) await bringAxe(one);
  page = await signIn(context, home, 'cheffe', testPassword);
  const device = await screen.newPage();
  await device.goto(`${home}/counter/device`);
  await device.fill('#code', furnished.screenCode);
  await device.press('#code', 'Enter');
  await device.waitForURL(`${home}/counter/screen`);
}, 120_000);

const addressesOf = (route: string): readonly string[] =>
  route.includes(':') ? (furnished.addresses[route] ?? []) : [route];

it('every page of the desk has an address here: a new one is looked at too', () => {
  const missing = routes.filter((route) => addressesOf(route).length === 0);
  expect(missing, 'give them an address in furnish-desk.ts').toEqual([]);
  const gone = Object.keys(furnished.addresses).filter((route) => !routes.includes(route));
  expect(gone, 'no such pages any more').toEqual([]);
});

describe.each(['fr', 'en'] as const)('in %s, at 1280, 768 and 320 px,', (language) => {
  /** One page after the other in one tab: the language is kept by the desk. */
  async function speak(on: Page): Promise<void> {
    await on.goto(`${home}/sign-in?lang=${language}`);
  }

  it('no page breaks a rule of accessibility or scrolls sideways', async () => {
    await speak(page);
    const outside = await screen.newPage();
    await speak(outside);
    const found: string[] = [];
    for (const route of routes.filter((one) => !leadsOn.has(one))) {
      const on = signedOut.has(route) ? outside : page;
      for (const address of addressesOf(route)) {
        const answer = await on.goto(`${home}${address}`);
        if (answer?.status() !== 200) found.push(`${address} answers ${answer?.status()}`);
        found.push(...(await wrongWith(on, `${route} (${language})`)));
      }
    }
    await outside.close();
    expect(found).toEqual([]);
  }, 600_000);

  it('no refused form does', async () => {
    await speak(page);
    const found: string[] = [];
    for (const refusal of refusals(furnished)) {
      await page.goto(`${home}${refusal.at}`);
      if (!(await sendForm(page, refusal))) found.push(`${refusal.action} is not refused`);
      found.push(...(await wrongWith(page, `${refusal.action} refused (${language})`)));
    }
    expect(found).toEqual([]);
  }, 600_000);
});
