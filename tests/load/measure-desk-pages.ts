import { addCounter, addPlace, addStaff, addTeam } from '@guichet/casework';
import { freePort } from '@guichet/infra/embedded';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openBrowser } from '../support/browser.ts';
import { signIn } from '../support/doors/sign-in.ts';
import { keyboardOf } from '../browser/keyboard.ts';
import { openedCases } from '../support/opened-cases.ts';
import type { BenchServers } from './bench-servers.ts';
import { type Figure, share } from './figure.ts';
import { loadCold } from './load-cold.ts';
import { flatMemory } from './flat-memory.ts';
import { openPublic } from './open-public.ts';
import { openProcess } from './open-process.ts';

const limits = { bytes: 200 * 1024, shift: 0.01, nextCaseMs: 100, growth: 1.05 };
const [chief, password] = ['cheffe-pages', 'only-for-bench'];
const decided = 40;
/** A queue of several pages, and what an agent decides one after the other. */
const waiting = 120;

/** The pages at which people at the desk spend their day; the address of a case is added. */
const pages = [
  '/',
  '/search',
  '/calls',
  '/counter',
  '/counter/permis-chien',
  '/appointments',
  '/mailroom',
  '/tasks',
  '/print',
  '/pickup',
  '/supervisor',
  '/supervisor/line',
  '/supervisor/counters',
  '/account',
  '/keys',
  '/go',
];

/** Measures the desk's pages as a browser loads them cold, the next case after a decision by keys, and the memory of a desk over 10,000 views. */
export async function measureDeskPages(servers: BenchServers): Promise<Figure[]> {
  for (const team of ['voirie', 'animaux']) await addTeam(servers.system, team, { fr: team, en: team });
  await addStaff(servers.system, {
    signIn: chief,
    name: chief,
    password,
    language: 'fr',
    roles: ['supervisor', 'agent', 'clerk'],
    teams: ['voirie', 'animaux'],
  });
  const placeId = await addPlace(servers.system, {
    code: 'hotel-de-ville',
    name: { fr: 'Hôtel de ville', en: 'City hall' },
    timeZone: 'America/Toronto',
  });
  await addCounter(servers.system, { placeId, name: '1' });
  const people = await openPublic(servers);
  const references = await openedCases(people, waiting).finally(() => people.close());
  const port = await freePort();
  const home = `http://localhost:${port}`;
  // Collects when told, so that what is counted is what is held, not what waits to be collected.
  const collects = 'data:text/javascript,process.on("SIGUSR2",()=>globalThis.gc())';
  const script = 'services/desk/src/main.ts';
  const desk = await openProcess(servers, script, port, ['--expose-gc', '--import', collects]);
  const browser = await openBrowser();
  try {
    const context = await browser.newContext({ locale: 'fr-CA' });
    await signIn(context, home, chief, password);
    const all = [...pages, `/cases/${references.at(-1)}`];
    const found = await coldFigures(browser, context, home, all);
    found.push(await nextCase(context, home));
    const cookies = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    await context.close();
    found.push(await flatMemory({ pid: desk.pid, home, cookies, pages: all, growth: limits.growth }));
    return found;
  } finally {
    await browser.close();
    await desk.stop();
  }
}

async function coldFigures(
  browser: Browser,
  signedIn: BrowserContext,
  home: string,
  addresses: readonly string[],
): Promise<Figure[]> {
  const storageState = await signedIn.storageState();
  const loads = [];
  for (const address of addresses) {
    const context = await browser.newContext({ storageState, viewport: { width: 1280, height: 800 } });
    loads.push({ address, ...(await loadCold(context, `${home}${address}`)) });
    await context.close();
  }
  for (const { address, bytes, shift } of loads)
    console.log(
      `      ${address.padEnd(24)} ${(bytes / 1024).toFixed(0).padStart(4)} KB  shift ${shift.toFixed(4)}`,
    );
  const heaviest = loads.reduce((a, b) => (b.bytes > a.bytes ? b : a));
  const shifting = loads.reduce((a, b) => (b.shift > a.shift ? b : a));
  const blocking = loads.flatMap(({ address, blocks }) => blocks.map((one) => `${address}: ${one}`));
  return [
    {
      what: `desk: transfer of a page with all its files, cold, heaviest of ${loads.length} pages`,
      ours: `${(heaviest.bytes / 1024).toFixed(0)} KB (${heaviest.address})`,
      against: `limit ${limits.bytes / 1024} KB`,
      ratio: heaviest.bytes / limits.bytes,
      aim: '≤ 1',
      holds: heaviest.bytes <= limits.bytes,
    },
    {
      what: `desk: layout shift, worst of ${loads.length} pages`,
      ours: `${shifting.shift.toFixed(4)} (${shifting.address})`,
      against: `limit ${limits.shift}`,
      ratio: shifting.shift / limits.shift,
      aim: '≤ 1',
      holds: shifting.shift <= limits.shift,
    },
    {
      what: 'desk: scripts that keep a page from being drawn',
      ours: blocking.length === 0 ? '0' : blocking.join(', '),
      against: '0',
      ratio: blocking.length,
      aim: '0',
      holds: blocking.length === 0,
    },
  ];
}

/** Decides cases by keys, one after the other, and times each next one: from the key to its page's first paint. */
async function nextCase(context: BrowserContext, home: string): Promise<Figure> {
  // A queue left open would draw itself anew at each decision, on the processors that are measured.
  for (const open of context.pages()) await open.close();
  const page = await context.newPage();
  const keys = keyboardOf(page);
  await page.goto(home);
  await Promise.all([page.waitForURL('**/cases/*'), keys.press('n')]);
  const times: number[] = [];
  const before = keys.presses;
  for (let at = 0; at < decided; at += 1) {
    const here = page.url();
    await keys.press('e');
    await keys.press('Space');
    const from = Date.now();
    await Promise.all([page.waitForURL((url) => url.href !== here), keys.press('e')]);
    times.push((await paintedAt(page)) - from);
  }
  const [p50, p95] = [share(times, 0.5), share(times, 0.95)];
  const bare = share(await timesOf(page, `${home}/healthz`), 0.5);
  return {
    what: `desk: from the key that closes a case to the next case on screen, ${((keys.presses - before) / decided).toFixed(1)} keys a case`,
    ours: `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms of ${decided}`,
    against: `limit ${limits.nextCaseMs} ms; one line of text takes this browser ${bare.toFixed(0)} ms`,
    ratio: p95 / limits.nextCaseMs,
    aim: '≤ 1',
    holds: p95 <= limits.nextCaseMs,
  };
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
