import { AxeBuilder } from '@axe-core/playwright';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { previewApp } from '../../infra/cli/preview/preview-app.ts';
import { listen } from '../../services/intake/src/listen.ts';
import { openBrowser } from '../support/browser.ts';
import { pictures } from './look-at.ts';

const packs = new URL('../../shared/catalogue/packs/quebec/', import.meta.url);
const dir = mkdtempSync(join(tmpdir(), 'guichet-trial-'));
mkdirSync(join(dir, 'quebec'));
for (const name of ['pothole.v1.yaml', 'blocks'])
  cpSync(new URL(name, packs), join(dir, 'quebec', name), { recursive: true });
const file = join(dir, 'quebec', 'pothole.v1.yaml');

const told = new Set<() => void>();
const app = previewApp({
  dir,
  today: () => '2026-11-24',
  onSave(tell, signal) {
    told.add(tell);
    signal.addEventListener('abort', () => told.delete(tell));
  },
});
const server = await listen(app, 0);
const home = `http://localhost:${server.port}`;
const start = `${home}/phone?service=nid-de-poule&lang=fr`;
const browser = await openBrowser();
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Opens a page that keeps what the browser complains of. */
async function open(options: BrowserContextOptions = {}): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints };
}

async function call(page: Page, settings: Record<string, string> = {}): Promise<void> {
  await page.goto(start);
  for (const [name, value] of Object.entries(settings))
    await page.locator(`[name="${name}"]`).selectOption(value);
  await page.getByRole('button', { name: 'Appeler' }).click();
  await page.locator('#trial').waitFor();
}

const at = (page: Page) => () => page.textContent('#at');
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');

/** Where, how large, no danger, nothing more to say, no photo, no reply; the reading back, then sending. */
const whole = ['r', '1', '2', '8', '8', '9', '1', '1', '1'];

