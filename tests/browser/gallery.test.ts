import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { openGallery } from './open-gallery.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** Each language and each width once: what depends on both together is how a line breaks, which the reflow test checks. */
const views = [
  { language: 'fr', width: 1280 },
  { language: 'en', width: 320 },
] as const;

it.each(views)(
  'every page is accessible in $language at $width px',
  async ({ language, width }) => {
    const { page, names, show } = await openGallery(browser, language, { width, height: 800 });
    const found: string[] = [];
    for (const name of names) {
      await show(name);
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      found.push(
        ...violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes.map((node) => node.html).join(' | ')}`),
      );
    }
    expect(found).toEqual([]);
    await page.context().close();
  },
  600_000,
);

it('no page scrolls sideways at 320 px', async () => {
  const { page, names, show } = await openGallery(browser, 'fr', { width: 320, height: 800 });
  for (const name of names) {
    await show(name);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(320);
  }
  await page.context().close();
});

it('the security policy of the doors stops nothing of ours', async () => {
  const { page, names, show } = await openGallery(browser, 'fr', { width: 1280, height: 800 });
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  page.on('pageerror', (error) => refused.push(error.message));
  for (const name of names) await show(name);
  expect(refused).toEqual([]);
  await page.context().close();
});

it('keys move through the queue, and type letters where letters are typed', async () => {
  const { page, show } = await openGallery(browser, 'fr', { width: 1280, height: 800 });
  await show('desk-queue');
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  await page.keyboard.press('j');
  expect(await focused()).toBe('481 516 2302');
  await page.keyboard.press('j');
  expect(await focused()).toBe('481 516 2312');
  await page.keyboard.press('k');
  expect(await focused()).toBe('481 516 2302');
  await page.keyboard.press('/');
  await page.keyboard.type('jkno?/é');
  expect(await page.inputValue('#find')).toBe('jkno?/é');
  await page.context().close();
});

it('keys can be turned off, and stay off', async () => {
  const { page, show } = await openGallery(browser, 'fr', { width: 1280, height: 800 });
  await show('desk-queue');
  await page.click('#desk-keys summary');
  await page.click('[data-keys-switch]');
  await show('desk-queue');
  await page.keyboard.press('j');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
  await page.context().close();
});

it('the focus goes to the error summary, whose links lead to the controls', async () => {
  const { page, show } = await openGallery(browser, 'fr', { width: 1280, height: 800 });
  await show('errors');
  expect(await page.title()).toMatch(/^Erreur\u00a0: /);
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('error-summary');
  for (const link of await page.locator('.error-summary a').all()) {
    const target = await link.getAttribute('href');
    await link.click();
    expect(await page.evaluate(() => document.activeElement?.id), target ?? '').toBe(target?.slice(1));
  }
  await page.context().close();
});
