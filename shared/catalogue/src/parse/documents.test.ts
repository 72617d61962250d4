import type { EvidenceId } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import { makeQuestion, readingTable, readOne, say } from './reading-table.ts';

const evidence = '0190163d-8694-739b-aea5-966c26f8ad91' as EvidenceId;

readingTable(
  'identifier by Luhn',
  { type: 'identifier', pattern: '[0-9]{9}', example: '046454286', check: 'luhn' },
  [
    ['046 454 286', '046454286'],
    ['046-454\u2011286', '046454286'],
    ['046454287', 'bad-check-digit'],
    ['04645428', 'bad-identifier'],
    ['O46454286', 'bad-identifier'],
    ['x'.repeat(200), 'too-long'],
    [46454286, 'wrong-type'],
  ],
);

readingTable(
  'identifier by Damm',
  { type: 'identifier', pattern: '[0-9]{4}', example: '5724', check: 'damm' },
  [
    ['5724', '5724'],
    ['5274', 'bad-check-digit'],
  ],
);

readingTable(
  'identifier with letters',
  { type: 'identifier', pattern: '[A-Z]{4}[0-9]{8}|X', example: 'TREM12345678', alphabet: 'alphanumeric' },
  [
    ['trem 1234-5678', 'TREM12345678'],
    ['XX', 'bad-identifier'],
  ],
);

readingTable('file', { type: 'file', filesMax: 1, later: ['post'] }, [
  [{ evidence: [evidence, evidence] }, { evidence: [evidence] }],
  [{ later: 'post' }, { later: 'post' }],
  [{ later: 'counter' }, 'not-an-option'],
  [{ evidence: [] }, 'required'],
  [{ evidence: [evidence, evidence.replace('01', '02')] }, 'too-many'],
  [{ evidence: ['../../etc/passwd'] }, 'wrong-type'],
  [{ evidence: [evidence], later: 'post' }, 'wrong-type'],
  ['post', 'wrong-type'],
]);

readingTable('information', { type: 'information', body: say }, [
  [undefined, undefined],
  ['lu', 'not-asked'],
]);

describe('group', () => {
  const group = makeQuestion({
    type: 'group',
    entry: say,
    min: 1,
    max: 2,
    questions: [{ key: 'm', type: 'text', label: say }],
  });
  it.each<[unknown, unknown]>([
    ['x', 'wrong-type'],
    [['x'], 'wrong-type'],
    [[{ m: 'x' }, { m: 'x' }, { m: 'x' }], 'unknown-question'],
  ])('without its members, %j is refused', (raw, expected) => {
    expect(readOne(group, raw)).toBe(expected);
  });
});

describe('a recording', () => {
  const pending = { pending: 'transcription', evidence, keyed: { postalCode: 'G1R4S9' } };

  it.each(['text', 'long-text', 'email', 'person', 'address', 'place'])(
    'stands for a %s where the channel may record',
    (type) => {
      expect(readOne(makeQuestion({ type }), pending, { allowPending: true })).toEqual(pending);
      expect(readOne(makeQuestion({ type }), pending)).not.toEqual(pending);
    },
  );

  it('stands for nothing that a keypad can enter', () => {
    expect(readOne(makeQuestion({ type: 'yes-no' }), pending, { allowPending: true })).toBe('wrong-type');
    expect(readOne(makeQuestion({ type: 'date' }), pending, { allowPending: true })).toBe('bad-date');
  });

  it.each([
    { pending: 'transcription', evidence: 'x' },
    { pending: 'later', evidence },
    { ...pending, more: 1 },
    { ...pending, keyed: { a: 1 } },
    { ...pending, keyed: { 'a b': 'x' } },
  ])('is refused when it is %j', (raw) => {
    expect(readOne(makeQuestion({ type: 'text' }), raw, { allowPending: true })).toBe('wrong-type');
  });
});
