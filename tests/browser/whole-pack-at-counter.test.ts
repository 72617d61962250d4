import { readCase } from '@guichet/casework';
import type { Answers, CompiledService } from '@guichet/catalogue';
import { counterScreen } from '@guichet/channels/counter';
import type { Language } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { createLogger } from '@guichet/platform';
import * as fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { createApp } from '../../services/desk/src/app.tsx';
import { listen } from '../../services/intake/src/listen.ts';
import { complete, type Narrow, plain, today } from '../derivations/whole-pack.ts';
import { writable } from '../derivations/writable.ts';
import { openBrowser } from '../support/browser.ts';
import { receiptOn } from '../support/doors/by-counter.ts';
import { signIn } from '../support/doors/sign-in.ts';
import { testPassword, useDesk } from '../support/test-desk.ts';
import { fillByTab, goToTop } from './fill-by-tab.ts';
import { controlsOf, type FocusStop, focusStop } from './focus-stop.ts';
import { keyboardOf } from './keyboard.ts';

const desk = await useDesk({ clock: { now: () => new Date(`${today}T17:00:00Z`) } });
const { services } = desk.ctx.catalogue;
const teams = [...new Set(services.map(({ definition }) => definition.routing.team))];
const staff = await desk.staff('commis', ['clerk', 'agent', 'supervisor'], teams);
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });
const server = await listen(app, 0);
const home = `http://localhost:${server.port}`;
const browser = await openBrowser();
const page = await signIn(
  await browser.newContext({ locale: 'fr-CA', reducedMotion: 'reduce' }),
  home,
  'commis',
  testPassword,
);
const keys = keyboardOf(page);
const pressed: { service: string; language?: Language; stops: number; keys: number }[] = [];

afterAll(async () => {
  await browser.close();
  await server.close();
  const sum = (of: 'stops' | 'keys') => pressed.reduce((total, row) => total + row[of], 0);
  console.table([...pressed, { service: 'all', stops: sum('stops'), keys: sum('keys') }]);
});

const rows = services.map((service, at) => ({
  service,
  code: service.definition.code,
  language: at % 2 === 0 ? ('fr' as const) : ('en' as const),
  seed: at,
}));

/** Addresses abroad too, whose parts stay folded until they are needed. */
const atCounter: Narrow = (question) =>
  question.type === 'address'
    ? fc.constantFrom(
        { street: '12, rue Saint-Jean', municipality: 'Québec', province: 'QC', postalCode: 'G1R 4S9' },
        { street: '3 Main St', unit: '4', municipality: 'Ottawa', province: 'ON', postalCode: 'K1A 0B1' },
        {
          street: '5, rue des Lilas',
          municipality: 'Lille',
          province: '',
          postalCode: '59000',
          country: 'BE',
        },
      )
    : writable(question);

it.each(rows)(
  '$code ($language) is filled by Tab and keys from its top to its end, and opens the same case',
  async ({ service, language, seed }) => {
    const [answers = {}] = fc.sample(complete(service, atCounter), { seed, numRuns: 1 });
    const before = keys.presses;
    await openScreen(service, language);
    await goToTop(page, keys);
    const wanted = counterScreen(service, answers, { language, today }).values;
    const { stops, astray } = await fillByTab(page, keys, { ...wanted, '_person-language': language });
    expect(astray, 'stops out of order or out of sight').toEqual([]);
    const all = [...stops, ...(await goToTop(page, keys))];
    const unreached = (await controlsOf(page)).filter((id) => !all.includes(id));
    expect(unreached, 'controls that Tab never came to').toEqual([]);
    await goBackTo(words(language).stations.counter.submit);
    await keys.press('Enter');
    await page.waitForURL((url) => url.pathname.endsWith('/receipt') || url.search.includes('check'));
    const file = await readCase(staff, { reference: await receiptOn(page), revealFor: 'test' });
    const held = Object.fromEntries(file.answers.map(({ question, value }) => [question, value])) as Answers;
    // Of what tells that a person has answered before, only a hash stays.
    const { [service.definition.who.once ?? '']: _, ...kept } = answers;
    expect(plain(service, held)).toEqual(plain(service, kept));
    expect(file.language).toBe(language);
    pressed.push({
      service: service.definition.code,
      language,
      stops: stops.length,
      keys: keys.presses - before,
    });
  },
);

/** Goes from wherever the clerk is to the screen of a service, in a language, by the desk's bar and list. */
async function openScreen(service: CompiledService, language: Language): Promise<void> {
  await follow((href) => href === '/counter');
  if ((await page.locator('html').getAttribute('lang')) !== `${language}-CA`)
    await follow((href) => href === `/counter?lang=${language}`);
  const { code } = service.definition;
  for (let at = await rowAt(); at !== `/counter/${code}`; at = await rowAt()) await keys.press('j');
  await Promise.all([page.waitForURL((url) => url.pathname === `/counter/${code}`), keys.press('o')]);
  await page.locator('[data-start] :focus').waitFor();
}

/** Goes back by Shift+Tab to a button. */
async function goBackTo(label: string): Promise<void> {
  let at: FocusStop | undefined;
  do {
    await keys.press('Shift+Tab');
    at = await focusStop(page);
  } while (at?.text !== label);
}

/** Goes by Tab to a link, and along it. */
async function follow(isMeant: (href: string) => boolean): Promise<void> {
  let at: FocusStop | undefined;
  do {
    await keys.press('Tab');
    at = await focusStop(page);
  } while (at !== undefined && !isMeant(at.href));
  await Promise.all([page.waitForEvent('load'), keys.press('Enter')]);
}

const rowAt = () =>
  page.evaluate(() =>
    document.activeElement?.closest('[data-row]')?.querySelector('a')?.getAttribute('href'),
  );
