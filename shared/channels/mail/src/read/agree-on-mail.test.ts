import { expect, it } from 'vitest';
import { agreedMail } from './agree-on-mail.ts';

it.each([
  [
    'two networks alone',
    'a@exemple.qgc.ca',
    'a@excmple.qc.ca',
    'a@exemple.qgc.ca',
    'a@exemple.qgc.ca',
    false,
  ],
  ['two see the same', 'zoe@exemple.ca', 'zoe@exemple.ca', undefined, 'zoe@exemple.ca', true],
  [
    'the third sides with the second',
    'zoc@exemple.ca',
    'zoe@exemple.ca',
    'zoe@exemple.ca',
    'zoe@exemple.ca',
    true,
  ],
  [
    'a dot that one saw as a dash',
    'j-roy@exemple.ca',
    'j.roy@exemple.ca',
    'j.roy@exemple.ca',
    'j.roy@exemple.ca',
    false,
  ],
  [
    'a dash that the third saw as a dot',
    'j-roy@exemple.ca',
    'j-roy@exemple.ca',
    'j.roy@exemple.ca',
    'j-roy@exemple.ca',
    false,
  ],
  [
    'a dash that all see',
    'j-roy@exemple.ca',
    'j-roy@exemple.ca',
    'j-roy@exemple.ca',
    'j-roy@exemple.ca',
    true,
  ],
  ['three see three things', 'a@exemple.ca', 'b@exemple.ca', 'c@exemple.ca', 'a@exemple.ca', false],
  ['an l that may be a 1', 'lilil@exemple.ca', 'lilil@exemple.ca', undefined, 'lilil@exemple.ca', false],
  [
    'an l among figures',
    'zoe_l987@exemple.ca',
    'zoe_l987@exemple.ca',
    undefined,
    'zoe_l987@exemple.ca',
    false,
  ],
  ['a 1 that all see', 'lili1@exemple.ca', 'lili1@exemple.ca', undefined, 'lili1@exemple.ca', true],
  ['no address at all', 'zoeexemple.ca', 'zoeexemple.ca', undefined, 'zoeexemple.ca', false],
  ['nothing', '', '', undefined, '', false],
] as const)('an e-mail address, %s', (_, first, second, third, text, isSure) => {
  expect(agreedMail(first, second, third)).toEqual({ text, isSure });
});

it('what two networks saw is sure once the other reader sees it in a second look', () => {
  expect(agreedMail('zoe@exemple.ca', 'zoe@excmple.ca', 'zoe@exemple.ca', 'zoe@exemple.ca').isSure).toBe(
    true,
  );
  expect(agreedMail('zoe@exemple.ca', 'zoe@excmple.ca', 'zoe@exemple.ca', 'zoe@exomple.ca').isSure).toBe(
    false,
  );
});
