import type { FormValues } from '@guichet/catalogue';
import type { Page } from 'playwright-core';
import { eventually } from '../eventually.ts';
import { correct, focused } from './confirm-letter.ts';

const stopsMax = 200;

/**
 * Keys the letter on a page as its station leads: from doubt to doubt by Enter, typing where the field holds something else.
 *
 * Guarantee: by keys alone. Errors: throws where the station leads nowhere.
 */
export async function keyByKeys(page: Page, wanted: FormValues): Promise<void> {
  await page.locator('.verify-field :focus').waitFor();
  for (let stop = 0; stop < stopsMax; stop += 1) {
    const at = await eventually(() => focused(page), {
      what: () => 'the focus to be in a field',
      everyMs: 2,
    });
    // The button that ends, or the last field of a letter without a doubt.
    if (at.kind === 'elsewhere' || at.name === '_deposited-on') {
      await Promise.all([page.waitForURL(/[?&](made|told|check)\b/), page.keyboard.press('Enter')]);
      if (/[?&]check\b/.test(page.url())) throw new Error(await page.locator('.error-summary').innerText());
      return;
    }
    if (at.kind !== 'confirms') await correct(page, at, wanted);
    // In a box of several lines Enter ends a line: the box that confirms is one stop further.
    await page.keyboard.press(at.kind === 'textarea' || at.kind === 'file' ? 'Tab' : 'Enter');
  }
  throw new Error('the station never ends');
}
