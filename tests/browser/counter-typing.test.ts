import { readCase, todayOf } from '@guichet/casework';
import type { Answers } from '@guichet/catalogue';
import { createLogger } from '@guichet/platform';
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../services/desk/src/app.tsx';
import { listen } from '../../services/intake/src/listen.ts';
import { openBrowser } from '../support/browser.ts';
import { receiptOn, typeStrokes } from '../support/doors/by-counter.ts';
import { counterKeys } from '../support/doors/counter-keys.ts';
import { signIn } from '../support/doors/sign-in.ts';
import { paperAnswers } from '../support/paper/index.ts';
import { testPassword, useDesk } from '../support/test-desk.ts';

const desk = await useDesk();
const staff = await desk.staff('commis', ['clerk'], ['voirie', 'animaux', 'greffe']);
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });
const server = await listen(app, 0);
const home = `http://localhost:${server.port}`;
const browser = await openBrowser();
const page = await signIn(await browser.newContext({ locale: 'fr-CA' }), home, 'commis', testPassword);
afterAll(async () => {
  await browser.close();
  await server.close();
});

const today = todayOf(desk.ctx.clock.now());
/** Unit: milliseconds. Long for a clerk who types by heart. */
const slow = 400;

/** Tells whether a request asks which questions hold: the page also asks, by another method, who is signed in. */
const isAsking = (route: Route) =>
  route.request().resourceType() === 'fetch' && route.request().method() === 'POST';

/** Makes the desk take its time, each time it is asked which questions hold. */
async function slowDesk(on: Page, ms = slow): Promise<void> {
  await on.route('**/counter/**', async (route) => {
    if (isAsking(route)) await new Promise((resolve) => setTimeout(resolve, ms));
    await route.continue();
  });
}

beforeEach(async () => {
  await page.unrouteAll();
});

function serviceOf(code: string) {
  const service = desk.ctx.catalogue.find(code);
  if (!service) throw new Error(`no service ${code}`);
  return service;
}

async function answersOf(reference: string): Promise<Answers> {
  const file = await readCase(staff, { reference, revealFor: 'test' });
  return Object.fromEntries(file.answers.map(({ question, value }) => [question, value])) as Answers;
}

const facts: Record<string, Answers> = {
  ...paperAnswers,
  'changement-adresse': { ...paperAnswers['changement-adresse'], 'move-date': today, 'reply-way': 'pickup' },
};

describe('typing at the counter while the desk is slow', () => {
  for (const code of ['nid-de-poule', 'permis-chien', 'changement-adresse']) {
    it(`puts every key where it was meant, by heart and by keyboard alone: ${code}`, async () => {
      await slowDesk(page);
      await page.goto(`${home}/counter/${code}`);
      await typeStrokes(page, counterKeys(serviceOf(code), facts[code] ?? {}, { language: 'fr', today }));
      await page.waitForURL((url) => url.pathname.endsWith('/receipt') || url.search.includes('check'));
      expect(await answersOf(await receiptOn(page))).toEqual(facts[code]);
    });
  }
});

describe('a clerk who goes elsewhere while the desk is slow', () => {
  it('keeps the focus, the caret and the text in the field, and the questions come around it', async () => {
    await slowDesk(page, 1_500);
    await page.goto(`${home}/counter/permis-chien`);
    expect(await page.locator('[data-enter-hint]').isVisible(), 'what Enter does is said').toBe(true);
    await page.fill('[name="dog-name"]', 'Biscuit');
    await page.fill('[name="vaccinated"]', 'O');
    const chosen = page.locator('[name="colour"]');
    await chosen.click();
    await page.keyboard.type('Noir');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.locator('[name="rabies-date"]').waitFor();
    await page.keyboard.type('i');
    expect(await whereIs(page)).toEqual({ name: 'colour', value: 'Noiir', caret: 3 });
    expect(await page.inputValue('[name="dog-name"]')).toBe('Biscuit');
    expect(await page.inputValue('[name="_asked"]')).toContain('rabies-date');
  });

  it('keeps what was typed in an entry of a group while another entry comes or goes', async () => {
    await page.goto(`${home}/counter/changement-adresse`);
    await page.fill('[name="with-others"]', 'O');
    await page.press('[name="with-others"]', 'Enter');
    await page.locator('button[value="add:household"]').click();
    await page.fill('[name="household.1.member.given"]', 'Nadia');
    await slowDesk(page, 1_500);
    await page.locator('button[value="remove:household:0"]').click();
    await page.click('[name="household.1.member.family"]');
    await page.keyboard.type('Roy');
    await page.locator('[name="household.1.member.given"]').waitFor({ state: 'detached' });
    await page.keyboard.type('er');
    expect(await whereIs(page)).toEqual({ name: 'household.0.member.family', value: 'Royer', caret: 5 });
    expect(await page.inputValue('[name="household.0.member.given"]')).toBe('Nadia');
  });
});

