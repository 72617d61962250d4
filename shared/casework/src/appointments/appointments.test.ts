import { day, hour, minute, newId, type PlaceId } from '@guichet/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { byAppointment, openAppointed, openPlace } from '../../../../tests/support/appointed-case.ts';
import { useAppointments } from '../../../../tests/support/appointment-desk.ts';
import { closeCase } from '../cases/closure/close-case.ts';
import { verifyHistory } from '../records/verify-history.ts';
import { bookAppointment, cancelAppointment, cancelOfClosed, moveAppointment } from './book-appointment.ts';
import { makeFeed, readFeed } from './feed.ts';
import { listFreeSlots } from './free-slots.ts';
import { readAppointment } from './read-appointment.ts';
import { closeDay, endHours, listHours, setHours } from './set-hours.ts';

const {
  clock,
  desk,
  web,
  phone,
  clerk,
  agent,
  other,
  chief,
  service,
  newPlace,
  free,
  firstFree,
  booked,
  kindsOf,
  repliesOf,
  tell,
} = await useAppointments();
let placeId: PlaceId;
beforeEach(async () => {
  placeId = await newPlace();
});

const { adminSql } = desk.database;

describe('hours', () => {
  it('are set by a supervisor, once a press, and offered from the notice to the furthest day of the definition', async () => {
    const id = newId<'appointment-hours'>();
    const hours = {
      id,
      placeId,
      on: { weekday: 1 },
      from: '13:00',
      to: '14:00',
      minutes: 60,
      firstSeat: 1,
      seats: 2,
    } as const;
    expect(await setHours(chief, hours)).toEqual({ kind: 'set' });
    expect(await setHours(chief, hours)).toEqual({ kind: 'already' });
    await expect(setHours(clerk, { ...hours, id: newId() })).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(setHours(chief, { ...hours, id: newId(), to: '13:30' })).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(
      setHours(chief, { ...hours, id: newId(), services: ['nid-de-poule'] }),
    ).rejects.toMatchObject({ code: 'invalid' });
    expect(await kindsOf(placeId)).toHaveLength(6);
    const offered = await free(web, 42);
    const [first, last] = [offered[0], offered.at(-1)];
    const now = clock.now().getTime();
    expect(first?.startsAt.getTime()).toBeGreaterThanOrEqual(now + 72 * hour);
    expect(last?.startsAt.getTime()).toBeLessThanOrEqual(now + 30 * day);
    expect(offered.filter(({ left }) => left === 2)).not.toHaveLength(0);
    // Staff book for who stands before them.
    expect((await free(clerk))[0]?.startsAt.getTime()).toBeLessThan(now + 2 * hour);
  });

  it('that end, and days that are closed, offer nothing more; what was booked stays', async () => {
    const { id, slot } = await booked();
    const closedOn = slot.startsAt.toISOString().slice(0, 10);
    expect(await closeDay(chief, { placeId, day: closedOn, closed: true })).toEqual({ kind: 'done' });
    expect(await closeDay(chief, { placeId, day: closedOn, closed: true })).toEqual({ kind: 'already' });
    await expect(closeDay(agent, { placeId, day: closedOn, closed: true })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    expect((await free()).some(({ startsAt }) => startsAt.toISOString().startsWith(closedOn))).toBe(false);
    await closeDay(chief, { placeId, day: closedOn, closed: false });
    for (const { id: hoursId } of await listHours(chief, placeId)) {
      expect(await endHours(chief, hoursId)).toEqual({ kind: 'ended' });
      expect(await endHours(chief, hoursId)).toEqual({ kind: 'already' });
    }
    expect(await free()).toEqual([]);
    expect((await readAppointment(web, { caseId: id })).booked?.startsAt).toEqual(slot.startsAt);
  });
});

describe('a booking', () => {
  it('of fifty who ask for three seats at one moment is had by exactly three', async () => {
    const wide = await openPlace(desk, 'wide', 3);
    const [{ startsAt } = { startsAt: new Date(0) }] = (
      await listFreeSlots(web, { service, days: 7, placeId: wide })
    ).flatMap(({ slots }) => slots);
    const cases = await Promise.all(Array.from({ length: 50 }, () => openAppointed(desk, 'pickup')));
    const doors = [web, phone, clerk];
    const answers = await Promise.allSettled(
      cases.map(({ id, reference }, index) => {
        const by = doors[index % doors.length] ?? web;
        return bookAppointment(by, {
          ...(by === clerk ? { reference } : { caseId: id }),
          placeId: wide,
          startsAt,
        });
      }),
    );
    const refused = answers.flatMap((answer) =>
      answer.status === 'rejected' ? [(answer.reason as { publicKey: string }).publicKey] : [],
    );
    expect(new Set(refused)).toEqual(new Set(['slot-taken']));
    expect(answers.length - refused.length).toBe(3);
    const seats = await adminSql<{ seat: number }[]>`
      select seat from appointment where place_id = ${wide} and starts_at = ${startsAt} order by seat`;
    expect(seats.map(({ seat }) => seat)).toEqual([1, 2, 3]);
  });

  it('of one case asked for many times at once is one, with one event, at the door that asked', async () => {
    const { id } = await openAppointed(desk);
    const { startsAt } = await firstFree();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => bookAppointment(phone, { caseId: id, placeId, startsAt })),
    );
    expect(answers.map(({ kind }) => kind).sort()).toEqual([
      'already',
      'already',
      'already',
      'already',
      'booked',
    ]);
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    expect(await kindsOf(id)).toEqual(['appointment.booked']);
    const [row] = await adminSql`select channel from appointment where case_id = ${id}`;
    expect(row).toMatchObject({ channel: 'phone' });
    const [, second] = await free();
    await expect(
      bookAppointment(web, { caseId: id, placeId, startsAt: second?.startsAt ?? startsAt }),
    ).rejects.toMatchObject({ publicKey: 'appointment-held' });
  });

  it('is refused at a time that is not offered, to another team, on a closed case, and of a service without appointments', async () => {
    const { id, reference } = await openAppointed(desk);
    const { startsAt } = await firstFree();
    const off = new Date(startsAt.getTime() + 10 * minute);
    await expect(bookAppointment(web, { caseId: id, placeId, startsAt: off })).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(
      bookAppointment(web, { caseId: id, placeId, startsAt: new Date(startsAt.getTime() - 7 * day) }),
    ).rejects.toMatchObject({ code: 'invalid' });
    await expect(bookAppointment(other, { reference, placeId, startsAt })).rejects.toMatchObject({
      code: 'not-found',
    });
    // By its reference alone nobody of the public books, moves or cancels.
    await expect(bookAppointment(web, { reference, placeId, startsAt })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await closeCase(chief, { reference, outcome: 'withdrawn' });
    await expect(bookAppointment(clerk, { reference, placeId, startsAt })).rejects.toMatchObject({
      publicKey: 'case-closed',
    });
  });

  it('that is moved frees its time in the same moment, and keeps it when the new one is taken', async () => {
    const mine = await booked();
    const theirs = await booked();
    await expect(
      moveAppointment(web, { caseId: mine.id, placeId, startsAt: theirs.slot.startsAt }),
    ).rejects.toMatchObject({ publicKey: 'slot-taken' });
    expect((await readAppointment(web, { caseId: mine.id })).booked?.startsAt).toEqual(mine.slot.startsAt);
    const to = (await firstFree()).startsAt;
    expect(await moveAppointment(phone, { caseId: mine.id, placeId, startsAt: to })).toMatchObject({
      kind: 'moved',
    });
    expect(await moveAppointment(phone, { caseId: mine.id, placeId, startsAt: to })).toMatchObject({
      kind: 'already',
    });
    expect(await kindsOf(mine.id)).toEqual(['appointment.booked', 'appointment.moved']);
    expect((await free()).map(({ startsAt }) => startsAt)).toContainEqual(mine.slot.startsAt);
    const { booked: now } = await readAppointment(web, { caseId: mine.id });
    expect(now).toMatchObject({ firstId: mine.appointmentId, version: 1, startsAt: to });
  });

  it('that is cancelled is free again, leaves one event, and can be made anew', async () => {
    const { id, slot } = await booked();
    expect(await cancelAppointment(web, { caseId: id })).toEqual({ kind: 'cancelled' });
    expect(await cancelAppointment(web, { caseId: id })).toEqual({ kind: 'already' });
    expect(await kindsOf(id)).toEqual(['appointment.booked', 'appointment.cancelled']);
    await expect(
      moveAppointment(web, { caseId: id, placeId, startsAt: slot.startsAt }),
    ).rejects.toMatchObject({ code: 'not-found' });
    expect(await bookAppointment(web, { caseId: id, placeId, startsAt: slot.startsAt })).toMatchObject({
      kind: 'booked',
    });
  });

  it('of a case that is closed is free again, and the person is told why, once', async () => {
    const { id, reference, slot } = await booked();
    await closeCase(chief, { reference, outcome: 'withdrawn' });
    expect(await cancelOfClosed(desk.ctx)).toBe(1);
    expect(await cancelOfClosed(desk.ctx)).toBe(0);
    expect((await free()).map(({ startsAt }) => startsAt)).toContainEqual(slot.startsAt);
    expect(await kindsOf(id)).toEqual(['appointment.booked', 'appointment.cancelled']);
    await tell();
    expect(await repliesOf(id)).toHaveLength(1);
    await expect(cancelOfClosed(web)).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('that the rules would let through twice is refused by the database itself', async () => {
    const { slot } = await booked();
    const { id } = await openAppointed(desk);
    const later = new Date(slot.startsAt.getTime() + 10 * minute);
    await expect(
      adminSql`
        insert into appointment (id, case_id, place_id, service_code, starts_at, ends_at, seat, channel, booked_at, first_id)
        values (${newId()}, ${id}, ${placeId}, 'x', ${later}, ${slot.endsAt}, 1, 'web', now(), ${newId()})`,
    ).rejects.toMatchObject({ constraint_name: 'appointment_seat_once' });
  });
});

it('the calendar of a place is read by its secret address alone, without names, until another is made', async () => {
  const { slot } = await booked();
  const { token } = await makeFeed(chief, placeId);
  await expect(makeFeed(clerk, placeId)).rejects.toMatchObject({ code: 'not-allowed' });
  const feed = await readFeed(desk.door, token);
  expect(feed?.entries).toMatchObject([{ startsAt: slot.startsAt, serviceCode: byAppointment }]);
  expect(JSON.stringify(feed)).not.toMatch(/Tremblay|case/i);
  expect(await readFeed(desk.door, `${token}x`)).toBeUndefined();
  await makeFeed(chief, placeId);
  expect(await readFeed(desk.door, token)).toBeUndefined();
});

it('the history of all that is whole', async () => {
  expect((await verifyHistory(desk.ctx, () => {})).broken).toBe(0);
});
