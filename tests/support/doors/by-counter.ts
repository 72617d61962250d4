import { type Answers, type CompiledService, type FormValues, formValues } from '@guichet/catalogue';
import { parseReference } from '@guichet/kernel';
import type { Page } from 'playwright-core';
import { fillControls } from './fill-controls.ts';

const rounds = 8;

/** Takes a walk-in at the counter's screen, on a page where a clerk has signed in, and gives the reference on the receipt. */
export async function askAtCounter(
  page: Page,
  deskUrl: string,
  service: CompiledService,
  answers: Answers,
): Promise<string> {
  await page.goto(`${deskUrl}/counter/${service.definition.code}`);
  for (let round = 0; round < rounds; round += 1) {
    const shown = (await page.locator('[name="_asked"]').inputValue()).split(/[ ,]+/);
    for (const key of shown) {
      const question = service.question(key);
      if (question) await fillControls(page, typedDates(formValues(question, answers[key], 'fr')));
    }
    const more = await moreEntries(page, answers);
    if (!more) await page.locator('button[value="refresh"]').click();
    const now = (await page.locator('[name="_asked"]').inputValue()).split(/[ ,]+/);
    if (!more && now.join() === shown.join()) break;
  }
  await page.locator('.counter-buttons button[type="submit"]:not([name="_action"])').click();
  const text = await page.locator('main').innerText();
  const reference = parseReference(/\d{3}[\s\u00a0]\d{3}[\s\u00a0]\d{4}/.exec(text)?.[0] ?? '');
  if (!reference) throw new Error(`no receipt at ${page.url()}: ${text}`);
  return reference;
}

/** At the counter a date is typed in one go. */
function typedDates(values: FormValues): FormValues {
  const whole = { ...values };
  for (const name of Object.keys(values)) {
    const base = /^(.+)\.year$/.exec(name)?.[1];
    if (base) whole[base] = `${values[name]}-${values[`${base}.month`]}-${values[`${base}.day`]}`;
  }
  return whole;
}

/** Asks for the next entry of a group that has too few on the screen. */
async function moreEntries(page: Page, answers: Answers): Promise<boolean> {
  for (const [key, answer] of Object.entries(answers)) {
    const add = page.locator(`button[value="add:${key}"]`);
    if (!Array.isArray(answer) || (await add.count()) === 0) continue;
    if ((await page.locator(`[name^="${key}.${answer.length - 1}."]`).count()) > 0) continue;
    await add.click();
    return true;
  }
  return false;
}
