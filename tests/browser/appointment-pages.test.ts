import { bookAppointment, dayAt, listFreeSlots } from '@guichet/casework';
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { listen } from '../../services/intake/src/listen.ts';
import { openTestDoor } from '../../services/intake/test/open-test-door.ts';
import { openAppointed, openPlace } from '../support/appointed-case.ts';
import { testPassword, useDesk } from '../support/test-desk.ts';
import { breaksNoRule, fits, tabTo } from './look-at.ts';
import { openDesk } from './open-desk.ts';

const desk = await useDesk();
/** Unit: milliseconds. A browser on a busy machine takes its time. */
const patience = 300_000;
const { app } = openTestDoor(desk, { publicUrl: 'http://localhost' });
const server = await listen(app, 0);
const home = `http://localhost:${server.port}`;
const { home: deskHome, browser } = await openDesk(desk);
afterAll(() => server.close());
await desk.staff('cheffe', ['supervisor', 'clerk'], ['greffe']);
const placeId = await openPlace(desk, 'hotel-de-ville', 2);

/** Shows the status page of a case, as its person does with the two numbers they were given. */
async function follow(page: Page, { reference, statusCode }: { reference: string; statusCode: string }) {
  await page.goto(`${home}/status`);
  await page.fill('[name="reference"]', reference);
  await page.fill('[name="fact"]', statusCode);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Choisir le moment du rendez-vous' }).waitFor();
}

it(
  'a person chooses a time by keyboard alone and without JavaScript, and takes it back',
  async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false });
    const page = await plain.newPage();
    await follow(page, await openAppointed(desk));
    await fits(page, 'appointment-status');
    await tabTo(page, 'a[href="/appointment"]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/appointment');
    await fits(page, 'appointment-days');
    await tabTo(page, 'a[href*="day="]');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/appointment?day=*');
    await fits(page, 'appointment-times');
    await tabTo(page, '[name="slot"]');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/appointment?told=booked');
    await fits(page, 'appointment-booked');
    await tabTo(page, 'summary');
    await page.keyboard.press('Enter');
    await tabTo(page, '.button-danger');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/appointment?told=cancelled');
    await plain.close();
  },
  patience,
);

it(
  'no page of an appointment breaks a rule of accessibility, at either door',
  async () => {
    const person = await (await browser.newContext()).newPage();
    const opened = await openAppointed(desk);
    await follow(person, opened);
    await person.goto(`${home}/appointment`);
    await breaksNoRule(person);
    await person.locator('a[href*="day="]').first().click();
    await person.waitForURL('**/appointment?day=*');
    await breaksNoRule(person);
    await person.getByRole('button', { name: 'Prendre ce rendez-vous' }).click();
    await person.locator('.error-summary').waitFor();
    await breaksNoRule(person);

    const { service } = opened;
    const [first] = (await listFreeSlots(desk.ctx, { service, days: 14, placeId })).flatMap(
      ({ slots }) => slots,
    );
    const startsAt = first?.startsAt ?? new Date(0);
    await bookAppointment(desk.ctx, { caseId: opened.id, placeId, startsAt });
    const staff = await (await browser.newContext({ locale: 'fr-CA' })).newPage();
    await staff.goto(`${deskHome}/`);
    await staff.locator('input[name="name"], input[type="text"]').first().fill('cheffe');
    await staff.locator('input[type="password"]').fill(testPassword);
    await staff.keyboard.press('Enter');
    await staff.locator('.desk-nav').waitFor();
    const day = dayAt('America/Toronto', startsAt);
    for (const [name, path] of [
      ['appointments-day', `/appointments?place=hotel-de-ville&day=${day}`],
      ['appointments-case', `/cases/${opened.reference}/appointment`],
      ['appointments-hours', '/appointments/hours?place=hotel-de-ville'],
      ['appointments-case-page', `/cases/${opened.reference}`],
    ] as const) {
      await staff.goto(`${deskHome}${path}`);
      await fits(staff, name);
      await breaksNoRule(staff, name);
    }
    expect(await staff.locator('#appointment').textContent()).toContain('Rendez-vous');
  },
  patience,
);
