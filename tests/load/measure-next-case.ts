import type { BrowserContext, Page } from 'playwright-core';
import { type Keyboard, keyboardOf } from '../browser/keyboard.ts';
import { openBenchDesk } from './bench-desk.ts';
import type { BenchServers } from './bench-servers.ts';
import { type Figure, share } from './figure.ts';

const nextCaseMs = 100;
const decided = 80;
/** Decided before: a desk that was just started is slower for a while. */
const warm = 40;
/** Nobody reads a case sooner. Unit: milliseconds */
const lookMs = 200;
/** More than are decided, so that a next one is always there. */
const waiting = 160;

/** Measures how long the next case takes to be on screen after a decision by keys. */
export async function measureNextCase(servers: BenchServers): Promise<Figure[]> {
  const { context, home, stop } = await openBenchDesk(servers, 'agente-suivant', waiting);
  try {
    return [await nextCase(context, home)];
  } finally {
    await stop();
  }
}

/** Decides cases by keys, one after the other, and times each next one: from the key to its page's first paint. */
async function nextCase(context: BrowserContext, home: string): Promise<Figure> {
  // A queue left open would draw itself anew at each decision, on the processors that are measured.
  for (const open of context.pages()) await open.close();
  const page = await context.newPage();
  const keys = keyboardOf(page);
  await page.goto(home);
  await Promise.all([page.waitForURL('**/cases/*'), keys.press('n')]);
  await decide(page, keys, warm);
  const before = keys.presses;
  const times = await decide(page, keys, decided);
  const [p50, p95] = [share(times, 0.5), share(times, 0.95)];
  const bare = share(await timesOf(page, `${home}/healthz`), 0.5);
  return {
    what: `desk: from the key that closes a case to the next case on screen, ${((keys.presses - before) / decided).toFixed(1)} keys a case`,
    ours: `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms of ${decided}`,
    against: `limit ${nextCaseMs} ms; one line of text takes this browser ${bare.toFixed(0)} ms`,
    ratio: p95 / nextCaseMs,
    aim: '≤ 1',
    holds: p95 <= nextCaseMs,
  };
}

/** Gives how long each next case took to be on screen. Unit: milliseconds */
async function decide(page: Page, keys: Keyboard, many: number): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < many; at += 1) {
    const here = page.url();
    await page.waitForTimeout(lookMs);
    await keys.press('e');
    await keys.press('Space');
    const from = Date.now();
    await Promise.all([page.waitForURL((url) => url.href !== here), keys.press('e')]);
    times.push((await titlePaintedAfter(page, from)) - from);
  }
  return times;
}

/** Times how long this browser takes over the least that can be shown. */
async function timesOf(page: Page, address: string): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < decided; at += 1) {
    const from = Date.now();
    await page.goto(address, { waitUntil: 'commit' });
    times.push((await paintedAt(page)) - from);
  }
  return times;
}

/** Gives the instant at which the first title after another instant was painted, whether it came with a page or in place. */
function titlePaintedAfter(page: Page, from: number): Promise<number> {
  return page.evaluate(
    (after) =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          for (const { startTime } of list.getEntries())
            if (performance.timeOrigin + startTime > after) resolve(performance.timeOrigin + startTime);
        }).observe({ type: 'element', buffered: true });
      }),
    from,
  );
}

/** Gives the instant of the first paint of what stands in a page. */
function paintedAt(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        // Nothing here has a name: the compiler would mark it with what a page does not have.
        new PerformanceObserver((list) => {
          for (const { startTime } of list.getEntriesByName('first-contentful-paint'))
            resolve(performance.timeOrigin + startTime);
        }).observe({ type: 'paint', buffered: true });
      }),
  );
}
