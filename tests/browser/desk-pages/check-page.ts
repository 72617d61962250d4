import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';

/** Unit: pixels. */
export const widths = [1280, 768, 320] as const;

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Puts axe in every page of a browser's context from its start: the desk's policy refuses a script that comes later. */
export async function bringAxe(context: BrowserContext): Promise<void> {
  await context.addInitScript(axe);
}

/** Says what is wrong with a page as it stands, at each width: rules broken, and whether it scrolls sideways. */
export async function wrongWith(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (overflow > 0) found.push(`${name} at ${width} px: scrolls sideways by ${overflow} px`);
    for (const [rule, html] of await brokenRules(page))
      found.push(`${name} at ${width} px: ${rule}: ${html}`);
  }
  return found;
}

function brokenRules(page: Page): Promise<[rule: string, html: string][]> {
  return page.evaluate(async (values) => {
    const run = (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run;
    const { violations } = await run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }): [string, string] => [id, html]));
  }, tags);
}
