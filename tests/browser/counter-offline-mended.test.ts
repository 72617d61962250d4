import { readCase } from '@guichet/casework';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { openCounter, patience } from './kept-pothole.ts';
import { breaksNoRule, fits } from './look-at.ts';
import {
  fillPothole,
  keptOn,
  openKeptForm,
  pressAgainAfter,
  pressNow,
  saysNow,
  send,
  sendInVain,
  soon,
  statusOf,
  typedIn,
} from './open-workstation.ts';

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Buffer.alloc(64)]);
/** What the desk holds back while it stands: the answer to what was sent of one street. */
let gate: { reached: () => void; opened: Promise<void> } | undefined;
const { clerk, home, line, counterOf, networkBack, cases, countCases, keepPothole, backToPothole } =
  await openCounter(async (request, onward) => {
    const isHeld = request.method === 'POST' && gate && (await request.text()).includes('Rue Lente');
    if (!isHeld || !gate) return onward();
    const answer = await onward();
    gate.reached();
    await gate.opened;
    return answer;
  });

/** Gives what comes of an expression over what `kept-requests.js` exports, in a page that uses it. */
const inPage = <T>(page: Page, expression: string) =>
  page.evaluate<T>(`(async () => {
    const all = performance.getEntriesByType('resource').map(({ name }) => name);
    const { listKept, openRequest, markOf } = await import(all.find((one) => one.includes('/kept-requests.')));
    return ${expression};
  })()`);

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
    const receipt = page.locator('.receipt');
    const printed = await receipt.innerText();
    const until = Date.now();
    // Another place in the page leaves the receipt where it is.
    await page.locator('a[href="#main"]').press('Enter');
    await page.waitForURL(/#main$/);
    await page.waitForTimeout(1_000);
    expect(await receipt.innerText()).toBe(printed);
    await page.goBack();
    await backToPothole(page, 'Rue des Ormes');
    await page.fill('[name="description"]', 'Profond\nLarge');
    await send(page, 'Garder la demande');
    await page.locator('dialog[open]').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.inputValue('[name="place.text"]')).toBe('Rue des Ormes');
    await send(page, 'Garder la demande');
    await send(page, 'Corriger cette demande');
    await page.waitForURL(/\/counter\/kept#/);
    expect(await receipt.innerText()).toBe(printed);
    // The same words again are no question.
    await backToPothole(page, 'Rue des Ormes');
    await page.fill('[name="description"]', 'Profond\nLarge');
    await send(page, 'Garder la demande');
    await page.waitForURL(/\/counter\/kept#/);
    expect(await receipt.innerText()).toBe(printed);
    await expect.poll(() => page.locator('.kept-item').count(), soon).toBe(1);

    // One that the workstation drew, corrected on its form as it was filled in, with its document; then after Back.
    await openKeptForm(page, home);
    await fillPothole(page, 'Rue des Saules');
    const photo = { name: 'trou.png', mimeType: 'image/png', buffer: png };
    await page.locator('[name="photo.file"]').first().setInputFiles(photo);
    await send(page, 'Garder la demande');
    await receipt.waitFor();
    const code = await page.locator('.receipt .reference-code').innerText();
    await page.locator('.kept-tools').getByRole('link', { name: 'Corriger la demande' }).click();
    await page.locator('form[data-kept-form]').waitFor();
    await expect.poll(() => page.inputValue('[name="place.text"]'), soon).toBe('Rue des Saules');
    await fits(page, 'kept-correct', breaksNoRule);
    await page.fill('[name="place.text"]', 'Rue des Tilleuls');
    await send(page, 'Garder la demande');
    await receipt.getByText(code).waitFor();
    await page.goBack();
    await expect.poll(() => page.inputValue('[name="place.text"]'), soon).toBe('Rue des Tilleuls');
    await page.fill('[name="place.text"]', 'Rue des Cèdres');
    await send(page, 'Garder la demande');
    await receipt.getByText(code).waitFor();
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
    const before = await countCases();
    line.cut();
    await keepPothole(page, 'Rue Lente');
    await backToPothole(page, 'Rue Rapide');
    // Another page of the workstation sends meanwhile.
    const sender = await context.newPage();
    await sender.goto(`${home}/counter/kept`);
    let open = () => {};
    const opened = new Promise<void>((resolve) => (open = resolve));
    const reached = new Promise<void>((resolve) => (gate = { reached: resolve, opened }));
    await networkBack(sender);
    await reached;
    expect(await countCases()).toBe(before + 1);
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
    expect(await countCases()).toBe(before + 1);
    await context.close();
  },
  patience,
);

it(
  'corrected once it was sent, it does not go twice unasked: the clerk is told, and says whether it is another request',
  async () => {
    const { context, page } = await counterOf('commis');
    const before = await countCases();
    line.cut();
    await keepPothole(page, 'Rue Tardive');
    await backToPothole(page, 'Rue Trop Tardive');
    await networkBack(page);
    await statusOf(page).getByText('maintenant enregistrée').waitFor();
    await send(page, 'Garder la demande');
    await page.locator('dialog[open]').waitFor();
    await sendInVain(page, 'Corriger cette demande', 'Rien n’a été remplacé');
    expect(await typedIn(page)).toBe('Rue Trop Tardive');
    expect(await countCases()).toBe(before + 1);
    // Pressed again, the form asks again.
    await pressNow(page, 'Garder la demande');
    await expect
      .poll(() => page.evaluate(() => document.querySelector('dialog[open]') !== null), soon)
      .toBe(true);
    await pressNow(page, 'C’est une autre demande');
    await expect.poll(countCases, soon).toBe(before + 2);
    expect(await placeOf((await cases()).at(-1)?.reference)).toContain('Rue Trop Tardive');
    await context.close();
  },
  patience,
);

