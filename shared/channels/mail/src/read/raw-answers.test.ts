import type { Question } from '@guichet/catalogue';
import { describe, expect, it } from 'vitest';
import { opinionPoll, paperDay, testForm } from '../../../../../tests/support/paper/index.ts';
import type { FieldReading } from './field-reading.ts';
import { rawAnswer, sortReadings } from './raw-answers.ts';

const layout = testForm(opinionPoll, 'fr');
const crop = { page: 1, x: 0, y: 0, width: 1, height: 1 };
const mark = (path: string, option: string): FieldReading => ({
  path,
  kind: 'check',
  option,
  raw: true,
  confidence: 1,
  doubts: [],
  crop,
});
const comb = (path: string, raw: string): FieldReading => ({
  path,
  kind: 'comb',
  raw,
  confidence: 1,
  doubts: [],
  crop,
});

function question(key: string): Question {
  const found = opinionPoll.question(key);
  if (found === undefined) throw new Error(key);
  return found;
}

const read = (key: string, ...fields: FieldReading[]) =>
  rawAnswer(question(key), key, sortReadings(layout, fields));
const problems = (key: string, raw: unknown) => {
  const parsed = opinionPoll.parseAnswer(question(key), raw, { today: paperDay });
  return parsed.ok ? [] : parsed.problems.map(({ code }) => code);
};

describe('rawAnswer', () => {
  it('two marks on a scale are no answer, and told', () => {
    expect(read('parks', mark('parks', '2'), mark('parks', '3'))).toEqual({
      raw: undefined,
      doubts: ['several-marks'],
    });
    expect(read('parks', mark('parks', '2'))).toEqual({ raw: 2, doubts: [] });
  });

  it('a sure mark stands beside one in doubt, which a person still sees', () => {
    const astray: FieldReading = { ...mark('parks', '3'), doubts: ['mark-around'] };
    expect(read('parks', mark('parks', '2'), astray)).toEqual({ raw: 2, doubts: ['mark-around'] });
    expect(read('parks', astray, { ...astray, option: '4' })).toMatchObject({ raw: undefined });
  });

  it('a rank written twice, left out or not sure is no order', () => {
    const ranks = (...of: string[]) =>
      read('order', ...of.map((rank, at) => comb(`order.${['town-hall', 'library', 'arena'][at]}`, rank)))
        .raw;
    expect(problems('order', ranks('2', '1', '3'))).toEqual([]);
    expect(problems('order', ranks('1', '1', '2'))).toEqual(['bad-rank']);
    expect(problems('order', ranks('1', '2', '4'))).toEqual(['bad-rank']);
    expect(problems('order', ranks('1', '2', '?'))).toEqual(['bad-rank']);
    expect(problems('order', ranks('1', '2'))).toEqual(['too-few']);
  });

  it.each([
    ['0930', '09:30', []],
    ['9 30', '9:30', []],
    [' 930', '9:30', []],
    ['09  ', '09:', ['blank-between']],
    ['093 ', '09:3', ['blank-between']],
    ['  30', ':30', ['blank-between']],
  ])('a time in a comb, %j, is %j', (cells, time, doubts) => {
    const answer = read(
      'meeting',
      mark('meeting.place', 'arena'),
      comb('meeting.day', '20261202'),
      comb('meeting.time', cells),
    );
    expect(answer).toEqual({ raw: { place: 'arena', day: '2026-12-02', time }, doubts });
  });

  it('two places marked leave the place unsaid, and the day and time said', () => {
    const both = read(
      'meeting',
      mark('meeting.place', 'arena'),
      mark('meeting.place', 'library'),
      comb('meeting.day', '20261202'),
    );
    expect(both).toEqual({ raw: { day: '2026-12-02' }, doubts: ['several-marks'] });
    expect(read('meeting')).toEqual({ raw: undefined, doubts: [] });
  });

  it('the only place of a question need not be marked', () => {
    const { raw } = read('call-back', comb('call-back.day', '20261201'), comb('call-back.time', '0930'));
    expect(problems('call-back', raw)).toEqual([]);
  });
});