describe('the counter’s screen', () => {
  it('says that the desk does not answer, goes on asking, and loses nothing typed meanwhile', async () => {
    let refused = 0;
    await page.route('**/counter/**', async (route) => {
      if (!isAsking(route) || refused > 0) return route.continue();
      refused += 1;
      return route.abort();
    });
    await page.goto(`${home}/counter/permis-chien`);
    await page.focus('[name="vaccinated"]');
    await typeStrokes(page, [
      { text: 'O', key: 'Enter' },
      { text: '2025-06-18', key: 'Enter' },
    ]);
    await page.locator('[data-unanswered]').waitFor();
    await page.keyboard.type('N');
    await page.locator('[name="rabies-date"]').waitFor();
    await page.locator('.ahead').waitFor({ state: 'detached' });
    expect(refused).toBe(1);
    expect(await page.inputValue('[name="rabies-date"]')).toBe('2025-06-18');
    expect(await whereIs(page)).toEqual({ name: 'has-microchip', value: 'N', caret: 1 });
  });

  it('saves only after the answer that was on its way, whatever is pressed', async () => {
    await slowDesk(page, 800);
    await page.goto(`${home}/counter/nid-de-poule`);
    const order: string[] = [];
    page.on('requestfinished', (request) => {
      if (request.resourceType() === 'fetch' && request.method() === 'POST') order.push('asked');
    });
    page.on('framenavigated', (frame) => {
      if (frame.url().endsWith('/receipt')) order.push('saved');
    });
    await page.fill('[name="place.text"]', 'Rue des Pins');
    await page.fill('[name="size"]', '1');
    await page.fill('[name="reply-way"]', '6');
    await page.fill('[name="danger"]', 'N');
    await page.locator('.counter-buttons .button-primary').click();
    await page.waitForURL((url) => url.pathname.endsWith('/receipt') || url.search.includes('check'));
    expect(await answersOf(await receiptOn(page))).toMatchObject({ danger: false, 'reply-way': 'none' });
    expect(order[0]).toBe('asked');
    expect(order.indexOf('saved')).toBe(order.length - 1);
  });

  it('gives back a question that holds again as it was filled, and its address leads to what was kept', async () => {
    await page.goto(`${home}/counter/nid-de-poule`);
    const kinds = page.locator('[name="danger-kinds"]');
    const answer = async (text: string) => {
      await page.fill('[name="danger"]', text);
      await page.press('[name="danger"]', 'Enter');
    };
    await answer('O');
    await kinds.fill('1 3');
    await answer('N');
    await kinds.waitFor({ state: 'detached' });
    await answer('O');
    await kinds.waitFor();
    expect(await kinds.inputValue()).toBe('1 3');
    await page.reload();
    expect(await page.inputValue('[name="danger"]')).toBe('O');
    expect(await kinds.count()).toBe(1);
  });
});

it('says that the session has ended, and keeps in sight what has no place yet', async () => {
  await slowDesk(page);
  await page.goto(`${home}/counter/permis-chien`);
  await page.context().clearCookies();
  await page.focus('[name="vaccinated"]');
  await typeStrokes(page, [
    { text: 'O', key: 'Enter' },
    { text: '2025-06-18', key: 'Enter' },
  ]);
  await page.locator('[data-elsewhere]').waitFor();
  expect(await whereIs(page)).toMatchObject({ value: '2025-06-18' });
  expect(await page.inputValue('[name="vaccinated"]')).toBe('O');
  // The desk’s own button leads to the sign-in, which holds the form.
  await page.locator('button[value="refresh"]').click();
  await page.locator('[name="signIn"]').waitFor();
  expect(await page.inputValue('[name="_kept.vaccinated"]')).toBe('O');
});

/** Where the focus is, what stands there and where the caret is. */
async function whereIs(on: Page) {
  return on.evaluate(() => {
    const at = document.activeElement;
    return at instanceof HTMLInputElement
      ? { name: at.name, value: at.value, caret: at.selectionStart }
      : { name: at?.tagName };
  });
}
