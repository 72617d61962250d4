import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openCase, workDueReplies } from '../support/posted-letter.ts';
import { signIn } from '../support/doors/sign-in.ts';
import { testPassword, useDesk } from '../support/test-desk.ts';
import { breaksNoRule, fits, tabTo } from './look-at.ts';
import { openDesk } from './open-desk.ts';

const desk = await useDesk();
await desk.staff('commis', ['clerk'], ['voirie']);
const { home, browser } = await openDesk(desk);
const page: Page = await signIn(await browser.newContext({ locale: 'fr-CA' }), home, 'commis', testPassword);

const codes: string[] = [];
for (let at = 0; at < 3; at += 1) {
  await openCase(desk);
  for (const { code } of await workDueReplies(desk)) codes.push(code ?? '');
}

async function looksRight(name: string): Promise<void> {
  await fits(page, name);
  await breaksNoRule(page, name);
}

it('letters are taken, counted and handed over by keyboard alone, and one that comes back is entered by its code', async () => {
  await page.goto(`${home}/print`);
  await looksRight('print');
  await tabTo(page, 'form[action="/print/batches"] .button-primary');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/print\/batches\/[0-9a-f-]{36}/);
  await looksRight('print-batch');
  const batch = page.url().split('?')[0] ?? '';

  await tabTo(page, '#count');
  await page.keyboard.type('2');
  await tabTo(page, '#handedTo');
  await page.keyboard.type('Postes Canada, bureau de Limoilou');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.error-summary');
  expect(await page.textContent('.error-summary')).toContain('Marquez les lettres qui manquent');
  await looksRight('print-count-differs');

  await tabTo(page, 'select[name^="spoiled."]');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, '#handedTo');
  await page.keyboard.press('Enter');
  await page.waitForURL(/told=handed/);
  expect(await page.textContent('main')).toContain('Remise de 2 enveloppes');
  await looksRight('print-handed-over');
  await page.goto(`${batch}/list`);
  await looksRight('print-list');

  await page.goto(`${home}/print/returned`);
  await looksRight('returned');
  // As a code reader does: the characters, then Enter.
  await page.goto(`${home}/print/returned`);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('code');
  await page.keyboard.type(codes[1] ?? '');
  await page.keyboard.press('Enter');
  await page.waitForSelector('input[type="radio"][name="why"]');
  expect(await page.textContent('main')).toContain('JEANNE TREMBLAY');
  await looksRight('returned-found');
  await page.focus('input[type="radio"][name="why"]:checked');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.notice-success');
  expect(await page.textContent('.notice-success')).toContain('Le retour est inscrit');
  await looksRight('returned-told');

  await page.keyboard.type('pas un code');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.error-summary');
  await looksRight('returned-not-ours');

  await page.goto(`${home}/tasks`);
  await looksRight('tasks-address');
  await page.click('a[href$="/address"]');
  await page.waitForSelector('#name');
  await looksRight('address');
  await page.fill('#name', '');
  await tabTo(page, 'form[action$="/address"] .button-primary');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.error-summary');
  await looksRight('address-refused');
}, 120_000);
