import { findDraft, offerResume, saveDraft } from '@guichet/casework';
import { createLogger } from '@guichet/platform';
import { afterAll, expect, it } from 'vitest';
import { createApp } from '../../services/desk/src/app.tsx';
import { listen } from '../../services/intake/src/listen.ts';
import { openBrowser } from '../support/browser.ts';
import { signIn } from '../support/doors/sign-in.ts';
import { testPassword, useDesk } from '../support/test-desk.ts';
import { breaksNoRule, fits, tabTo } from './look-at.ts';

const desk = await useDesk();
await desk.staff('commis', ['clerk'], ['voirie']);
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });
const server = await listen(app, 0);
const home = `http://localhost:${server.port}`;
const browser = await openBrowser();
afterAll(async () => {
  await browser.close();
  await server.close();
});
/** Unit: milliseconds. A browser on a busy machine takes its time. */
const patience = 300_000;

async function setAside(): Promise<{ number: string; code: string }> {
  const content = { answers: { place: { text: 'En face du 12' }, size: 'small' }, skipped: [] };
  const facts = { service: 'nid-de-poule', version: 1, channel: 'web', language: 'fr' } as const;
  const draftId = await saveDraft(desk.public('web'), { ...facts, content });
  return offerResume(desk.public('web'), { draftId });
}

it.each(['fr', 'en'] as const)(
  'a request set aside is taken up at the counter by keyboard alone, in %s',
  async (language) => {
    const page = await signIn(await browser.newContext(), home, 'commis', testPassword);
    const { number, code } = await setAside();
    await page.goto(`${home}/counter?lang=${language}`);
    await fits(page, `counter-${language}`, breaksNoRule);
    await tabTo(page, 'main summary');
    await page.keyboard.press('Enter');
    await fits(page, `counter-open-${language}`, breaksNoRule);
    await tabTo(page, '[name="number"]');
    await page.keyboard.type(number);
    await page.keyboard.press('Tab');
    await page.keyboard.type(code === '000000' ? '111111' : '000000');
    await page.keyboard.press('Enter');
    await page.locator('.error-summary').waitFor();
    await fits(page, `counter-refused-${language}`, breaksNoRule);
    expect(await page.inputValue('[name="number"]')).toBe(number);
    await tabTo(page, '[name="code"]');
    await page.keyboard.type(code);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/counter/resumed/*');
    await fits(page, `counter-resumed-${language}`, breaksNoRule);
    expect(await page.inputValue('[name="place.text"]')).toBe('En face du 12');
    await page.context().close();
  },
  patience,
);

it(
  'what is typed, kept in the background and then taken away stays away; what the page never showed stays',
  async () => {
    const page = await signIn(await browser.newContext(), home, 'commis', testPassword);
    const { number, code } = await setAside();
    await page.goto(`${home}/counter`);
    await page.locator('main summary').first().click();
    await page.fill('[name="number"]', number);
    await page.fill('[name="code"]', code);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/counter/resumed/*');
    const externalKey = `resumed:${page.url().split('/').at(-1)}`;
    const kept = async () => (await findDraft(desk.ctx, { externalKey }))?.content;
    const goOn = async () => {
      const answered = page.waitForResponse((response) => response.request().method() === 'POST');
      await page.locator('.counter-buttons [value="refresh"]').click();
      await answered;
    };
    await page.fill('[name="description"]', 'Près de l’école');
    await goOn();
    expect((await kept())?.answers).toMatchObject({ description: 'Près de l’école' });
    // Answered elsewhere since the page was drawn.
    const content = { ...(await kept()), answers: { ...(await kept())?.answers, danger: true }, skipped: [] };
    const facts = { service: 'nid-de-poule', version: 1, channel: 'web', language: 'fr' } as const;
    await saveDraft(desk.ctx, { ...facts, externalKey, content });
    await page.fill('[name="description"]', '');
    await page.fill('[name="place.text"]', 'Au coin');
    await goOn();
    expect((await kept())?.answers).toEqual({ place: { text: 'Au coin' }, size: 'small', danger: true });
    await goOn();
    expect((await kept())?.answers).toMatchObject({ danger: true });
    await page.context().close();
  },
  patience,
);
