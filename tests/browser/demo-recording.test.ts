import { listTasks } from '@guichet/casework';
import { demoPassword, loadDemo } from '@guichet/infra/demo';
import { startTwilioFake } from '@guichet/infra/embedded';
import { afterAll, expect, it } from 'vitest';
import { correspondenceContext } from '../../workers/correspondence/src/correspondence-context.ts';
import { handlers } from '../../workers/correspondence/src/handlers/index.ts';
import { testAccount, testSettings } from '../../workers/correspondence/test/settings.ts';
import { signIn } from '../support/doors/sign-in.ts';
import { eventually } from '../support/eventually.ts';
import { useDesk } from '../support/test-desk.ts';
import { openDesk } from './open-desk.ts';

const desk = await useDesk();
const clerk = await desk.staff('commise', ['clerk'], ['voirie']);
const twilio = await startTwilioFake({ port: 0, ...testAccount });
afterAll(() => twilio.close());
const hands = correspondenceContext(desk.ctx, testSettings(twilio.url));

/** Does the staged jobs of a kind as the worker would. */
async function work(
  name: 'correspondence.fetch-recording' | 'correspondence.forget-recording',
): Promise<void> {
  const jobs = await desk.database.adminSql<{ id: string; ids: { evidenceId: string } }[]>`
    select id, ids from outbox where job = ${name}`;
  for (const { id, ids } of jobs) await handlers[name](ids, { outboxId: id, attempt: 1 }, hands);
}

it('a newcomer to the demo finds one recording to type, which can be heard', async () => {
  const { home, browser } = await openDesk(desk);
  await loadDemo(desk.ctx);
  expect(await listTasks(clerk), 'none where nothing stands in for the telephone network').toEqual([]);
  for (let start = 0; start < 2; start += 1) await loadDemo(desk.ctx, { leaveRecording: twilio.record });
  expect(await listTasks(clerk)).toMatchObject([
    { kind: 'transcription', question: 'place', isStored: false },
  ]);
  expect(twilio.recordings()).toHaveLength(1);
  await work('correspondence.fetch-recording');
  await work('correspondence.forget-recording');
  expect(twilio.recordings(), 'nothing stays at the provider').toEqual([]);

  const page = await signIn(await browser.newContext({ locale: 'fr-CA' }), home, 'agente', demoPassword);
  await page.goto(`${home}/tasks`);
  await page.locator('main a[href^="/tasks/"]').click();
  await page.locator('[data-start] :focus').waitFor();
  await page.keyboard.press('F2');
  await eventually(() => page.locator('audio').evaluate((one: HTMLAudioElement) => one.currentTime > 0.5));
  const loudness = await page.locator('audio').evaluate(async (one: HTMLAudioElement) => {
    const answer = await fetch(one.src);
    const sound = await new OfflineAudioContext(1, 1, 8000).decodeAudioData(await answer.arrayBuffer());
    const samples = sound.getChannelData(0);
    const mean = Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length);
    return { seconds: sound.duration, mean };
  });
  expect(loudness.seconds).toBeCloseTo(4.5, 0);
  expect(loudness.mean, 'it is no silence').toBeGreaterThan(0.03);
  await page.keyboard.type('Devant le 28, rue du Moulin, juste après le pont');
  await page.keyboard.press('Enter');
  await page.waitForURL(/told=typed/);
  expect(await listTasks(clerk)).toEqual([]);
}, 120_000);
