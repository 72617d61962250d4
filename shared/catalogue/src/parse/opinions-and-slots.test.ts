import { describe, expect, it } from 'vitest';
import { makeQuestion, readingTable, readOne, say } from './reading-table.ts';

const options = ['a', 'b', 'c'].map((key) => ({ key, label: say }));

readingTable('scale', { type: 'scale', min: 0, max: 10, low: say, high: say }, [
  [0, 0],
  ['0', 0],
  [' 10 ', 10],
  ['11', 'not-an-option'],
  ['-1', 'not-an-option'],
  ['3,5', 'not-an-option'],
  [3.5, 'not-an-option'],
  ['beaucoup', 'not-an-option'],
  [true, 'wrong-type'],
  ['', 'required'],
]);

readingTable('ranking of the first two', { type: 'ranking', options, top: 2 }, [
  [
    ['c', 'a'],
    ['c', 'a'],
  ],
  [{ a: '2', b: '', c: ' 1 ' }, ['c', 'a']],
  [{ a: 2, c: 1 }, ['c', 'a']],
  [{ a: '1', c: '1' }, 'bad-rank'],
  [{ a: '1', c: '3' }, 'bad-rank'],
  [{ a: 'premier' }, 'bad-rank'],
  [['a', 'a'], 'rank-twice'],
  [['a'], 'too-few'],
  [['a', 'b', 'c'], 'too-many'],
  [['a', 'x'], 'not-an-option'],
  [{ a: '1', x: '2' }, 'not-an-option'],
  ['a', 'wrong-type'],
  [{ a: '', b: '' }, 'required'],
]);

readingTable('ranking of all', { type: 'ranking', options }, [
  [
    ['b', 'c', 'a'],
    ['b', 'c', 'a'],
  ],
  [['b', 'c'], 'too-few'],
]);

const slot = {
  type: 'slot',
  places: options.slice(0, 2),
  hours: [
    { days: ['tuesday', 'thursday'], from: '09:00', to: '10:30' },
    { days: ['tuesday'], from: '13:15', to: '14:00' },
  ],
  minutes: 30,
  range: { daysMin: 1, daysMax: 60 },
};
const at = (day: string, time: string) => ({ place: 'a', day, time });
const stored = at('2026-03-10', '09:30');

readingTable('slot', slot, [
  [stored, stored],
  [at('10/03/2026', '9 h 30'), stored],
  [at('10 mars 2026', '930'), stored],
  [at('2026-03-10', '13h15'), at('2026-03-10', '13:15')],
  [{ ...stored, day: { day: '10', month: '3', year: '2026' } }, stored],
  [at('2026-03-10', '10:15'), 'slot-time'],
  [at('2026-03-10', '10:30'), 'slot-time'],
  [at('2026-03-10', '25:00'), 'slot-time'],
  [at('2026-03-12', '13:15'), 'slot-time'],
  [at('2026-03-11', '09:30'), 'slot-closed'],
  [at('2026-02-24', '09:30'), 'date-too-early'],
  [at('2026-05-05', '09:30'), 'date-too-late'],
  [at('31/02/2026', '09:30'), 'bad-date'],
  [at('', '09:30'), 'incomplete-slot'],
  [at('2026-03-10', ''), 'incomplete-slot'],
  [{ day: '2026-03-10', time: '09:30' }, 'incomplete-slot'],
  [{ ...stored, place: 'c' }, 'not-an-option'],
  [{ ...stored, room: '1' }, 'wrong-type'],
  ['mardi matin', 'wrong-type'],
]);

describe('a slot with one place', () => {
  it('need not name it', () => {
    const question = makeQuestion({ ...slot, places: options.slice(0, 1) });
    expect(readOne(question, { day: '2026-03-10', time: '09:30' })).toEqual(stored);
  });
});
