import { describe, expect, it } from 'vitest';
import { checkTwiml } from '../../../../../tests/support/call/twiml-check.ts';
import { askOne as ask, sampleCaller as from } from '../../samples/ask-one.ts';
import type { Input } from './turn.ts';

const pending = { pending: 'transcription', evidence: expect.any(String) };
const low = (text: string): Input => ({ kind: 'speech', text, confidence: 0.4 });

const slot = (place: string, day: string, time: string) => ({ place, day, time });

const rows: [string, string, (string | Input)[], unknown][] = [
  ['yes by key', 'agree', ['1'], true],
  ['no by key', 'agree', ['2'], false],
  ['yes by voice', 'agree', ['oui'], true],
  ['a negation wins', 'agree', ["c'est pas ça"], false],
  ['an unsure yes is read back', 'agree', [low('oui'), '1'], true],
  ['a choice by key', 'kind', ['3'], 'c'],
  ['a choice on the second page', 'kind', ['9', '2'], 'g'],
  ['nine turns round to the first page', 'kind', ['9', '9', '1'], 'a'],
  ['choices one by one, read back', 'several', ['1', '2', '1', '1'], ['x', 'z']],
  ['choices ended early', 'several', ['1', '9', '1'], ['x']],
  ['choices with none picked are passed', 'several', ['9'], undefined],
  ['an optional question is passed', 'several', ['8'], undefined],
  ['a date day first', 'when', ['01072027#', '1'], '2027-07-01'],
  ['a date year first when only that makes a day', 'when', ['20270731', '1'], '2027-07-31'],
  ['a day and month is the next such day', 'when', ['0107', '1'], '2027-07-01'],
  ['a day and month past its range is the last such day', 'late', ['0110', '1'], '2026-10-01'],
  ['an optional number of the caller passed', 'mobile', ['8'], undefined],
  ['today by one key', 'when', ['1#', '1'], '2026-11-24'],
  ['tomorrow by one key', 'when', ['2#', '1'], '2026-11-25'],
  ['star erases what came before', 'when', ['99*01072027#', '1'], '2027-07-01'],
  ['a refused read-back asks again', 'when', ['01072027', '2', '02072027', '1'], '2027-07-02'],
  ['a sensitive date is keyed twice', 'born', ['09021958#', '09021958#'], '1958-02-09'],
  ['a count', 'count', ['12#'], 12],
  ['zero is keyed twice', 'count', ['00#'], 0],
  ['a count by voice, read back', 'count', ['quatre-vingt-dix-huit', '1'], 98],
  ['a refused count by voice is keyed', 'count', ['quatre-vingts', '2', '90#'], 90],
  ['a weight with decimals', 'weight', ['1', '12#', '5#', '1'], 12.5],
  ['a weight without decimals', 'weight', ['1', '12#', '00#', '1'], 12],
  ['money in dollars, then cents', 'price', ['123#', '45#', '1'], 12345],
  ['money without cents', 'price', ['30#', '00#', '1'], 3000],
  ['as much as a property is worth', 'price', ['1000000000#', '00#', '1'], 100_000_000_000],
  ['an amount by voice, read back', 'price', ['12,50 $', '1'], 1250],
  ["the caller's own number", 'tel', ['1'], from],
  ['another number', 'tel', ['2', '5142345678#', '1'], '+15142345678'],
  ['another number by voice, read back', 'tel', ['2', '514 234-5678', '1'], '+15142345678'],
  ['another number with the leading 1', 'tel', ['2', '15142345678#', '1'], '+15142345678'],
  ['an e-mail address is recorded', 'mail', ['1', 'r'], pending],
  [
    'an address by nine presses',
    'home',
    ['411734749#', '1', '12#', 'r'],
    { ...pending, keyed: { postalCode: 'G1R 4S9', civic: '12' } },
  ],
  [
    'an address by six presses, letter by letter',
    'home',
    ['417479#', '1', '2', '3', '12#', 'r'],
    { ...pending, keyed: { postalCode: 'G1R 4S9', civic: '12' } },
  ],
  ['an address without a Canadian postal code', 'home', ['9#', 'r'], pending],
  [
    'a postal code by voice, read back, then the number by keys',
    'home',
    ['G 1 R 4 S 9', '1', '12#', 'r'],
    { ...pending, keyed: { postalCode: 'G1R 4S9', civic: '12' } },
  ],
  ['a place is recorded', 'spot', ['r'], pending],
  [
    'a person is recorded, the birth date keyed',
    'who',
    ['09021958#', 'r'],
    { ...pending, keyed: { birthDate: '1958-02-09' } },
  ],
  ['an identifier with its check digit', 'card', ['1234567894#'], '1234567894'],
  ['an identifier without one is read back', 'chip', ['1', '123456789012345#', '1'], '123456789012345'],
  ['a text is recorded', 'title', ['r'], pending],
  ['a long text is passed', 'story', ['8'], undefined],
  ['a mark by one key', 'opinion', ['4'], 4],
  ['a mark by voice', 'opinion', ['quatre'], 4],
  ['a mark by the words of its end', 'opinion', ["tout à fait d'accord"], 5],
  ['an unsure mark is read back', 'opinion', [low('4'), '1'], 4],
  ['ten of ten as an entry', 'odds', ['1', '10#'], 10],
  ['zero of ten keyed twice', 'odds', ['1', '00#'], 0],
  ['a mark passed', 'odds', ['8'], undefined],
  ['two preferred ones, read back', 'wishes', ['3', '1', '1'], ['c', 'a']],
  ['a preferred one on the second page', 'wishes', ['9', '2', '9', '1', '1'], ['g', 'f']],
  ['nine turns a ranking round to its first page', 'wishes', ['2', '9', '9', '1', '1'], ['b', 'a']],
  ['a preferred one by voice', 'wishes', ['souhait f', '2', '1'], ['f', 'b']],
  ['the last of all goes without saying', 'order', ['3', '1', '1'], ['z', 'x', 'y']],
  ['a refused order is asked again', 'order', ['3', '1', '2', '1', '1', '1'], ['x', 'y', 'z']],
  ['a ranking passed', 'order', ['8'], undefined],
  ['a place, a day and a time', 'visit', ['2', '03122026#', '3', '1'], slot('south', '2026-12-03', '10:00')],
  [
    'a time further down the list',
    'visit',
    ['1', '03122026#', '9', '4', '1'],
    slot('north', '2026-12-03', '13:30'),
  ],
  [
    'a slot by voice',
    'visit',
    ['salle nord', 'le 3 décembre', '10 h 30', '1'],
    slot('north', '2026-12-03', '10:30'),
  ],
  [
    'the day alone where there is one place',
    'desk',
    ['1', '04122026#', '1', '1'],
    slot('hall', '2026-12-04', '09:00'),
  ],
  ['tomorrow by one key for a slot', 'desk', ['1', '2#', '1', '1'], slot('hall', '2026-11-25', '09:00')],
  ['a document by post', 'paper', ['1'], { later: 'post' }],
  ['a document at a counter', 'paper', ['2'], { later: 'counter' }],
  ['a document passed', 'paper', ['8'], undefined],
  ['a consent', 'truth', ['1'], true],
  [
    'a recording erased by star is made again',
    'spot',
    [{ kind: 'recording', sid: 'RE', url: 'u', seconds: 3, endedBy: '*' }, 'r'],
    pending,
  ],
  ['a group of one', 'others', ['1', 'r', '1', '7#', '2'], [{ name: pending, minor: true, age: 7 }]],
  [
    'a group of two',
    'others',
    ['1', 'r', '2', '1', 'r', '2', '2'],
    [
      { name: pending, minor: false },
      { name: pending, minor: false },
    ],
  ],
];

describe.each(['fr', 'en'] as const)(
  'every type can be answered by keys and recordings, in %s',
  (language) => {
    it.each(rows)('%s', (_name, key, moves, expected) => {
      const spoken = moves.map((move) =>
        language === 'en' && typeof move === 'string' ? english(move) : move,
      );
      const said = spoken.map((move) =>
        language === 'en' && typeof move === 'object' && move.kind === 'speech'
          ? { ...move, text: english(move.text) }
          : move,
      );
      const call = ask(key, language, said);
      expect(call.state.answers[key]).toEqual(expected);
      expect(call.state.misses).toBe(0);
      expect(checkTwiml(call.twiml())).toEqual([]);
    });
  },
);

function english(move: string): string {
  const said: Record<string, string> = {
    oui: 'yes',
    "c'est pas ça": 'no it is not',
    quatre: 'four',
    'quatre-vingt-dix-huit': 'ninety-eight',
    'quatre-vingts': 'eighty',
    '12,50 $': '$12.50',
    "tout à fait d'accord": "tout à fait d'accord en",
    'souhait f': 'souhait f en',
    'salle nord': 'salle nord en',
    'le 3 décembre': 'December third',
    '10 h 30': '10:30 a.m.',
  };
  return said[move] ?? move;
}
