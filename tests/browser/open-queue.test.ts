import { acceptSubmission } from '@guichet/casework';
import { formatReference } from '@guichet/kernel';
import { createLogger } from '@guichet/platform';
import { afterAll, describe, expect, it } from 'vitest';
import { createApp } from '../../services/desk/src/app.tsx';
import { listen } from '../../services/intake/src/listen.ts';
import { openBrowser } from '../support/browser.ts';
import { signIn } from '../support/doors/sign-in.ts';
import { paperAnswers } from '../support/paper/index.ts';
import { testPassword, useDesk } from '../support/test-desk.ts';

const desk = await useDesk();
await desk.staff('agente', ['agent'], ['voirie']);
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });
const server = await listen(app, 0);
const browser = await openBrowser();
const page = await signIn(
  await browser.newContext({ locale: 'fr-CA' }),
  `http://localhost:${server.port}`,
  'agente',
  testPassword,
);
const refused: string[] = [];
page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
afterAll(async () => {
  await browser.close();
  await server.close();
});

let count = 0;
async function open(): Promise<string> {
  count += 1;
  const acceptance = await acceptSubmission(desk.public('web'), {
    service: 'nid-de-poule',
    channel: 'web',
    language: 'fr',
    answers: { ...paperAnswers['nid-de-poule'] },
    idempotency: { scope: 'test', key: String(count) },
  });
  if (acceptance.kind === 'incomplete') throw new Error(JSON.stringify(acceptance.problems));
  return formatReference(acceptance.case.reference);
}

describe('an open queue page', () => {
  it('shows a new case by itself, long before it would have polled', async () => {
    const reference = await open();
    await page.locator('[data-changes]', { hasText: reference }).waitFor({ timeout: 5_000 });
    expect(refused, 'nothing the policy refuses').toEqual([]);
  });

  it('leaves the list alone while the keyboard is in it, and draws it once it has left', async () => {
    const row = page.locator('[data-changes] a').first();
    await row.focus();
    const told = await page.evaluateHandle(async () => {
      const words = { heard: 0 };
      const stream = new EventSource('/queue/changes');
      await new Promise<void>((first) => {
        stream.addEventListener('changed', () => {
          words.heard += 1;
          first();
        });
      });
      return words;
    });
    const reference = await open();
    await page.waitForFunction(({ heard }) => heard > 1, told);
    expect(await row.evaluate((link) => link === document.activeElement)).toBe(true);
    expect(await page.locator('[data-changes]').innerText()).not.toContain(reference);
    await page.locator('#search-words').focus();
    await page.locator('[data-changes]', { hasText: reference }).waitFor({ timeout: 5_000 });
  });
});

describe('what acts on several cases', () => {
  it('is named once, with how many are checked', async () => {
    await open();
    await page.goto(page.url());
    const bar = page.getByRole('group', { name: 'dossiers cochés' });
    expect(await bar.ariaSnapshot()).toContain('group "Avec les dossiers cochés"');
    const boxes = page.locator('.choose input');
    const names = async () => (await page.locator('[data-acts] > p').innerText()).trim();
    expect(await names()).toBe('Avec les dossiers cochés');
    await boxes.nth(0).check();
    expect(await names()).toBe('Avec 1 dossier coché');
    await boxes.nth(1).check();
    expect(await names()).toBe('Avec 2 dossiers cochés');
    expect(await bar.ariaSnapshot()).toContain('group "Avec 2 dossiers cochés"');
    await page.goto(`${page.url().split('?')[0]}?lang=en`);
    await page.locator('.choose input').nth(0).check();
    expect(await names()).toBe('With 1 checked case');
  });
});
