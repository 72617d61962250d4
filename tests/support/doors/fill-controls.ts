import type { FormValues } from '@guichet/catalogue';
import type { Page } from 'playwright-core';

/** Fills the controls of the page at hand, by name, as a person would: types, chooses, ticks. Names the page does not show are left. */
export async function fillControls(page: Page, values: FormValues): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    if (name.startsWith('_')) continue;
    const control = page.locator(`[name="${name}"]`);
    if ((await control.count()) === 0) continue;
    const { tag, type } = await control.first().evaluate((element) => ({
      tag: element.tagName,
      type: element.getAttribute('type'),
    }));
    if (type === 'radio' || type === 'checkbox') {
      for (const one of [value].flat()) await page.locator(`[name="${name}"][value="${one}"]`).check();
    } else if (tag === 'SELECT') await control.selectOption(value);
    else if (type !== 'hidden') await control.fill(String(value));
  }
}
