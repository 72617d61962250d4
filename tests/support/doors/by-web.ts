import { type Answers, type CompiledService, formValues } from '@guichet/catalogue';
import { type Language, parseReference } from '@guichet/kernel';
import type { Browser, Page } from 'playwright-core';
import { fillControls } from './fill-controls.ts';

const pagesMax = 60;

/** Makes a request on the public site in a real browser without JavaScript, one question a page, and gives its reference. */
export async function askByWeb(
  browser: Browser,
  publicUrl: string,
  { service, answers, language }: { service: CompiledService; answers: Answers; language: Language },
): Promise<{ reference: string; code: string }> {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: `${language}-CA` });
  try {
    const page = await context.newPage();
    await page.goto(`${publicUrl}/services/${service.definition.code}?lang=${language}`);
    await page.locator('form[action$="/requests"] button.button-primary').click();
    for (let turn = 0; turn < pagesMax; turn += 1) {
      const key = /\/requests\/([a-z0-9-]+)$/.exec(new URL(page.url()).pathname)?.[1];
      if (key === undefined) break;
      await answerOne(page, service, key, answers, language);
    }
    await page.locator('main form button.button-primary').last().click();
    return confirmationOf(await page.locator('main').innerText(), page.url());
  } finally {
    await context.close();
  }
}

async function answerOne(
  page: Page,
  service: CompiledService,
  key: string,
  answers: Answers,
  language: Language,
): Promise<void> {
  const question = service.question(key);
  if (!question) throw new Error(`the site asks ${key}, which is no question`);
  const answer = answers[key];
  if (question.type === 'group' && Array.isArray(answer)) {
    while ((await page.locator(`[name^="${key}.${answer.length - 1}."]`).count()) === 0) {
      await page.locator(`button[value="add:${key}"]`).click();
    }
  }
  await fillControls(page, formValues(question, answer, language));
  const before = page.url();
  await page.locator('main form button.button-primary').first().click();
  if (page.url() === before && (await page.locator('[role="alert"]').count()) > 0) {
    throw new Error(`the site refuses ${key}: ${await page.locator('[role="alert"]').innerText()}`);
  }
}

function confirmationOf(text: string, where: string): { reference: string; code: string } {
  const reference = parseReference(/\d{3}[\s\u00a0]\d{3}[\s\u00a0]\d{4}/.exec(text)?.[0] ?? '');
  const code = /(?<![\d\s\u00a0])\s(\d{3}[\s\u00a0]\d{3})(?![\s\u00a0]?\d)/
    .exec(text)?.[1]
    ?.replace(/\D/g, '');
  if (!reference || !code) throw new Error(`no confirmation at ${where}: ${text}`);
  return { reference, code };
}
