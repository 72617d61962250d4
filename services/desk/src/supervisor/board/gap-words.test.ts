import type { ChannelGap, WaitFigures } from '@guichet/casework';
import type { Channel } from '@guichet/kernel';
import { expect, it } from 'vitest';
import { gapWords } from './gap-words.ts';

const plain = (sentences: string[]) => sentences.map((text) => text.replaceAll(/[\u00a0\u202f]/g, ' '));
const waited = (count: number, median: number): WaitFigures => ({ count, median, ninth: median * 2 });
const nobody: WaitFigures = { count: 0, median: null, ninth: null };
const row = (channel: Channel, take: WaitFigures, close: WaitFigures, kept = 0, missed = 0): ChannelGap => ({
  channel,
  take,
  close,
  kept,
  missed,
});

it('the slower doors are told apart from the quickest, slowest first, in days, hours or minutes', () => {
  const gap = [
    row('mail', waited(40, 3000), waited(12, 6000), 9, 3),
    row('phone', waited(25, 450), waited(11, 6000), 11, 0),
    row('web', waited(90, 420), waited(80, 5900), 80, 0),
  ];
  expect(plain(gapWords(gap, 'fr'))).toEqual([
    'Par la poste, on attend 1,8 jour de plus que par Internet avant que quelqu’un prenne la demande en charge.',
    'Par téléphone, on attend 30 minutes de plus que par Internet avant que quelqu’un prenne la demande en charge.',
    'Par téléphone, on attend la décision 1,7 heure de plus que par Internet.',
    'Par la poste, on attend la décision 1,7 heure de plus que par Internet.',
    'Par la poste, 75 % des promesses sont tenues : 25 points de moins que par Internet.',
  ]);
  expect(plain(gapWords(gap, 'en'))[0]).toBe(
    'By post, people wait 1.8 days longer than by Internet before somebody takes their request.',
  );
});

it('of fewer than ten cases nothing is claimed', () => {
  const gap = [
    row('counter', waited(9, 9000), nobody),
    row('mail', waited(10, 600), waited(10, 900)),
    row('web', waited(10, 600), waited(9, 60)),
  ];
  expect(plain(gapWords(gap, 'fr'))).toEqual([
    'Avant la prise en charge, aucune porte n’attend plus qu’une autre.',
    'Prise en charge : moins de 10 cas au comptoir, trop peu pour comparer.',
    'Décision : il faut au moins 10 cas à deux portes pour comparer.',
  ]);
  expect(gapWords([], 'fr')).toEqual([]);
});
