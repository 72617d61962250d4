import { expect, it } from 'vitest';
import { matchPage, wordsToFind } from './match-words.ts';

const line = (text: string, row = 0) => ({
  paragraph: row,
  words: text
    .split(' ')
    .map((word, at) => ({ text: word, confidence: 0.9, x: at * 100, y: row * 40, width: 90, height: 30 })),
});
const page = [line('Rue des Érables, à l’angle'), line('Le nid-de-poule est DANGEREUX', 1)];
const found = (typed: string) => matchPage(page, wordsToFind(typed));

it.each([
  ['erables', 1],
  ['ÉRABLE', 1],
  ['dangereux rue', 2],
  ['nid de poule', 1],
  ['poule', 1],
  ['angle', 1],
  // Short words are whole; a word inside another is none.
  ['ru', 0],
  ['rables', 0],
  ['érables hiver', 0],
  ['', 0],
  ['!? -', 0],
])('finds « %s » in %i places', (typed, places) => {
  expect(found(typed)?.spots.length ?? 0).toBe(places);
});

it('gives the line of the first word found, and where each stands', () => {
  expect(found('dangereux')).toEqual({
    spots: [{ x: 300, y: 40, width: 90, height: 30 }],
    excerpt: 'Le nid-de-poule est DANGEREUX',
  });
});
