import { AxeBuilder } from '@axe-core/playwright';
import { requestCallBack } from '@guichet/casework';
import { createLogger } from '@guichet/platform';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { createApp } from '../../services/desk/src/app.tsx';
import { listen } from '../../services/intake/src/listen.ts';
import { openTestLine } from '../../services/intake/test/open-test-line.ts';
import { answerEverything } from '../support/call/answer-everything.ts';
import { openBrowser } from '../support/browser.ts';
import { signIn } from '../support/doors/sign-in.ts';
import { eventually } from '../support/eventually.ts';
import { testPassword, useDesk } from '../support/test-desk.ts';

// It runs, from the middle of a working day: people are called at some hours alone.
const [day, startedAt] = [Date.parse('2026-11-25T17:00:00Z'), Date.now()];
const clock = { now: () => new Date(day + Date.now() - startedAt) };
const desk = await useDesk({ clock });
const teams = [...new Set(desk.ctx.catalogue.services.map(({ definition }) => definition.routing.team))];
await desk.staff('repond', ['agent', 'clerk'], teams);
const log = createLogger('test', { level: 'silent' });
const rules = { prefixes: ['+1'], callsANumberADay: 5, callsAnHour: 60 };
const app = createApp({
  ctx: desk.door,
  log,
  publicUrl: 'http://localhost:3000',
  https: false,
  calls: { lines: ['+14185550171', '+14185550172'], rules },
});
const server = await listen(app, 0);
const home = `http://localhost:${server.port}`;
const { dial, line } = openTestLine(desk, {
  people: () => ({ state: 'open', lines: 1 }),
  staffLines: ['+14185550171'],
});
const browser = await openBrowser();
afterAll(async () => {
  await browser.close();
  await server.close();
});
const page = await signIn(await browser.newContext({ locale: 'fr-CA' }), home, 'repond', testPassword);

/** Where pictures of the pages and the times measured go when someone wants them. */
const pictures = process.env['GUICHET_PICTURES'];

/** Dials, presses keys up to a question of a service, and asks for a person whose telephone then rings. */
async function pothole() {
  const call = await dial(line(), { staff: [60] });
  const service = desk.ctx.catalogue.find('nid-de-poule');
  if (service === undefined) throw new Error('no such service');
  const known = { place: { text: 'En face du 12' }, size: 'small' };
  // What is not known is asked of a person: the caller presses 0 there.
  await answerEverything(call, { service, answers: known as never }).catch(() => undefined);
  return call;
}

async function looksRight(name: string): Promise<void> {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${name} at ${width} px scrolls sideways`).toBe(0);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    if (pictures) await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** Notes the instant at which each call first stands on the page; nothing is loaded again by hand. */
async function noteCalls(on: Page): Promise<() => Promise<number[]>> {
  await on.evaluate(() => {
    const noted = new Map<string, number>();
    Object.assign(window, { noted });
    const look = (at: number) => {
      for (const link of document.querySelectorAll('[data-changes] a[href^="/calls/"]')) {
        const href = link.getAttribute('href') ?? '';
        if (!noted.has(href)) noted.set(href, at);
      }
    };
    look(0);
    new MutationObserver(() => look(Date.now())).observe(document.body, { childList: true, subtree: true });
  });
  return () =>
    on.evaluate(() =>
      [...(window as unknown as { noted: Map<string, number> }).noted.values()].filter(Boolean),
    );
}

describe('a call that asks for a person', () => {
  it('stands on an open page by itself, with its answers behind it, and goes on by keyboard alone', async () => {
    await page.goto(`${home}/calls`);
    await looksRight('no-calls');
    const call = await pothole();
    await call.press('0');
    const row = page.locator('[data-changes] a[href^="/calls/"]').first();
    await row.waitFor({ timeout: 5_000 });
    await looksRight('calls');
    await row.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Continuer la demande' }).waitFor();
    await looksRight('call');
    await page.getByRole('link', { name: 'Continuer la demande' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('#q-danger').waitFor();
    await looksRight('request');
  });

  it('comes up call after call', async () => {
    await page.goto(`${home}/calls`);
    const noted = await noteCalls(page);
    const times: number[] = [];
    for (let calls = 1; calls <= 10; calls += 1) {
      const call = await dial(line(), { staff: [60] });
      await call.press('1');
      const at = Date.now();
      await call.press('0');
      const seen = await eventually(async () => {
        const all = await noted();
        return all.length >= calls && all;
      });
      times.push(Math.max(...seen) - at);
      // Measured, calls come one at a time: a page rests between two drawings.
      if (pictures) await page.waitForTimeout(1_500);
    }
    if (pictures) console.log(`webhook to the open page, ms: ${times.toSorted((a, b) => a - b).join(' ')}`);
    expect(times).toHaveLength(10);
  });
});

it('a call back is asked for by keyboard, and what came of it stands beside', async () => {
  const taskId = await requestCallBack(desk.public('phone'), {
    key: 'call:screen',
    language: 'fr',
    phone: '+14185550199',
    reason: 'asked',
    at: new Date(clock.now().getTime() + 3_600_000),
  });
  await page.goto(`${home}/tasks/${taskId}`);
  await looksRight('call-back');
  await page.getByRole('button', { name: 'Appeler maintenant' }).focus();
  await page.keyboard.press('Enter');
  await page
    .getByText(/Demandé/)
    .first()
    .waitFor();
  await looksRight('call-back-asked');
});
