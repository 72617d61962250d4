import type { ChannelGap, WaitFigures } from '@guichet/casework';
import type { Channel } from '@guichet/kernel';
import { expect, it } from 'vitest';
import { gapWords } from './gap-words.ts';

const plain = (sentences: string[]) => sentences.map((text) => text.replaceAll(/[\u00a0\u202f]/g, ' '));
const waited = (count: number, median: number): WaitFigures => ({ count, median, ninth: median * 2 });
const nobody: WaitFigures = { count: 0, median: null, ninth: null };
const row = (
  channel: Channel,
  take: WaitFigures,
  close: WaitFigures,
  { kept = 0, missed = 0, waiting = { count: 0, median: null } as ChannelGap['waiting'] } = {},
): ChannelGap => ({ channel, take, waiting, close, kept, missed });

it('the slower doors are told apart from the quickest, slowest first, in days, hours or minutes', () => {
  const gap = [
    row('mail', waited(40, 3000), waited(12, 6600), { kept: 9, missed: 3 }),
    row('phone', waited(25, 90), waited(11, 6600), { kept: 11 }),
    row('web', waited(90, 60), waited(80, 5900), { kept: 80 }),
  ];
  expect(plain(gapWords(gap, 'fr'))).toEqual([
    'Par la poste, on attend 2 jours de plus que par Internet avant que quelqu’un prenne la demande en charge.',
    'Par téléphone, on attend 30 minutes de plus que par Internet avant que quelqu’un prenne la demande en charge.',
    'Par téléphone, on attend la décision 11,7 heures de plus que par Internet.',
    'Par la poste, on attend la décision 11,7 heures de plus que par Internet.',
    'Par la poste, 75 % des promesses sont tenues : 25 points de moins que par Internet.',
  ]);
  expect(plain(gapWords(gap, 'en'))[0]).toBe(
    'By post, people wait 2 days longer than by Internet before somebody takes their request.',
  );
});

it('a gap that a minute or chance makes is none', () => {
  const gap = [
    row('mail', waited(10, 61), waited(10, 6000), { kept: 8, missed: 2 }),
    row('phone', waited(10, 89), waited(10, 5900), { kept: 9, missed: 1 }),
    row('web', waited(10, 60), waited(10, 5900), { kept: 10 }),
  ];
  const said = [
    'Avant la prise en charge, pas d’écart mesurable : on n’attend pas plus longtemps à une porte qu’à une autre.',
    'Pour la décision, pas d’écart mesurable : on n’attend pas plus longtemps à une porte qu’à une autre.',
    'Promesses tenues : pas d’écart mesurable entre les portes.',
  ];
  expect(plain(gapWords(gap, 'fr'))).toEqual(said);
  const many = gap.map((one) => ({ ...one, kept: one.kept * 100, missed: one.missed * 100 }));
  expect(plain(gapWords(many, 'fr')).slice(2)).toEqual([
    'Par la poste, 80 % des promesses sont tenues : 20 points de moins que par Internet.',
    'Par téléphone, 90 % des promesses sont tenues : 10 points de moins que par Internet.',
  ]);
});

it('a door where many still wait is not compared by those few who were taken, and says how many wait', () => {
  const letters = row('mail', waited(12, 60), waited(12, 60), { waiting: { count: 500, median: 12_960 } });
  const web = row('web', waited(90, 60), waited(80, 60), { waiting: { count: 18, median: 30 } });
  const late =
    'Par la poste, 500 demandes attendent en ce moment d’être prises en charge, depuis 9 jours (médiane), pour 12 prises en charge : les attentes de cette porte ne se comparent pas.';
  expect(plain(gapWords([letters, web], 'fr'))).toEqual([late]);
  expect(plain(gapWords([letters, row('phone', waited(20, 70), nobody), web], 'fr'))).toEqual([
    late,
    'Prise en charge : pas d’écart mesurable entre les portes comparées.',
  ]);
  expect(plain(gapWords([{ ...letters, take: nobody }, web], 'fr'))[0]).toContain('pour 0 prise en charge');
});

it('of fewer than ten cases nothing is claimed', () => {
  const gap = [
    row('counter', waited(9, 9000), nobody),
    row('mail', waited(10, 600), waited(10, 900)),
    row('web', waited(10, 600), waited(9, 60)),
  ];
  expect(plain(gapWords(gap, 'fr'))).toEqual([
    'Prise en charge : pas d’écart mesurable entre les portes comparées.',
    'Prise en charge : moins de 10 dossiers au comptoir, trop peu pour comparer.',
    'Décision : il faut au moins 10 dossiers à deux portes pour comparer.',
  ]);
  expect(gapWords([], 'fr')).toEqual([]);
});
