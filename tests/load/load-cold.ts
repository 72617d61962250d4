import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext } from 'playwright-core';

export interface ColdLoad {
  /** All that came over the wire, headers too. */
  bytes: number;
  /** The sum of its layout shifts. */
  shift: number;
  /** Scripts that keep it from being drawn. */
  blocks: string[];
}

/** What comes after the page stands: scripts that show more, and shift what is there. Unit: milliseconds. */
const settlesMs = 700;

/** Loads a page in a context whose cache is empty, and tells what that took. */
export async function loadCold(context: BrowserContext, url: string): Promise<ColdLoad> {
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  let bytes = 0;
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.addInitScript(() => {
    const kept = window as unknown as { shift: number };
    kept.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) kept.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(url, { waitUntil: 'load' });
  await sleep(settlesMs);
  const { shift, blocks } = await page.evaluate(() => ({
    shift: (window as unknown as { shift: number }).shift,
    blocks: [
      ...document.querySelectorAll<HTMLScriptElement>('script:not([type="module"], [defer], [async])'),
    ].map(({ src }) => src),
  }));
  await page.close();
  return { bytes, shift, blocks };
}
