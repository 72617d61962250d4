import { compile, formValues } from '@guichet/catalogue';
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { useDesk } from '../support/test-desk.ts';
import { listen } from '../../services/intake/src/listen.ts';
import { openTestDoor } from '../../services/intake/test/open-test-door.ts';
import { requests } from '../../services/intake/test/people.ts';
import { breaksNoRule, fits } from './look-at.ts';

const desk = await useDesk();
/** Unit: milliseconds. A browser on a busy machine takes its time. */
const patience = 300_000;

const publicUrl = 'http://localhost';
const { app } = openTestDoor(desk, { publicUrl });
const server = await listen(app, 0);
const home = `http://localhost:${server.port}`;
const browser = await openBrowser();
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function typeIn(page: Page, code: string, key: string): Promise<void> {
  const question = desk.ctx.catalogue.find(code)?.question(key);
  if (!question) throw new Error(`no question ${key}`);
  for (const [name, value] of Object.entries(formValues(question, requests[code]?.[key], 'fr'))) {
    for (const one of [value].flat()) {
      const control = page.locator(`[name="${name}"]`);
      // A member whose condition does not hold yet is not on the page.
      if ((await control.count()) === 0) continue;
      const kind = await control
        .first()
        .evaluate((node) => `${node.tagName} ${node.getAttribute('type') ?? ''}`.toLowerCase());
      if (kind === 'input radio' || kind === 'input checkbox')
        await page.locator(`[name="${name}"][value="${one}"]`).check();
      else if (kind.startsWith('select')) await control.selectOption(one);
      else if (kind !== 'input hidden') await control.fill(one);
    }
  }
}

it(
  'the whole walk works in a real browser without JavaScript, on a wide and a narrow screen',
  async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const page = await plain.newPage();
    const code = 'permis-chien';
    await page.goto(`${home}/`);
    await fits(page, 'home');
    await page.getByRole('link', { name: 'Enregistrer un chien' }).click();
    await fits(page, 'service');
    await page.getByRole('button', { name: 'Commencer' }).click();
    await page.getByRole('button', { name: 'Continuer', exact: true }).click();
    await fits(page, 'refused');
    for (let pages = 0; !page.url().endsWith('/requests') && pages < 40; pages += 1) {
      const key = page.url().split('/').at(-1) ?? '';
      await typeIn(page, code, key);
      await fits(page, `question-${key}`);
      await page.getByRole('button', { name: 'Continuer', exact: true }).click();
    }
    await fits(page, 'check');
    await page.getByRole('button', { name: 'Envoyer ma demande' }).click();
    expect(page.url()).toBe(`${home}/confirmation`);
    await fits(page, 'confirmation');
    const [reference = '', statusCode = ''] = await page.locator('.reference-code').allTextContents();
    await page.goBack();
    expect(page.url()).toBe(`${home}/confirmation`);
    await page.goto(`${home}/status`);
    await fits(page, 'status-form');
    await page.getByLabel('Numéro de référence').fill(reference);
    await page.getByLabel(/Code de suivi/).fill(statusCode);
    await page.getByRole('button', { name: 'Voir ma demande' }).click();
    await expect.poll(() => page.textContent('main')).toContain('En attente de traitement');
    await fits(page, 'status');
    await page.goto(`${home}/nowhere`);
    await fits(page, 'not-found');
    await plain.close();
  },
  patience,
);

it(
  'the keyboard alone is enough, and the error summary takes the person to what is wrong',
  async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const violations: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') violations.push(message.text());
    });
    await page.goto(`${home}/services/nid-de-poule`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main');
    await page.getByRole('button', { name: 'Commencer' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/requests/place');
    await page.locator('[name="place.text"]').focus();
    await page.keyboard.press('Enter');
    await page.locator('.error-summary').waitFor();
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.className ?? ''))
      .toContain('error-summary');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('place.text');
    await page.keyboard.type('En face du 12');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/requests/size');
    await page.locator('[name="size"]').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/requests/danger');
    // The refused page itself answers 422, which the browser's console tells of.
    expect(violations.filter((text) => !text.includes('422'))).toEqual([]);
    await context.close();
  },
  patience,
);

it(
  'no page breaks a rule of WCAG 2.2 AA that a machine can check',
  async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const code = 'changement-adresse';
    const check = (name: string) => breaksNoRule(page, name);
    for (const path of ['/', `/services/${code}`, '/status', '/nowhere']) {
      await page.goto(home + path);
      await check(path);
    }
    await page.goto(`${home}/services/${code}`);
    await page.getByRole('button', { name: 'Commencer' }).click();
    for (let pages = 0; !page.url().endsWith('/requests') && pages < 40; pages += 1) {
      const key = page.url().split('/').at(-1) ?? '';
      if (key === 'household') await page.getByRole('button', { name: /Ajouter/ }).click();
      await typeIn(page, code, key).catch(async () => {
        throw new Error(`could not type ${key}: ${await page.textContent('main')}`);
      });
      if (key === 'household') await fits(page, 'group');
      await check(key);
      await page.getByRole('button', { name: 'Continuer', exact: true }).click();
      if (key === 'household' && page.url().endsWith('household')) {
        await typeIn(page, code, key);
        await page.getByRole('button', { name: 'Continuer', exact: true }).click();
      }
    }
    await check('check');
    await page.getByRole('button', { name: 'Envoyer ma demande' }).click();
    await check('confirmation');
    await context.close();
  },
  patience,
);

it(
  'the footer of any page leads to the doors of each service, where a closed door gives its reason',
  async () => {
    const why = { fr: 'Le plan doit être vu.', en: 'The plan must be seen.' };
    const services = desk.ctx.catalogue.services.map((service) =>
      service.definition.code === 'permis-piscine'
        ? compile({ ...service.definition, channels: { phone: { except: why }, mail: { except: why } } })
        : service,
    );
    const catalogue = { ...desk.ctx.catalogue, services };
    const closed = await listen(openTestDoor(desk, { publicUrl, desk: { ...desk.ctx, catalogue } }).app, 0);
    const context = await browser.newContext();
    const page = await context.newPage();
    for (const [language, footer, notOffered] of [
      ['fr', 'Les mêmes services à chaque porte', 'Non offert'],
      ['en', 'The same services at each door', 'Not offered'],
    ] as const) {
      await page.goto(`http://localhost:${closed.port}/?lang=${language}`);
      await page.locator('footer').getByRole('link', { name: footer }).click();
      await fits(page, `parity-${language}`);
      await breaksNoRule(page, `parity ${language}`);
      await page.setViewportSize({ width: 320, height: 800 });
      const hidden = await page
        .locator('.table-scroll')
        .evaluateAll((tables) => tables.map((table) => table.scrollWidth - table.clientWidth));
      expect(hidden, 'what a narrow screen hides of each table').toEqual([0, 0]);
      await breaksNoRule(page, `parity ${language}, narrow`);
      expect(await page.getByText(why[language]).count()).toBe(2);
      await page.getByRole('link', { name: notOffered }).first().click();
      const target = page.locator(':target');
      expect(await target.textContent()).toContain(why[language]);
    }
    await context.close();
    await closed.close();
  },
  patience,
);
