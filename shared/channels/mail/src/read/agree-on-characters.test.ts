import { expect, it } from 'vitest';
import { agreedCharacters } from './agree-on-characters.ts';

const alone = (characters: string, odds: number) => [...characters].map((character) => ({ character, odds }));

it.each([
  ['a box and a line see the same', alone('17', 0.9), ['17'], '17', true],
  ['they differ and no other line was read', alone('17', 0.9), ['11'], '17', false],
  [
    'they differ and a second line sees what the box’s reader saw',
    alone('17', 0.9),
    ['11', '17'],
    '17',
    true,
  ],
  ['two lines agree against a box that is sure', alone('17', 0.9), ['11', '11'], '11', false],
  ['two lines agree and the box is not sure', alone('17', 0.4), ['11', '11'], '11', true],
  ['one line alone agrees with a box that is not sure', alone('17', 0.4), ['17'], '17', false],
  ['two lines agree with a box that is not sure', alone('17', 0.4), ['17', '17'], '17', true],
  [
    'a line that saw another number of characters says nothing',
    alone('17', 0.9),
    [undefined, '17'],
    '17',
    true,
  ],
  [
    'no line saw as many characters as there are boxes',
    alone('17', 0.9),
    [undefined, undefined],
    '17',
    false,
  ],
] as const)('%s', (_, boxes, lines, letters, isSure) => {
  expect(agreedCharacters({ alone: boxes, lines })).toEqual({ letters: [...letters], isSure });
});
