import type { AppointmentHoursId, PlaceId } from '@guichet/kernel';
import { expect, it } from 'vitest';
import { timeAt } from './appointment-words.ts';
import { remindAt } from './remind-at.ts';
import { type HoursRow, slotsOfDay } from './slots-of-day.ts';

const row: HoursRow = {
  id: 'h' as AppointmentHoursId,
  placeId: 'p' as PlaceId,
  place: { fr: 'Hôtel de ville', en: 'City hall' },
  timeZone: 'America/Toronto',
  weekday: null,
  day: null,
  fromTime: '00:30',
  toTime: '04:00',
  minutes: 30,
  firstSeat: 1,
  seats: 1,
  services: [],
  skill: null,
  fromOn: '2026-01-01',
  untilOn: null,
};
const on = (day: string, change: Partial<HoursRow> = {}) => slotsOfDay([{ ...row, day, ...change }], day);
const starts = (day: string) => on(day).map(({ startsAt }) => timeAt(row.timeZone, startsAt));

it('a day on which the clock skips an hour has no appointment in it', () => {
  expect(starts('2026-03-08')).toEqual(['00:30', '01:00', '01:30', '03:00', '03:30']);
});

it('a day on which the clock repeats an hour has its appointments twice, none of them at the same moment', () => {
  const repeated = ['01:00', '01:30'];
  expect(starts('2026-11-01')).toEqual([
    '00:30',
    ...repeated,
    ...repeated,
    '02:00',
    '02:30',
    '03:00',
    '03:30',
  ]);
  const slots = on('2026-11-01');
  expect(new Set(slots.map(({ startsAt }) => startsAt.getTime())).size).toBe(slots.length);
  for (const { startsAt, endsAt } of slots) expect(endsAt.getTime() - startsAt.getTime()).toBe(30 * 60_000);
});

it('hours of a weekday do not hold on a holiday, before they begin or after they end; those of one day do', () => {
  const friday = { day: null, weekday: 5, fromTime: '09:00', toTime: '10:00' };
  expect(on('2026-12-18', friday)).toHaveLength(2);
  expect(on('2026-12-25', friday)).toEqual([]);
  expect(on('2026-12-25', { fromTime: '09:00', toTime: '10:00' })).toHaveLength(2);
  expect(on('2026-12-18', { ...friday, untilOn: '2026-12-17' })).toEqual([]);
  expect(on('2026-12-18', { ...friday, fromOn: '2026-12-19' })).toEqual([]);
  expect(on('2026-12-17', friday)).toEqual([]);
  const own = new Map([
    ['2026-12-18', false],
    ['2026-12-25', true],
  ]);
  const weekly = { ...row, ...friday };
  expect(slotsOfDay([weekly], '2026-12-18', own)).toEqual([]);
  expect(slotsOfDay([weekly], '2026-12-25', own)).toHaveLength(2);
});

it('hours of the same time add their seats up, each seat once', () => {
  const rows = [row, { ...row, firstSeat: 2, seats: 2 }, { ...row, firstSeat: 3 }].map((one) => ({
    ...one,
    day: '2026-12-18',
    toTime: '01:00',
  }));
  expect(slotsOfDay(rows, '2026-12-18').map(({ seats }) => seats)).toEqual([[1, 2, 3]]);
});

it('a reminder is at ten in the morning of the place, whatever the clock did meanwhile, and a letter a week ahead or not at all', () => {
  const [startsAt, now] = [new Date('2026-11-03T14:00:00Z'), new Date('2026-10-01T14:00:00Z')];
  const at = { startsAt, timeZone: row.timeZone, reminderDays: 2 };
  expect(remindAt(at, 'email', now)?.toISOString()).toBe('2026-11-01T15:00:00.000Z');
  expect(remindAt({ ...at, reminderDays: 3 }, 'sms', now)?.toISOString()).toBe('2026-10-31T14:00:00.000Z');
  expect(remindAt(at, 'letter', now)?.toISOString()).toBe('2026-10-27T14:00:00.000Z');
  expect(remindAt(at, 'letter', new Date('2026-10-28T14:00:00Z'))).toBeNull();
  expect(remindAt(at, 'email', new Date('2026-11-01T12:00:00Z'))).toBeNull();
  for (const way of ['none', 'pickup'] as const) expect(remindAt(at, way, now)).toBeNull();
  expect(remindAt({ ...at, reminderDays: 0 }, 'email', now)).toBeNull();
});
