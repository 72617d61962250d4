import type { FormValues } from '@guichet/catalogue';
import type { Page } from 'playwright-core';
import { eventually } from '../eventually.ts';
import { correct, focused } from './confirm-letter.ts';

const stopsMax = 200;

/**
 * Keys the letter on a page as its station leads: from doubt to doubt by Enter, typing where the field holds something else.
 *
 * Shape: how many fields were looked at; the page is then the next letter, or the mailroom.
 * Guarantee: by keys alone. Errors: throws where the station leads nowhere.
 */
export async function keyByKeys(page: Page, wanted: FormValues): Promise<number> {
  await page.locator('.verify-field :focus').waitFor();
  for (let stop = 1; stop <= stopsMax; stop += 1) {
    const at = await eventually(() => focused(page), {
      what: () => 'the focus to be in a field',
      everyMs: 2,
    });
    if (at.kind === 'elsewhere') {
      await Promise.all([page.waitForURL(/[?&](made|told|check)\b/), page.keyboard.press('Enter')]);
      if (/[?&]check\b/.test(page.url())) throw new Error(await page.locator('.error-summary').innerText());
      return stop - 1;
    }
    if (at.kind !== 'confirms') await correct(page, at, wanted);
    // In a box of several lines Enter ends a line: the box that confirms is one stop further.
    if (at.kind === 'textarea') await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  }
  throw new Error('the station never ends');
}
