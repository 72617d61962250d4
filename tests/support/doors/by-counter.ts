import type { Answers, CompiledService } from '@guichet/catalogue';
import { type Language, parseReference } from '@guichet/kernel';
import type { Page } from 'playwright-core';
import { counterKeys, type Stroke } from './counter-keys.ts';

export interface WalkIn {
  service: CompiledService;
  answers: Answers;
  /** Of the screen and of the person. */
  language: Language;
  today: string;
}

/**
 * Takes a walk-in at the counter's screen, on a page where a clerk has signed in, and gives the reference on the receipt.
 *
 * Guarantee: by the keyboard alone, as fast as keys go and without looking at what the screen asks.
 */
export async function askAtCounter(page: Page, deskUrl: string, walkIn: WalkIn): Promise<string> {
  const { service, answers, language } = walkIn;
  await page.goto(`${deskUrl}/counter/${service.definition.code}?lang=${language}`);
  if (language === 'en') for (const key of ['Shift+Tab', 'ArrowDown', 'Tab']) await page.keyboard.press(key);
  await typeStrokes(page, counterKeys(service, answers, walkIn));
  await page.waitForURL((url) => url.pathname.endsWith('/receipt') || url.search.includes('check'));
  return receiptOn(page);
}

/** Types on the keyboard, one key after the other. */
export async function typeStrokes(page: Page, strokes: readonly Stroke[]): Promise<void> {
  for (const { text, key } of strokes) {
    await page.keyboard.type(text);
    await page.keyboard.press(key);
  }
}

/** Gives the reference on the receipt. Errors: throws with what the page says when it is no receipt. */
export async function receiptOn(page: Page): Promise<string> {
  const text = await page.locator('main').innerText();
  const reference = parseReference(/\d{3}[\s\u00a0]\d{3}[\s\u00a0]\d{4}/.exec(text)?.[0] ?? '');
  if (!reference) throw new Error(`no receipt at ${page.url()}: ${text}`);
  return reference;
}
