import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Where pictures of pages go when someone wants to look at them. */
export const pictures = process.env['GUICHET_PICTURES'];

/** A page as it stands fits a wide and a narrow screen; `at` looks at more of it at each width. */
export async function fits(page: Page, name: string, at?: (page: Page) => Promise<void>): Promise<void> {
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${name} at ${width} px scrolls sideways`).toBe(0);
    if (pictures) await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
    await at?.(page);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** A page breaks no rule of accessibility that a program can check. */
export async function breaksNoRule(page: Page, name = page.url()): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(
    violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
    name,
  ).toEqual([]);
}

/** Comes by the Tab key alone to what a selector names. Errors: throws when it never does. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stops = 0; stops < 60; stops += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
  }
  throw new Error(`the keyboard never comes to ${selector}`);
}
