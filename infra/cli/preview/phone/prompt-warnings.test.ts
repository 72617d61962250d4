import { expect, it } from 'vitest';
import { onlyQuestion } from '../../../../shared/channels/phone/samples/ask-one.ts';
import { promptWarnings } from './prompt-warnings.ts';
import { speechSeconds } from './speech-seconds.ts';

const choices = onlyQuestion('kind').question('kind');

it('150 words take a minute, more in slow mode; signs alone take no time', () => {
  const text = Array.from({ length: 150 }, () => 'mot').join(' ');
  expect(speechSeconds(text, false)).toBe(60);
  expect(speechSeconds(text, true)).toBeCloseTo(70.6, 1);
  expect(speechSeconds('4 1 8, 5 5 5 : – …', false)).toBe(
    speechSeconds('un deux trois quatre cinq six', false),
  );
});

it('a prompt past 12 seconds and a question of more than five options are told, and no other', () => {
  expect(promptWarnings(12, undefined)).toEqual([]);
  expect(promptWarnings(12.6, undefined)).toEqual([{ kind: 'long-prompt', seconds: 13 }]);
  if (choices?.type !== 'choice') throw new Error('not a choice');
  const [option] = choices.options;
  if (!option) throw new Error('no option');
  const of = (count: number) => ({ ...choices, options: Array.from({ length: count }, () => option) });
  expect(promptWarnings(0, of(5))).toEqual([]);
  expect(promptWarnings(0, of(6))).toEqual([{ kind: 'many-options', count: 6 }]);
});
