import { afterAll, expect, it } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { useDesk } from '../support/test-desk.ts';
import { listen } from '../../services/intake/src/listen.ts';
import { openTestDoor } from '../../services/intake/test/open-test-door.ts';
import { breaksNoRule, fits, tabTo } from './look-at.ts';

const desk = await useDesk();
/** Unit: milliseconds. A browser on a busy machine takes its time. */
const patience = 300_000;
const { app } = openTestDoor(desk, { publicUrl: 'http://localhost' });
const server = await listen(app, 0);
const home = `http://localhost:${server.port}`;
const browser = await openBrowser();
afterAll(async () => {
  await browser.close();
  await server.close();
});

it(
  'a request is set aside and taken up in another browser, by keyboard alone and without JavaScript',
  async () => {
    const library = await browser.newContext({ javaScriptEnabled: false });
    const page = await library.newPage();
    await page.goto(`${home}/services/nid-de-poule`);
    await page.getByRole('button', { name: 'Commencer' }).click();
    await tabTo(page, '[name="place.text"]');
    await page.keyboard.type('En face du 12');
    await fits(page, 'question-with-later');
    await tabTo(page, 'button[value="save"]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/later');
    await fits(page, 'later');
    const [number = '', code = ''] = await page.locator('.reference-code').allTextContents();
    await library.close();

    const plain = await browser.newContext({ javaScriptEnabled: false });
    const other = await plain.newPage();
    await other.goto(`${home}/`);
    await tabTo(other, 'a[href="/resume"]');
    await other.keyboard.press('Enter');
    await other.waitForURL('**/resume');
    await fits(other, 'resume');
    await tabTo(other, '[name="number"]');
    await other.keyboard.type(number);
    await tabTo(other, '[name="code"]');
    await other.keyboard.press('Enter');
    await other.locator('.error-summary').waitFor();
    await fits(other, 'resume-refused');
    expect(await other.inputValue('[name="number"]')).toBe(number);
    await tabTo(other, '[name="code"]');
    await other.keyboard.type(code);
    await other.keyboard.press('Enter');
    await other.waitForURL('**/requests/size');
    await plain.close();
  },
  patience,
);

it(
  'its pages break no rule of accessibility that a program can check, in both languages',
  async () => {
    for (const language of ['fr', 'en']) {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(`${home}/services/nid-de-poule?lang=${language}`);
      await page.locator('main button.button').click();
      await page.locator('button[value="save"]').click();
      await page.waitForURL('**/later');
      await breaksNoRule(page);
      await page.goto(`${home}/resume?n=1234567896`);
      await breaksNoRule(page);
      await page.locator('main button.button').click();
      await page.locator('.error-summary').waitFor();
      await breaksNoRule(page);
      await context.close();
    }
  },
  patience,
);
