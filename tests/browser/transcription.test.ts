import { AxeBuilder } from '@axe-core/playwright';
import {
  acceptSubmission,
  beginRecording,
  keepRecording,
  keepSuggestion,
  readCase,
  saveDraft,
} from '@guichet/casework';
import { type EvidenceId, newId } from '@guichet/kernel';
import { createLogger } from '@guichet/platform';
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { createApp } from '../../services/desk/src/app.tsx';
import { listen } from '../../services/intake/src/listen.ts';
import { openBrowser } from '../support/browser.ts';
import { spokenWav } from '../support/call/spoken-wav.ts';
import { signIn } from '../support/doors/sign-in.ts';
import { eventually } from '../support/eventually.ts';
import { testPassword, useDesk } from '../support/test-desk.ts';

const desk = await useDesk();
const agent = await desk.staff('agente', ['agent', 'clerk'], ['voirie']);
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });
const server = await listen(app, 0);
const home = `http://localhost:${server.port}`;
const browser = await openBrowser();
afterAll(async () => {
  await browser.close();
  await server.close();
});

const pictures = process.env['GUICHET_PICTURES'];

/** A case whose place was said in twenty seconds; gives its reference. */
async function said(suggestion?: string): Promise<string> {
  const phone = desk.public('phone');
  const draft = { service: 'nid-de-poule', version: 1, channel: 'phone', language: 'fr' } as const;
  const draftId = await saveDraft(phone, { ...draft, content: { answers: {}, skipped: [] } });
  const evidenceId: EvidenceId = newId<'evidence'>();
  const recording = { evidenceId, providerRef: `RE${evidenceId}`, mediaType: 'audio/wav', draftId };
  await beginRecording(phone, recording);
  const sound = { bytes: spokenWav('', 20), mediaType: 'audio/wav' };
  await keepRecording(desk.ctx, newId(), evidenceId, sound);
  if (suggestion) await keepSuggestion(desk.ctx, newId(), evidenceId, suggestion);
  const place = { pending: 'transcription', evidence: evidenceId };
  const acceptance = await acceptSubmission(phone, {
    ...draft,
    answers: { place, size: 'small', danger: false, 'reply-way': 'none' },
    idempotency: { scope: 'test', key: newId() },
    draftId,
  });
  if (acceptance.kind === 'incomplete') throw new Error(JSON.stringify(acceptance.problems));
  return acceptance.case.reference;
}

const sound = (page: Page) =>
  page.locator('audio').evaluate((one: HTMLAudioElement) => ({
    at: one.currentTime,
    paused: one.paused,
    speed: one.playbackRate,
    length: one.duration,
  }));

async function placeOf(reference: string) {
  const file = await readCase(agent, { reference });
  return file.answers.find(({ question }) => question === 'place')?.value;
}

it('a recording is typed with the keyboard alone, its player worked by keys meanwhile, and the next one opens', async () => {
  const [first, second] = [await said(), await said('devant le dix rue des pins')];
  const page = await signIn(await browser.newContext({ locale: 'fr-CA' }), home, 'agente', testPassword);
  await page.goto(`${home}/tasks`);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.locator('[data-start] :focus').waitFor();
  await eventually(async () => (await sound(page)).length > 19);

  await page.keyboard.press('F2');
  await eventually(async () => (await sound(page)).at > 1.5);
  await page.keyboard.type('Devant le ');
  expect(await sound(page)).toMatchObject({ paused: false, speed: 1 });
  const before = (await sound(page)).at;
  await page.keyboard.press('F2');
  const stopped = await sound(page);
  expect(stopped.paused).toBe(true);
  expect(stopped.at).toBeLessThan(before + 0.5);

  await page.locator('audio').evaluate((one: HTMLAudioElement) => {
    one.currentTime = 10;
  });
  await page.keyboard.press('F4');
  expect((await sound(page)).at).toBeCloseTo(7, 1);
  await page.keyboard.press('F8');
  await page.keyboard.press('F8');
  expect((await sound(page)).speed).toBe(0.75);
  expect(await page.locator('[data-speed]').innerText()).toBe('0,75');
  await page.keyboard.press('Shift+F8');
  expect((await sound(page)).speed).toBe(0.9);
  await page.keyboard.press('Control+F4');
  expect((await sound(page)).at, 'with Control a key is the browser’s').toBeCloseTo(7, 1);

  await page.keyboard.type('12, rue des Érables');
  expect(await page.locator('[data-start] :focus').inputValue()).toBe('Devant le 12, rue des Érables');
  await Promise.all([page.waitForURL(/told=typed/), page.keyboard.press('Enter')]);
  expect(await placeOf(first)).toEqual({ text: 'Devant le 12, rue des Érables' });

  // The next one is here, ready to type in; the machine's words are one key away and are not the answer yet.
  await page.locator('[data-start] :focus').waitFor();
  expect(await page.locator('main').innerText()).toContain('aucun autre n’attend');
  expect(await page.locator('[data-start] :focus').inputValue()).toBe('');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  expect(await page.locator('[data-start] :focus').inputValue()).toBe('devant le dix rue des pins');
  expect(await placeOf(second)).toMatchObject({ pending: 'transcription' });
  await page.keyboard.press('Control+z');
  expect(await page.locator('[data-start] :focus').inputValue(), 'it can be undone').toBe('');
  await page.keyboard.press('Control+y');

  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `at ${width} px it scrolls sideways`).toBe(0);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    if (pictures) await page.screenshot({ path: `${pictures}/transcription-${width}.png`, fullPage: true });
  }
  await Promise.all([
    page.waitForURL(/\/tasks\?told=typed/),
    page.locator('[data-start] input').first().press('Enter'),
  ]);
  expect(await placeOf(second)).toEqual({ text: 'devant le dix rue des pins' });
}, 120_000);

it('without scripts the browser’s own player stands there, and the whole station works by its forms', async () => {
  const reference = await said('rue des pins');
  const context = await browser.newContext({ locale: 'fr-CA', javaScriptEnabled: false });
  const page = await signIn(context, home, 'agente', testPassword);
  await page.goto(`${home}/tasks`);
  await page.locator('a[href^="/tasks/"]').first().click();
  expect(await page.locator('audio[controls]').isVisible()).toBe(true);
  for (const hidden of ['[data-pedal="play"]', '[data-take]'])
    expect(await page.locator(hidden).isVisible()).toBe(false);
  expect(await page.locator('[data-suggestion]').innerText()).toBe('rue des pins');
  if (pictures) await page.screenshot({ path: `${pictures}/transcription-plain.png`, fullPage: true });
  await page.locator('details summary', { hasText: 'Inaudible' }).click();
  await page.getByRole('button', { name: 'Faire rappeler la personne' }).click();
  await page.locator('a[href^="/tasks/"]').first().click();
  if (pictures) await page.screenshot({ path: `${pictures}/recall-plain.png`, fullPage: true });
  await page.locator('[data-start] input').first().fill('Coin des Pins');
  await page.getByRole('button', { name: 'Enregistrer la réponse' }).click();
  expect(await placeOf(reference)).toEqual({ text: 'Coin des Pins' });
}, 120_000);