it(
  'pressed again with other words while the first press goes out, a form that the desk drew makes one case, and none is called taken',
  async () => {
    const { context, page } = await counterOf('commis');
    const before = await countCases();
    let pressed = 0;
    page.on('request', (one) => (pressed += one.isNavigationRequest() && one.method() === 'POST' ? 1 : 0));
    const pressTwice = async (second: string) => {
      pressed = 0;
      await pressAgainAfter(page, { place: second, ms: 1_500 });
      await expect.poll(() => pressed, soon).toBe(2);
      // It has reached the worker by then.
      await page.waitForTimeout(1_000);
    };
    const openForm = async (place: string) => {
      await page.goto(`${home}/counter/nid-de-poule`);
      await fillPothole(page, place);
      await page.waitForLoadState('networkidle');
    };
    // The desk answered the first, which takes its time to come back.
    await openForm('Rue Prise');
    line.holdAnswerTo((head) => /^POST \/counter\/nid-de-poule\/.*^accept: text\/html/ims.test(head));
    await pressTwice('Rue Reprise');
    await expect.poll(countCases, soon).toBe(before + 1);
    line.mend();
    await saysNow(page, 'Rien n’a été remplacé');
    expect(await typedIn(page)).toBe('Rue Reprise');
    expect(await countCases()).toBe(before + 1);

    // The desk answers neither: the second corrects the first.
    await openForm('Rue Muette');
    line.silence();
    await pressTwice('Rue Parlante');
    await page.waitForURL(/\/counter\/kept#/);
    await page.locator('.receipt').waitFor();
    await networkBack(page);
    await expect.poll(countCases, soon).toBe(before + 2);
    await expect.poll(async () => (await keptOn(page)).sealed.length, soon).toBe(0);
    expect(await countCases()).toBe(before + 2);
    expect(await placeOf((await cases()).at(-1)?.reference)).toContain('Rue Parlante');
    await context.close();
  },
  patience,
);

it(
  'pressed again with the answer that its first press lacked, a form that the desk drew is taken as it was pressed last',
  async () => {
    const { context, page } = await counterOf('commis');
    const before = await countCases();
    await page.goto(`${home}/counter/nid-de-poule`);
    await fillPothole(page, '');
    await page.waitForLoadState('networkidle');
    let pressed = 0;
    page.on('request', (one) => (pressed += one.isNavigationRequest() && one.method() === 'POST' ? 1 : 0));
    // The desk leads back to what is missing, which takes its time to come.
    line.holdAnswerTo((head) => /^POST \/counter\/nid-de-poule\/.*^accept: text\/html/ims.test(head));
    await pressAgainAfter(page, { place: 'Rue Complétée', ms: 1_500 });
    await expect.poll(() => pressed, soon).toBe(2);
    await page.waitForTimeout(1_000);
    expect(await countCases()).toBe(before);
    line.mend();
    await page.waitForURL(/\/receipt$/);
    expect(await countCases()).toBe(before + 1);
    expect(await placeOf((await cases()).at(-1)?.reference)).toContain('Rue Complétée');
    await context.close();
  },
  patience,
);

it(
  'corrected on its form, a request loses neither the documents that the desk has already nor the entries that the form does not show',
  async () => {
    const { context, page } = await counterOf('commis');
    const address = `${home}/counter/reconnaissance-association`;
    line.cut();
    // Any place of the address that names no request is the form itself.
    await page.goto(`${address}#main`);
    await page.locator('form[data-kept-form]').waitFor();
    await page.fill('[name="board.0.director.given"]', 'Ada');
    await send(page, 'Garder la demande');
    await page.getByText('Il manque une réponse').waitFor();
    // As the desk's own form posts it: six entries, and a document by its number.
    await page.evaluate(() => {
      const form = document.querySelector('form[data-kept-form]');
      const fields = {
        'board.5.director.given': 'Zoé',
        'board.5.director.family': 'Roy',
        'statutes.evidence': 'a-document',
      };
      for (const [name, value] of Object.entries(fields))
        form?.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }));
    });
    await send(page, 'Garder la demande');
    await page.locator('.receipt').waitFor();
    await page.locator('.kept-tools').getByRole('link', { name: 'Corriger la demande' }).click();
    await expect.poll(() => page.inputValue('[name="board.0.director.given"]'), soon).toBe('Ada');
    await send(page, 'Garder la demande');
    await page.getByText('Il manque une réponse').waitFor();
    await send(page, 'Garder la demande');
    await page.locator('.receipt').waitFor();
    const { fields } = await inPage<{ fields: [string, string][] }>(
      page,
      'listKept().then(([one]) => openRequest(one))',
    );
    const kept = Object.fromEntries(fields.filter(([name]) => /^(_entries\.)?board|^statutes/.test(name)));
    expect(kept).toMatchObject({
      '_entries.board': '6',
      'board.0.director.given': 'Ada',
      'board.5.director.given': 'Zoé',
      'board.5.director.family': 'Roy',
      'statutes.evidence': 'a-document',
    });
    // Filled in anew, it holds them in another order, and counts the entries only as it is pressed.
    const marks = await inPage<string[]>(
      page,
      `Promise.all(
        [['_entries.board', '6', 'place', 'A\\nB', 'size', '1'], ['size', '1', 'place', 'A\\r\\nB'], ['size', '1', 'place', 'A B']].map((all) => {
          const form = new FormData();
          for (let at = 0; at < all.length; at += 2) form.append(all[at], all[at + 1]);
          return markOf(form);
        }),
      )`,
    );
    expect(marks[0]).toBe(marks[1]);
    expect(marks[0]).not.toBe(marks[2]);
    await context.close();
  },
  patience,
);
