import { acceptSubmission } from '@guichet/casework';
import { FixedClock } from '@guichet/kernel';
import { beforeAll, expect, it } from 'vitest';
import { signIn } from '../support/doors/sign-in.ts';
import { paperAnswers } from '../support/paper/index.ts';
import { testPassword, useDesk } from '../support/test-desk.ts';
import { breaksNoRule, fits } from './look-at.ts';
import { openDesk } from './open-desk.ts';

// A Tuesday, at ten in Québec.
const clock = new FixedClock('2026-12-01T15:00:00Z');
const desk = await useDesk({ clock });
await desk.staff('cheffe', ['supervisor'], ['voirie', 'animaux']);
const { home, browser } = await openDesk(desk);
const { adminSql } = desk.database;

/** Thirteen weeks as they were counted. */
async function fill(): Promise<void> {
  await adminSql`insert into work_mark (since, upto) values ('2026-09-01 04:00Z', '2026-12-01 14:00Z')`;
  await adminSql`
    insert into work_hour (hour, team, service_code, channel, arrived, taken, closed, kept, missed, take_waits, close_waits)
    select hour, team, service, channel, n, n, n, n - n / 4, n / 4, array_fill((slow * 60 * n)::int, array[n]), array_fill((slow * 900)::int, array[n])
    from (
      select hour, t.*, c.*, (1 + (hashtext(hour::text || channel || team) & 3))::int as n
      from generate_series(timestamptz '2026-09-01 12:00Z', '2026-12-01 13:00Z', interval '1 hour') hour
        cross join (values ('voirie', 'nid-de-poule'), ('animaux', 'permis-chien')) as t (team, service)
        cross join (values ('web', 1.0), ('phone', 1.4), ('mail', 9.5), ('counter', 0.2)) as c (channel, slow)
      where extract(hour from hour at time zone 'America/Toronto') between 8 and 16 and extract(isodow from hour) < 6) as hours`;
  await adminSql`
    insert into work_open (day, team, service_code, channel, open)
    select day, 'voirie', 'nid-de-poule', channel, 20 + (hashtext(day::text || channel) & 15)
    from generate_series(date '2026-09-01', '2026-11-30', interval '1 day') day
      cross join (values ('web'), ('phone'), ('mail'), ('counter')) as c (channel)`;
}
beforeAll(fill);

const open = () =>
  acceptSubmission(desk.public('web'), {
    service: 'nid-de-poule',
    channel: 'web',
    language: 'fr',
    answers: { ...paperAnswers['nid-de-poule'] },
    idempotency: { scope: 'test', key: crypto.randomUUID() },
  });

it('the board is accessible, fits a wide and a narrow screen, and reads without scripts', async () => {
  await open();
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ locale: 'fr-CA', javaScriptEnabled });
    const page = await signIn(context, home, 'cheffe', testPassword);
    for (const [name, path, bars] of [
      ['board-91', '/supervisor/board?period=91&lang=fr', 500],
      ['board-today', '/supervisor/board?period=1&by=service&lang=en', 5],
      ['board-now', '/supervisor/board/now?lang=fr', 0],
    ] as const) {
      await page.goto(home + path);
      expect(await page.locator('.bars .bar').count()).toBeGreaterThanOrEqual(bars);
      await fits(page, `${name}${javaScriptEnabled ? '' : '-plain'}`);
      for (const summary of await page.locator('details.plot-table summary').all()) await summary.click();
      await fits(page, `${name}${javaScriptEnabled ? '' : '-plain'}-tables`);
      if (javaScriptEnabled) await breaksNoRule(page, name);
    }
    await context.close();
  }
}, 300_000);

it('what happens now is drawn again by itself, alone, and the focus stays where it is', async () => {
  const context = await browser.newContext({ locale: 'fr-CA' });
  const page = await signIn(context, home, 'cheffe', testPassword);
  await page.goto(`${home}/supervisor/board?lang=fr`);
  const facts = page.locator('.now-facts dd').first();
  const before = Number(await facts.textContent());
  await page.locator('#service').focus();
  await open();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect.poll(async () => Number(await facts.textContent()), { timeout: 10_000 }).toBe(before + 1);
  expect(asked).toEqual(['/supervisor/board/now']);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('service');
  await context.close();
}, 120_000);

it('on paper no table is cut, and in colours of the person’s own the bars stand out from their ground', async () => {
  const context = await browser.newContext({ locale: 'fr-CA', viewport: { width: 720, height: 960 } });
  const page = await signIn(context, home, 'cheffe', testPassword);
  await page.goto(`${home}/supervisor/board?period=7&lang=fr`);
  await page.emulateMedia({ media: 'print' });
  const cut = () =>
    page
      .locator('.table-scroll')
      .evaluateAll((boxes) =>
        boxes.filter((box) => box.scrollWidth > box.clientWidth).map((box) => box.ariaLabel),
      );
  await page.locator('.plot-table table').first().waitFor();
  expect(await cut()).toEqual([]);
  await page.emulateMedia({ media: 'screen', forcedColors: 'active' });
  const [bar, ground] = await Promise.all([
    page
      .locator('.bar')
      .first()
      .evaluate((one) => getComputedStyle(one).fill),
    page
      .locator('.bars')
      .first()
      .evaluate((one) => getComputedStyle(one).backgroundColor),
  ]);
  expect(new Set(['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])).toEqual(new Set([bar, ground]));
  await context.close();
}, 120_000);
