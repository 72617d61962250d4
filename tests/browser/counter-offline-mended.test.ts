import { readCase } from '@guichet/casework';
import { expect, it } from 'vitest';
import { useDesk } from '../support/test-desk.ts';
import { breaksNoRule, fits } from './look-at.ts';
import {
  fillPothole,
  openKeptForm,
  openWorkstation,
  send,
  sendInVain,
  soon,
  statusOf,
  typedIn,
} from './open-workstation.ts';

const desk = await useDesk();
const { adminSql } = desk.database;
const clerk = await desk.staff('commis', ['clerk'], ['voirie']);
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Buffer.alloc(64)]);
/** What the desk holds back while it stands: the answer to what was sent of one street. */
let gate: { reached: () => void; opened: Promise<void> } | undefined;
const { home, line, counterOf, networkBack } = await openWorkstation(desk, async (request, onward) => {
  const isHeld = request.method === 'POST' && gate && (await request.text()).includes('Rue Lente');
  if (!isHeld || !gate) return onward();
  const answer = await onward();
  gate.reached();
  await gate.opened;
  return answer;
});
/** Unit: milliseconds. A browser on a busy machine takes its time. */
const patience = 300_000;

const cases = () =>
  adminSql<
    { reference: string; depositedAt: Date }[]
  >`select reference, deposited_at from cases order by captured_at`;
const placeOf = async (reference = '') => {
  const { answers } = await readCase(clerk, { reference });
  return JSON.stringify(answers.find(({ question }) => question === 'place')?.value);
};

it(
  'corrected after Back and kept again, a request goes once, with the reference and the time that its person has on paper',
  async () => {
    const { context, page } = await counterOf('commis');
    // A form that the desk drew, with the line cut as it is pressed.
    await page.goto(`${home}/counter/nid-de-poule`);
    await fillPothole(page, 'Rue des Pins');
    line.cut();
    const from = Date.now();
    await send(page);
    await page.waitForURL(/\/counter\/kept#/);
    const printed = await page.locator('.receipt').innerText();
    const until = Date.now();
    await page.goBack();
    await page.locator('form[data-kept-form]').waitFor();
    await fillPothole(page, 'Rue des Ormes');
    await send(page, 'Garder la demande');
    await page.locator('dialog[open]').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.inputValue('[name="place.text"]')).toBe('Rue des Ormes');
    await send(page, 'Garder la demande');
    await send(page, 'Corriger cette demande');
    await page.waitForURL(/\/counter\/kept#/);
    expect(await page.locator('.receipt').innerText()).toBe(printed);
    await expect.poll(() => page.locator('.kept-item').count(), soon).toBe(1);

    // One that the workstation drew, corrected on its form as it was filled in, with its document; then after Back.
    await openKeptForm(page, home);
    await fillPothole(page, 'Rue des Saules');
    const photo = { name: 'trou.png', mimeType: 'image/png', buffer: png };
    await page.locator('[name="photo.file"]').first().setInputFiles(photo);
    await send(page, 'Garder la demande');
    await page.locator('.receipt').waitFor();
    const code = await page.locator('.receipt .reference-code').innerText();
    await page.locator('.kept-tools').getByRole('link', { name: 'Corriger la demande' }).click();
    await page.locator('form[data-kept-form]').waitFor();
    await expect.poll(() => page.inputValue('[name="place.text"]'), soon).toBe('Rue des Saules');
    await fits(page, 'kept-correct', breaksNoRule);
    await page.fill('[name="place.text"]', 'Rue des Tilleuls');
    await send(page, 'Garder la demande');
    await page.locator('.receipt').getByText(code).waitFor();
    await page.goBack();
    await expect.poll(() => page.inputValue('[name="place.text"]'), soon).toBe('Rue des Tilleuls');
    await page.fill('[name="place.text"]', 'Rue des Cèdres');
    await send(page, 'Garder la demande');
    await page.locator('.receipt').getByText(code).waitFor();
    // The same words again are no question.
    await page.goBack();
    await expect.poll(() => page.inputValue('[name="place.text"]'), soon).toBe('Rue des Cèdres');
    await send(page, 'Garder la demande');
    await page.locator('.receipt').getByText(code).waitFor();
    await expect.poll(() => page.locator('.kept-item').count(), soon).toBe(2);

    await networkBack(page);
    await page.locator('.kept-item[data-state="sent"]').nth(1).waitFor();
    const [first, second, ...others] = await cases();
    expect(others).toEqual([]);
    expect(await placeOf(first?.reference)).toContain('Rue des Ormes');
    expect(await placeOf(second?.reference)).toContain('Rue des Cèdres');
    const { evidence } = await readCase(clerk, { reference: second?.reference ?? '' });
    expect(evidence.map(({ fileName }) => fileName)).toEqual(['trou.png']);
    expect(first?.depositedAt.getTime()).toBeGreaterThanOrEqual(from);
    expect(first?.depositedAt.getTime()).toBeLessThanOrEqual(until);
    await context.close();
  },
  patience,
);

it(
  'corrected while it is being sent, what the desk has not seen stays, and the clerk is told which case took the first',
  async () => {
    const { context, page } = await counterOf('commis');
    const before = (await cases()).length;
    line.cut();
    await openKeptForm(page, home);
    await fillPothole(page, 'Rue Lente');
    await send(page, 'Garder la demande');
    await page.locator('.receipt').waitFor();
    await page.goBack();
    await page.locator('form[data-kept-form]').waitFor();
    await fillPothole(page, 'Rue Rapide');
    // Another page of the workstation sends meanwhile.
    const sender = await context.newPage();
    await sender.goto(`${home}/counter/kept`);
    let open = () => {};
    const opened = new Promise<void>((resolve) => (open = resolve));
    const reached = new Promise<void>((resolve) => (gate = { reached: resolve, opened }));
    await networkBack(sender);
    await reached;
    expect(await cases()).toHaveLength(before + 1);
    await send(page, 'Garder la demande');
    await send(page, 'Corriger cette demande');
    await page.waitForURL(/\/counter\/kept#/);
    gate = undefined;
    open();
    const refused = page.locator('.kept-item[data-state="conflict"]');
    const [taken] = (await cases()).slice(-1);
    await refused.getByText(/dont les réponses sont différentes/).waitFor();
    await expect
      .poll(async () => (await refused.innerText()).replaceAll(/\s/g, ''), soon)
      .toContain(taken?.reference);
    await refused.getByRole('button', { name: 'Lire ce qui a été saisi' }).click();
    await expect.poll(() => refused.locator('dl').innerText(), soon).toContain('Rue Rapide');
    expect(await cases()).toHaveLength(before + 1);

    // What was sent is corrected in its case: the workstation does not let it go twice.
    line.cut();
    await openKeptForm(page, home);
    await fillPothole(page, 'Rue Tardive');
    await send(page, 'Garder la demande');
    await page.locator('.receipt').waitFor();
    await page.goBack();
    await page.locator('form[data-kept-form]').waitFor();
    await fillPothole(page, 'Rue Trop Tardive');
    await send(page, 'Garder la demande');
    await page.locator('dialog[open]').waitFor();
    await networkBack(page);
    await statusOf(page).getByText('maintenant enregistrée').waitFor();
    await sendInVain(page, 'Corriger cette demande', 'Rien n’a été remplacé');
    expect(await typedIn(page)).toBe('Rue Trop Tardive');
    expect(await cases()).toHaveLength(before + 2);
    await context.close();
  },
  patience,
);
