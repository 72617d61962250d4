import { day, minute, newId, type PlaceId, type VisitId } from '@guichet/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useAppointments } from '../../../../tests/support/appointment-desk.ts';
import { verifyHistory } from '../records/verify-history.ts';
import { addCounter } from '../visits/add-place.ts';
import { callNext } from '../visits/call-next.ts';
import { markNoShow } from '../visits/end-visit.ts';
import { openVisit } from '../visits/open-visit.ts';
import { readDeskLine } from '../visits/read-desk-line.ts';
import { returnVisit } from '../visits/return-visit.ts';
import { leaveCounter, sitAtCounter } from '../visits/sit-at-counter.ts';
import { transferVisit } from '../visits/transfer-visit.ts';
import { cancelAppointment } from './book-appointment.ts';
import { listDay } from './list-day.ts';
import { endPastAppointments, markArrived, markMissed } from './meet-person.ts';

const { clock, desk, web, clerk, agent, other, newPlace, booked, kindsOf } = await useAppointments();
let placeId: PlaceId;
beforeEach(async () => {
  placeId = await newPlace();
});

const { adminSql } = desk.database;
const line = async () => (await readDeskLine(clerk))?.waiting.map(({ ticket }) => ticket);
afterEach(() => leaveCounter(clerk));

describe('on the day', () => {
  it('who comes is given a ticket and a place before those who waited less than an hour, once', async () => {
    const { id, slot, appointmentId, reference } = await booked();
    const counter = await addCounter(desk.ctx, { placeId, name: '1' });
    await expect(markArrived(clerk, { id: appointmentId, visitId: newId() })).rejects.toMatchObject({
      publicKey: 'appointment-other-day',
    });
    clock.advance(slot.startsAt.getTime() - 90 * minute - clock.now().getTime());
    const walkIn = () =>
      openVisit(clerk, {
        visitId: newId(),
        placeId,
        family: 'justice',
        language: 'fr',
        how: 'clerk',
        priority: false,
      });
    const longest = await walkIn();
    clock.advance(85 * minute);
    const shortest = await walkIn();
    clock.advance(5 * minute);
    // One press that arrives three times.
    const presses = await Promise.all(
      [1, 2, 3].map(() => markArrived(clerk, { id: appointmentId, visitId: newId() })),
    );
    const arrived = presses.find(({ kind }) => kind === 'arrived');
    expect(presses.map(({ kind }) => kind).sort()).toEqual(['already', 'already', 'arrived']);
    expect(new Set(presses.map(({ ticket }) => ticket))).toEqual(new Set([arrived?.ticket]));
    await sitAtCounter(clerk, counter);
    expect(await line()).toEqual([longest.ticket, arrived?.ticket, shortest.ticket]);
    const visits = await adminSql`select how from visit where appointment_id = ${appointmentId}`;
    expect([...visits]).toEqual([{ how: 'appointment' }]);
    await expect(markArrived(agent, { id: appointmentId, visitId: newId() })).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await expect(markMissed(clerk, appointmentId)).rejects.toMatchObject({ publicKey: 'appointment-ended' });
    expect(await kindsOf(id)).toEqual(['appointment.booked', 'appointment.arrived']);
    const shown = await listDay(clerk, { placeId, day: slot.startsAt.toISOString().slice(0, 10) });
    expect(shown?.bookings).toMatchObject([{ reference, endedHow: 'arrived', ticket: arrived?.ticket }]);
    // Another team sees that the time is taken, and not whose it is.
    const theirs = await listDay(other, { placeId, day: slot.startsAt.toISOString().slice(0, 10) });
    expect(theirs?.bookings).toMatchObject([{ reference: null, startsAt: slot.startsAt }]);
  });

  it('who came by appointment keeps their place when they are sent on, and when they come back late', async () => {
    const { appointmentId, slot } = await booked();
    await sitAtCounter(clerk, await addCounter(desk.ctx, { placeId, name: '1' }));
    clock.advance(slot.startsAt.getTime() - clock.now().getTime());
    const visitId: VisitId = newId();
    const { ticket } = await markArrived(clerk, { id: appointmentId, visitId });
    expect(await callNext(clerk)).toMatchObject({ visitId });
    const walkIn = await openVisit(clerk, {
      visitId: newId(),
      placeId,
      family: 'justice',
      language: 'fr',
      how: 'clerk',
      priority: false,
    });
    clock.advance(10 * minute);
    await transferVisit(clerk, { visitId, family: 'municipal' });
    expect(await line()).toEqual([ticket, walkIn.ticket]);
    expect(await callNext(clerk)).toMatchObject({ visitId });
    await markNoShow(clerk, visitId);
    clock.advance(10 * minute);
    await returnVisit(clerk, visitId);
    expect(await line()).toEqual([ticket, walkIn.ticket]);
  });

  it('who does not come is marked by the clerk or at night, once', async () => {
    const one = await booked();
    const two = await booked();
    await expect(markMissed(clerk, one.appointmentId)).rejects.toMatchObject({
      publicKey: 'appointment-not-yet',
    });
    clock.advance(two.slot.startsAt.getTime() + minute - clock.now().getTime());
    expect(await markMissed(clerk, one.appointmentId)).toEqual({ kind: 'missed' });
    expect(await markMissed(clerk, one.appointmentId)).toEqual({ kind: 'already' });
    await endPastAppointments(desk.ctx);
    expect(await kindsOf(two.id)).toEqual(['appointment.booked']);
    clock.advance(day);
    await endPastAppointments(desk.ctx);
    await endPastAppointments(desk.ctx);
    for (const { id } of [one, two])
      expect(await kindsOf(id)).toEqual(['appointment.booked', 'appointment.missed']);
    await expect(cancelAppointment(web, { caseId: one.id })).resolves.toEqual({ kind: 'already' });
  });
});

it('the history of all that is whole', async () => {
  expect((await verifyHistory(desk.ctx, () => {})).broken).toBe(0);
});
