import type { Browser, BrowserContext } from 'playwright-core';
import { openBenchDesk } from './bench-desk.ts';
import type { BenchServers } from './bench-servers.ts';
import type { Figure } from './figure.ts';
import { loadCold } from './load-cold.ts';
import { flatMemory } from './flat-memory.ts';

const limits = { bytes: 200 * 1024, shift: 0.01, growth: 1.05 };

/** A queue of several pages. */
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

/** Measures the desk's pages as a browser loads them cold, and the memory of a desk over 10,000 views. */
export async function measureDeskPages(servers: BenchServers): Promise<Figure[]> {
  const { browser, context, home, pid, references, stop } = await openBenchDesk(
    servers,
    'cheffe-pages',
    waiting,
  );
  try {
    const all = [...pages, `/cases/${references.at(-1)}`];
    const found = await coldFigures(browser, context, home, all);
    const cookies = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    await context.close();
    found.push(await flatMemory({ pid, home, cookies, pages: all, growth: limits.growth }));
    return found;
  } finally {
    await stop();
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