it('the keyboard alone makes a whole request, on one page that is never loaded again', async () => {
  const { page, complaints } = await open();
  await page.goto(start);
  const seen: string[] = [];
  while (!seen.includes('Appeler')) {
    await page.keyboard.press('Tab');
    seen.push(await page.evaluate(() => document.activeElement?.textContent ?? ''));
    expect(seen.length).toBeLessThan(20);
  }
  await page.keyboard.press('Enter');
  await page.locator('#trial').waitFor();
  await page.evaluate(() => Object.assign(window, { loadedOnce: true }));
  for (const key of whole) await page.keyboard.press(key);
  await expect.poll(at(page)).toBe('la demande acceptée');
  expect(await page.textContent('#said')).toMatch(/numéro de référence est le : (\d,? ?){10}/);
  expect(await page.textContent('#count-presses')).toBe('9');
  expect(await page.evaluate(() => 'loadedOnce' in window)).toBe(true);
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('Enter is pound and Backspace is star where nothing else has the focus, and letters are letters in a field', async () => {
  const { page } = await open();
  await call(page);
  await page.keyboard.press('0');
  await expect.poll(() => page.textContent('#said')).toMatch(/rappel/);
  await page.keyboard.press('2');
  await expect.poll(() => page.textContent('#waits')).toMatch(/des touches, puis le carré/);
  const keyed = () => page.textContent('.phone-keyed');
  for (const key of ['4', '1', 'Backspace']) await page.keyboard.press(key);
  await expect.poll(keyed).toMatch(/41\*$/);
  await page.keyboard.type('4185551234');
  await expect.poll(keyed).toMatch(/41\*4185551234$/);
  await page.focus('#text');
  await page.keyboard.type('rs1*#');
  await page.keyboard.press('Backspace');
  expect(await page.inputValue('#text')).toBe('rs1*');
  expect(await keyed()).toMatch(/41\*4185551234$/);
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('Enter');
  await expect.poll(() => page.textContent('#said')).toMatch(/4 1 8, 5 5 5, 1 2 3 4/);
  expect(await page.inputValue('#text'), 'what is typed and not said yet stays').toBe('rs1*');
  await page.uncheck('#shortcuts');
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('1');
  await page.getByRole('button', { name: '2 ABC' }).press('Enter');
  await expect.poll(() => page.textContent('#waits')).toMatch(/des touches/);
  expect(await page.textContent('#transcript')).not.toMatch(/fait 1$/);
  await page.context().close();
});

it('the focus stays on the key that was pressed, and goes to the end when the call ends', async () => {
  const { page } = await open();
  await call(page);
  await page.keyboard.press('r');
  await expect.poll(at(page)).toMatch(/size$/);
  await page.focus('#key-0');
  await page.keyboard.press('Enter');
  await expect.poll(at(page)).toMatch(/danger$/);
  expect(await focused(page)).toBe('key-0');
  await page.getByRole('button', { name: 'Raccrocher' }).press('Enter');
  await expect.poll(() => focused(page)).toBe('ended');
  await page.getByRole('button', { name: 'Recommencer' }).press('Space');
  await expect.poll(at(page)).toMatch(/place$/);
  await page.context().close();
});

it('a browser without JavaScript makes a whole request at 320 px, by its buttons', async () => {
  const { page } = await open({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  await call(page);
  expect(await page.locator('#switches').isVisible()).toBe(false);
  for (const [done, key] of whole.entries()) {
    if (key === 'r') await page.getByRole('button', { name: 'Enregistrer' }).click();
    else await page.locator(`.phone-key[value="${key}"]`).click();
    await page.locator(`.phone-keypad [name="at"][value="${done + 1}"]`).waitFor({ state: 'attached' });
    await page.waitForLoadState();
    expect(await sideways(page), `after ${key}`).toBe(0);
  }
  expect(await at(page)()).toBe('la demande acceptée');
  await page.context().close();
});

it('prompts are said in the voice of their language, not again for a key of an entry, and stop at a key', async () => {
  const { page, complaints } = await open();
  await page.addInitScript(() => {
    const heard: string[] = [];
    const voices = [{ lang: 'fr-FR' }, { lang: 'fr_CA' }, { lang: 'en-US' }];
    const speechSynthesis = {
      cancel: () => heard.push('hush'),
      getVoices: () => voices,
      speak: (said: { text: string; lang: string; voice: { lang: string } | null; rate: number }) =>
        heard.push(`${said.lang} ${said.voice?.lang} ${said.rate} ${said.text}`),
    };
    class Utterance {
      text: string;
      constructor(text: string) {
        this.text = text;
      }
    }
    Object.defineProperty(window, 'speechSynthesis', { value: speechSynthesis });
    Object.assign(window, { heard, SpeechSynthesisUtterance: Utterance });
  });
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));
  await page.goto(start);
  await page.getByLabel('au message d’accueil de la ligne').check();
  await page.getByLabel('Mode lent').check();
  await page.getByRole('button', { name: 'Appeler' }).click();
  await page.locator('#trial').waitFor();
  expect((await heard()).filter((line) => line !== 'hush')).toEqual([
    'fr-CA fr_CA 0.85 Bonjour. Pour continuer en français, faites le 1.',
    'en-CA en-US 0.85 For English, press 2.',
    'fr-CA fr_CA 0.85 Plus lentement : le 3.',
  ]);
  await page.keyboard.press('2');
  await expect.poll(at(page)).toBe('le menu');
  const [first = '', ...menu] = await heard();
  expect(first).toBe('hush');
  expect(menu.join(' ')).toMatch(/en-CA en-US 0.85 What would you like/);
  for (const key of ['0', '2', '4', '1']) await page.keyboard.press(key);
  await expect.poll(() => page.textContent('.phone-keyed')).toMatch(/41$/);
  expect((await heard()).at(-1), 'a key of an entry is not answered').toBe('hush');
  await page.uncheck('#aloud');
  await heard();
  await page.keyboard.press('#');
  await expect.poll(() => page.textContent('.phone-keyed')).not.toMatch(/41$/);
  expect((await heard()).filter((line) => line !== 'hush')).toEqual([]);
  await page.reload();
  expect(await page.isChecked('#aloud'), 'the switch is remembered').toBe(false);
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('a browser that cannot speak or sound breaks nothing', async () => {
  const { page, complaints } = await open();
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'speechSynthesis');
    Reflect.deleteProperty(Window.prototype, 'speechSynthesis');
  });
  await call(page);
  await page.check('#tones');
  await page.getByRole('button', { name: 'Réentendre' }).click();
  await page.keyboard.press('r');
  await page.keyboard.press('1');
  await expect.poll(at(page)).toMatch(/danger$/);
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('a definition that is saved restarts the call on the open page', async () => {
  const { page } = await open();
  await call(page);
  await page.keyboard.press('r');
  await expect.poll(at(page)).toMatch(/size$/);
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, before.replace('fr: Où est le nid-de-poule? Dites', 'fr: En quel lieu? Dites'));
  for (const tell of told) tell();
  await expect.poll(() => page.textContent('[data-part="notice"]')).toMatch(/a été enregistrée/);
  expect(await page.textContent('#said')).toContain('En quel lieu?');
  writeFileSync(file, before);
  await page.context().close();
});

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

it('no page breaks a rule of WCAG 2.2 AA that a machine can check, nor scrolls sideways, wide or narrow', async () => {
  const { page } = await open();
  const inspect = async (name: string) => {
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await sideways(page), `${name} at ${width} px`).toBe(0);
      if (pictures)
        await page.screenshot({ path: `${pictures}/telephone-${name}-${width}.png`, fullPage: true });
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html ?? ''}`)).toEqual([]);
    }
  };
  await page.goto(start);
  await inspect('start');
  await call(page, { people: 'open' });
  await page.locator('summary').click();
  await page.keyboard.press('1');
  await expect.poll(() => page.textContent('[data-part="notice"]')).toMatch(/seuls le 0/);
  await inspect('recording');
  await page.keyboard.press('r');
  await page.keyboard.press('0');
  await expect.poll(() => page.textContent('#waits')).toMatch(/transfère/);
  await inspect('transfer');
  for (const [number, name] of ['Occupé', 'Pas de réponse'].entries()) {
    await page.getByRole('button', { name }).click();
    await expect.poll(() => page.textContent('#count-turns')).toBe(String(number + 3));
  }
  await page.keyboard.press('2');
  await expect.poll(() => page.textContent('#waits')).toMatch(/des touches/);
  await page.keyboard.press('4');
  await inspect('keys');
  await page.getByRole('button', { name: 'Raccrocher' }).click();
  await page.locator('#ended').waitFor();
  await page.goto(page.url().replace('lang=fr', 'lang=en'));
  await inspect('ended');
  await page.context().close();
});
