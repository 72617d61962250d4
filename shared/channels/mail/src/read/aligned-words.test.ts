import { expect, it } from 'vitest';
import { alignedWords } from './aligned-words.ts';

const isSame = (word: string, seen: string) => word === seen;

it.each([
  ['as many words stand in their order', 'rue du Lac', 'rve du Lac', 'rve du Lac'],
  [
    'two words run together have no counterpart, all others have',
    'voie de droite, juste après',
    'voie de dr0itc.juslc après',
    'voie de - - après',
  ],
  ['a word more shifts nothing after it', 'Il va à Lac', 'Il va à . Lac', 'Il va à Lac'],
  ['between words that both have, as many stand in their order', 'a b c d e', 'a x c e', 'a x c - e'],
  [
    'one word read as two is put together',
    'Devant le 5511, rue',
    'Devant le 551 1, rue',
    'Devant le 5511, rue',
  ],
  ['nothing alike gives no counterpart', 'a b', 'x y z', '- -'],
])('%s', (_, mine, theirs, aligned) => {
  const found = alignedWords(mine.split(' '), theirs.split(' '), isSame);
  expect(found.map((word) => word ?? '-').join(' ')).toBe(aligned);
});
