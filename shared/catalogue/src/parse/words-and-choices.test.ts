import type { EvidenceId } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import { makeQuestion, readingTable, readOne, say } from './reading-table.ts';

const evidence = '0190163d-8694-739b-aea5-966c26f8ad91' as EvidenceId;

describe('no answer', () => {
  it.each([undefined, null, '', ' \u00a0\u200b', [], {}, { day: '', month: ' ' }, [[], '']])(
    '%j is no answer',
    (raw) => {
      expect(readOne(makeQuestion({ type: 'text' }), raw)).toBe('required');
      expect(readOne(makeQuestion({ type: 'text', required: false }), raw)).toBeUndefined();
    },
  );

  it('is a consent not given where the consent is optional', () => {
    expect(readOne(makeQuestion({ type: 'consent', statement: say, required: false }), undefined)).toBe(
      false,
    );
  });

  it('is an empty list only where a group may be empty and says so', () => {
    const group = { type: 'group', entry: say, min: 0, questions: [{ key: 'm', type: 'text', label: say }] };
    expect(readOne(makeQuestion(group), [])).toEqual([]);
    expect(readOne(makeQuestion(group), undefined)).toBe('required');
    expect(readOne(makeQuestion({ ...group, min: 1 }), [])).toBe('required');
  });
});

readingTable('text', { type: 'text', maxLength: 10 }, [
  ['  a\t b\n c ', 'a b c'],
  ['e\u0301te\u0301', 'été'],
  ['co\u00adop\u200b', 'coop'],
  ['\u{1f600}'.repeat(10), '\u{1f600}'.repeat(10)],
  ['12345678901', 'too-long'],
  ['a\u0000b', 'bad-characters'],
  ['a\u202eb', 'bad-characters'],
  ['a\ud800', 'bad-characters'],
  [12, 'wrong-type'],
  [['a'], 'wrong-type'],
  [{ pending: 'transcription', evidence }, 'wrong-type'],
]);

readingTable('long text', { type: 'long-text', maxLength: 20 }, [
  ['a  b \r\n\r\n\r\n\r\n c\u2028d ', 'a b\n\nc\nd'],
  ['a\u0007', 'bad-characters'],
  ['x'.repeat(21), 'too-long'],
]);

const options3 = ['a', 'b', 'c'].map((key) => ({ key, label: say }));
readingTable('choice', { type: 'choice', options: options3 }, [
  ['b', 'b'],
  [' b ', 'b'],
  ['B', 'not-an-option'],
  ['toString', 'not-an-option'],
  [1, 'wrong-type'],
]);

readingTable('choices', { type: 'choices', options: options3, min: 1, max: 2 }, [
  [
    ['c', 'a', 'c'],
    ['a', 'c'],
  ],
  ['b', ['b']],
  [['a', ''], ['a']],
  [['a', 'b', 'c'], 'too-many'],
  [['d'], 'not-an-option'],
  [[1], 'wrong-type'],
]);

readingTable('yes-no', { type: 'yes-no' }, [
  [true, true],
  [false, false],
  ['OUI', true],
  ['non', false],
  ['no', false],
  ['true', true],
  ['on', 'not-an-option'],
  [1, 'wrong-type'],
]);

readingTable('required consent', { type: 'consent', statement: say }, [
  ['on', true],
  ['yes', true],
  [false, 'not-consented'],
  ['non', 'not-consented'],
  [undefined, 'required'],
]);
