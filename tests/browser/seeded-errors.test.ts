import { readCase, todayOf } from '@guichet/casework';
import { counterScreen } from '@guichet/channels/counter';
import { expect, it } from 'vitest';
import { keyByKeys } from '../support/doors/key-by-keys.ts';
import { lettersRead } from '../support/doors/keyed-letters.ts';
import { misreadLetter } from '../support/doors/misread-letter.ts';
import { signIn } from '../support/doors/sign-in.ts';
import { paperAnswers } from '../support/paper/index.ts';
import { seeded } from '../support/paper/random.ts';
import { testPassword, useDesk } from '../support/test-desk.ts';
import { openDesk } from './open-desk.ts';

const desk = await useDesk();
const codes = ['permis-chien', 'nid-de-poule'];
const services = codes.map((code) => desk.ctx.catalogue.find(code));
const teams = [...new Set(services.flatMap((service) => service?.definition.routing.team ?? []))];
const clerk = await desk.staff('commis', ['clerk'], teams);
const { home, browser } = await openDesk(desk);

it('of letters read with seeded errors no field in doubt reaches a case without a key, and none that is wrong', async () => {
  const random = seeded(20261130);
  const page = await signIn(await browser.newContext({ locale: 'fr-CA' }), home, 'commis', testPassword);
  let [doubts, wrongs] = [0, 0];
  for (const service of [...services, ...services, ...services]) {
    if (!service) throw new Error('no service');
    const answers = paperAnswers[service.definition.code] ?? {};
    const letter = await misreadLetter(service, answers, random);
    const [id] = await lettersRead(desk, [letter.reading]);
    await page.goto(`${home}/mailroom/letters/${id}`);
    // The button alone makes no case while anything is in doubt.
    if (letter.doubted.length > 0) {
      await page.locator('main .button-primary:visible').click();
      await page.locator('.error-summary').waitFor();
      await page.goto(`${home}/mailroom/letters/${id}`);
    }
    const options = { language: 'fr', today: todayOf(desk.ctx.clock.now()) } as const;
    await keyByKeys(page, counterScreen(service, answers, options).values);
    const reference = new URL(page.url()).searchParams.get('made') ?? '';
    const file = await readCase(clerk, { reference, revealFor: 'test' });
    const held = Object.fromEntries(file.answers.map(({ question, value }) => [question, value]));
    expect(held).toEqual(answers);
    const [row] = await desk.ctx.sql<[{ keyed: number; left: number }]>`
      select confirmed + corrected + typed as keyed, left_sure as left from keying where letter_id = ${id ?? ''}`;
    expect(row.keyed, 'every doubt has a key of a person').toBeGreaterThanOrEqual(letter.doubted.length);
    doubts += letter.doubted.length;
    wrongs += letter.wrong.length;
  }
  expect(doubts).toBeGreaterThan(15);
  expect(wrongs).toBeGreaterThan(5);
}, 180_000);
