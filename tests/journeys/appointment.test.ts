import { type CaseAppointment, dayAt, readAppointment, statusCode } from '@guichet/casework';
import { FixedClock, formatReference, hour, minute, parseReference } from '@guichet/kernel';
import { createLogger } from '@guichet/platform';
import { expect, it } from 'vitest';
import { createApp as createDesk } from '../../services/desk/src/app.tsx';
import { openTestDoor } from '../../services/intake/test/open-test-door.ts';
import { openTestLine } from '../../services/intake/test/open-test-line.ts';
import { fillIn, Visitor } from '../../services/intake/test/visitor.ts';
import { byAppointment, claimAnswers, openAppointed, openPlace, replies } from '../support/appointed-case.ts';
import { visit } from '../support/desk-visitor.ts';
import { testPassword, useDesk } from '../support/test-desk.ts';

const zone = 'America/Toronto';
const clock = new FixedClock(new Date().toISOString());
const desk = await useDesk({ clock });
const { app } = openTestDoor(desk);
const { dial } = openTestLine(desk);
const log = createLogger('test', { level: 'silent' });
const deskApp = createDesk({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });
await desk.staff('commis', ['clerk'], ['greffe']);
await desk.staff('cheffe', ['supervisor'], ['greffe']);
await openPlace(desk, 'hotel-de-ville');

const standing = async (caseId: string): Promise<CaseAppointment['booked']> =>
  (await readAppointment(desk.ctx, { caseId: caseId as CaseAppointment['caseId'] })).booked;
/** The address of the first link of a page that leads to something. */
const linkIn = (html: string, pattern: RegExp) => pattern.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';

it('booked by Internet, moved by telephone, kept at the counter: one appointment, whatever the door', async () => {
  // By Internet: the request, then a day, then a time.
  const visitor = new Visitor(app);
  const check = await fillIn(visitor, desk.ctx, byAppointment, { ...claimAnswers, ...replies.email });
  const confirmation = await visitor.post(check, {});
  const [reference = '', code = ''] = (
    confirmation.html.match(/\d{3}[ \u00a0]\d{3}(?:[ \u00a0]\d{4})?/g) ?? []
  ).map((one) => one.replace(/\D/g, ''));
  expect(parseReference(reference)).toBeDefined();
  expect(confirmation.html).toContain('href="/appointment"');
  const days = await visitor.get('/appointment');
  const times = await visitor.get(linkIn(days.html, /href="(\/appointment\?day=[^"]+)"/));
  const slot = linkIn(times.html, /name="slot"[^>]*value="([^"]+)"/);
  const empty = await visitor.post(times, {}, linkIn(times.html, /action="([^"]+day=[^"]+)"/));
  expect([empty.status, empty.html]).toEqual([422, expect.stringContaining('href="#slot"')]);
  const booked = await visitor.post(times, { slot }, linkIn(times.html, /action="([^"]+day=[^"]+)"/));
  expect(booked.html).toContain('Votre rendez-vous est pris.');
  const file = await (await visitor.file('/appointment.ics')).text();
  expect(file).toMatch(/BEGIN:VEVENT[^]*LOCATION:Hôtel de ville/);
  expect(file).not.toMatch(/créance|Tremblay/);
  expect(visitor.visited.join(' ')).not.toContain(reference);

  // By telephone: the same appointment is told, and moved to the next time.
  const call = await dial();
  for (const keys of ['1', '1', `${reference}#`, `${code}#`]) await call.press(keys);
  expect(call.said).toMatch(/Pour votre rendez-vous, faites le 4/);
  await call.press('4');
  expect(call.said).toMatch(/Vous avez rendez-vous le/);
  await call.press('1');
  expect(call.said).toMatch(/C’est fait/);
  const [row] = await desk.database.adminSql<
    [{ id: string }]
  >`select id from cases where reference = ${reference}`;
  const moved = await standing(row.id);
  expect(`${moved?.placeId} ${moved?.startsAt.toISOString()}`).not.toBe(slot);
  expect((await visitor.get('/appointment')).html).toContain('Déplacer le rendez-vous');

  // At the counter, on the day: the clerk sees who comes, and gives the ticket.
  const startsAt = moved?.startsAt ?? new Date();
  clock.advance(startsAt.getTime() - hour / 4 - clock.now().getTime());
  const clerk = visit(deskApp);
  await clerk.signIn('commis', testPassword);
  const day = await clerk.get(`/appointments?place=hotel-de-ville&day=${dayAt(zone, startsAt)}`);
  expect(day.html).toContain(formatReference(parseReference(reference) ?? ''));
  const arrived = await clerk.send(`/appointments/${moved?.id}/arrival`);
  expect(arrived.html).toMatch(/Arrivée, billet E001/);
  expect(await standing(row.id)).toBeUndefined();
});

