import { day, hour, type PlaceId } from '@guichet/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { openAppointed, type replies } from '../../../../tests/support/appointed-case.ts';
import { useAppointments } from '../../../../tests/support/appointment-desk.ts';
import { bookAppointment, cancelAppointment, moveAppointment } from './book-appointment.ts';
import { remindAppointments } from './tell-appointment.ts';

const { clock, desk, web, newPlace, free, firstFree, booked, kindsOf, repliesOf, tell } =
  await useAppointments();
let placeId: PlaceId;
beforeEach(async () => {
  placeId = await newPlace();
});

describe('a person', () => {
  it('is told the way they chose of what holds when they are told, once', async () => {
    const { id } = await booked();
    await tell();
    expect(await repliesOf(id)).toMatchObject([{ way: 'email' }]);
    await moveAppointment(web, { caseId: id, placeId, startsAt: (await firstFree()).startsAt });
    await tell();
    expect(await repliesOf(id)).toHaveLength(2);
    // Booked and cancelled before anybody was told: only that it is cancelled.
    const quick = await booked('sms');
    await cancelAppointment(web, { caseId: quick.id });
    await tell();
    expect(await repliesOf(quick.id)).toMatchObject([{ way: 'sms' }]);
    const silent = await booked('pickup');
    await tell();
    expect(await repliesOf(silent.id)).toEqual([]);
  });

  it('is reminded once, two days before, and never of what was cancelled or moved', async () => {
    const later = (await free(web, 21)).filter(
      ({ startsAt }) => startsAt.getTime() > clock.now().getTime() + 9 * day,
    );
    const take = async (index: number, way: keyof typeof replies) => {
      const { id } = await openAppointed(desk, way);
      await bookAppointment(web, { caseId: id, placeId, startsAt: later[index]?.startsAt ?? new Date(0) });
      return id;
    };
    const [kept, cancelled, byLetter] = [
      await take(0, 'email'),
      await take(1, 'sms'),
      await take(2, 'letter'),
    ];
    await tell();
    await cancelAppointment(web, { caseId: cancelled });
    await tell();
    const before = new Map<string, number>();
    for (const id of [kept, cancelled, byLetter]) before.set(id, (await repliesOf(id)).length);
    const first = later[0]?.startsAt.getTime() ?? 0;
    clock.advance(first - 3 * day - clock.now().getTime());
    await remindAppointments(desk.ctx);
    // A letter goes out a week ahead, so that it arrives.
    expect(await repliesOf(byLetter)).toHaveLength((before.get(byLetter) ?? 0) + 1);
    expect(await repliesOf(kept)).toHaveLength(before.get(kept) ?? 0);
    clock.advance(day + 2 * hour);
    await Promise.all([remindAppointments(desk.ctx), remindAppointments(desk.ctx)]);
    await remindAppointments(desk.ctx);
    expect(await repliesOf(kept)).toHaveLength((before.get(kept) ?? 0) + 1);
    expect(await repliesOf(cancelled)).toHaveLength(before.get(cancelled) ?? 0);
    expect(await kindsOf(kept)).toEqual(['appointment.booked', 'appointment.told', 'appointment.reminded']);
    await expect(remindAppointments(web)).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