it('on a shared computer is open until ten minutes go by without a page, an hour is over, or its person has finished', async () => {
  const { id, reference } = await openAppointed(desk);
  const visitor = new Visitor(app);
  const prove = async () =>
    visitor.post(await visitor.get('/status'), { reference, fact: statusCode(desk.ctx.keyring, id) });
  expect((await prove()).html).toContain('J’ai terminé');
  for (let page = 0; page < 3; page += 1) {
    clock.advance(9 * minute);
    expect((await visitor.get('/appointment')).path).toBe('/appointment');
  }
  clock.advance(11 * minute);
  expect((await visitor.get('/appointment')).path).toBe('/status');
  await prove();
  for (let minutes = 0; minutes < 54; minutes += 9) {
    clock.advance(9 * minute);
    expect((await visitor.get('/appointment')).path).toBe('/appointment');
  }
  clock.advance(7 * minute);
  expect((await visitor.get('/appointment')).path).toBe('/status');
  await prove();
  const page = await visitor.get('/appointment');
  expect(page.path).toBe('/appointment');
  expect((await visitor.post(page, {}, '/appointment/end')).html).toContain('n’est plus ouverte');
  expect((await visitor.get('/appointment')).path).toBe('/status');
  const ended = await app.request('/appointment/end', { method: 'POST' });
  expect(ended.headers.get('clear-site-data')).toBe('"cache"');
});

it('a clerk books for who wrote a letter, moves and cancels it, and a supervisor gives a calendar its address', async () => {
  const { id, reference } = await openAppointed(desk, 'letter');
  const clerk = visit(deskApp);
  await clerk.signIn('commis', testPassword);
  expect((await clerk.get(`/cases/${reference}`)).html).toContain(`/cases/${reference}/appointment`);
  const page = await clerk.get(`/cases/${reference}/appointment`);
  const [first = '', second = ''] = [...page.html.matchAll(/<option value="([^"]+)"/g)].map(
    ([, value = '']) => value,
  );
  expect((await clerk.send(`/cases/${reference}/appointment`, { slot: first })).html).toContain('est pris');
  expect((await standing(id))?.startsAt.toISOString()).toBe(first.split(' ')[1]);
  expect((await clerk.send(`/cases/${reference}/appointment`, { slot: second })).html).toContain(
    'est déplacé',
  );

  const chief = visit(deskApp);
  await chief.signIn('cheffe', testPassword);
  await chief.get('/appointments/hours?place=hotel-de-ville');
  const made = await chief.send('/appointments/feed');
  const path = linkIn(made.html, /(\/calendar\/[\w-]+\.ics)/);
  const feed = await (await deskApp.request(path)).text();
  expect(feed).toContain('Place 1');
  expect(feed).not.toMatch(new RegExp(`Tremblay|${reference}`));
  expect((await deskApp.request('/calendar/none.ics')).status).toBe(404);

  expect((await clerk.send(`/cases/${reference}/appointment/cancellation`)).html).toContain('est annulé');
  expect(await standing(id)).toBeUndefined();
  await chief.get('/appointments/hours?place=hotel-de-ville');
  const wrong = await chief.send('/appointments/hours', { from: '12:00', to: '09:00' });
  expect(wrong.status).toBe(422);
  expect((await clerk.get('/appointments/hours')).status).toBe(403);
});
