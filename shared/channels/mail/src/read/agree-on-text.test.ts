import { describe, expect, it } from 'vitest';
import { agreedText } from './agree-on-text.ts';

const none = { least: 0, most: 0, pairs: 0 };
const ofI = { least: 1, most: 1, pairs: 0 };
const ofDiaeresis = { least: 2, most: 2, pairs: 1 };

describe('agreedText', () => {
  it.each([
    ['two readers of two kinds see the same', 'Lac', 'Lac', undefined, none, 'Lac', true],
    ['both lose a diaeresis that stands there', 'Loic', 'Loic', 'Loic', ofDiaeresis, 'Loic', false],
    ['a broken stroke looks like a mark', 'Zhang', 'Zhang', undefined, ofI, 'Zhang', true],
    ['they differ and nobody else was asked', 'Huot', 'Huet', undefined, none, 'Huot', false],
    ['they differ and a third sees what the first saw', 'Huot', 'Huet', 'Huot', none, 'Huot', true],
    ['they differ and a third sees something else', 'Huot', 'Huet', 'Hunt', none, 'Huot', false],
    ['the third sees what the second saw: it is offered', 'The 1s', 'The is', 'The is', ofI, 'The is', false],
    ['a lost accent is offered back when the ink has it', 'Loic', 'Loïc', 'Loic', ofDiaeresis, 'Loïc', false],
    [
      'an accent that the ink bears out',
      'Éloïse',
      'Eloïse',
      'Eloise',
      { least: 3, most: 3, pairs: 1 },
      'Éloïse',
      true,
    ],
    ['a grave for an acute leaves the ink as it is', 'Érables', 'Èrables', 'Erables', ofI, 'Érables', false],
    ['a made-up accent is not taken from one reader', 'Zoé', 'Zoe', 'Zoe', none, 'Zoe', false],
    [
      'each word has its own witness',
      'rue Huot, 12B',
      'rue Huet, 12B',
      'rve Huot, 128',
      none,
      'rue Huot, 12B',
      true,
    ],
    [
      'a word that nobody else saw',
      'rue Huot, 12B',
      'rue Huet, 128',
      'rve Huot, 128',
      none,
      'rue Huot, 12B',
      false,
    ],
    [
      'a figure that both networks take for a word they know',
      '9994, de Avenue',
      '9994. 4e Avenue',
      '9994. de Avenue',
      none,
      '9994, de Avenue',
      false,
    ],
    ['a faint comma is a full stop to others', '12, rue', '12. rue', undefined, none, '12, rue', true],
    ['a full stop is no comma', '12. rue', '12, rue', '12, rue', none, '12, rue', false],
    [
      'a small letter shaped like its capital',
      'côté',
      'Côté',
      'coté',
      { least: 2, most: 3, pairs: 0 },
      'Côté',
      false,
    ],
    [
      'the English reader takes l for 1 before an apostrophe',
      "à l'eau",
      "à 1'enu",
      "a 1'eau",
      ofI,
      "à l'eau",
      true,
    ],
    [
      'a circumflex for a diaeresis whose two dots stand in the ink',
      'Éloïse',
      'Éloîse',
      'Eloise',
      { least: 3, most: 4, pairs: 1 },
      'Éloïse',
      true,
    ],
    ['a speck above no letter of a word whose accents two saw', 'Jean', 'Jeun', 'Jean', ofI, 'Jean', true],
    ['a speck and a word whose accents one saw', 'Jean', 'Jeunn', 'Jean', ofI, 'Jean', false],
    [
      'strokes that nobody writes, where two others see a figure',
      'le |, 4e',
      'le 1, 4e',
      'le 1, 4e',
      none,
      'le 1, 4e',
      true,
    ],
    [
      'strokes that nobody writes, where two others differ',
      'le |, 4e',
      'le 1, 4e',
      'le l, 4e',
      none,
      'le |, 4e',
      false,
    ],
    [
      'a word that a reader saw beside the others, and nobody else',
      'rue Huot',
      'rue du Huot',
      'rue Huot',
      none,
      'rue Huot',
      true,
    ],
    [
      'a word that two readers saw beside the others',
      'rue Huot',
      'rue du Huot',
      'rue du Huot',
      none,
      'rue du Huot',
      false,
    ],
    [
      'two networks see an f where the other sees an accent',
      'des frables',
      'des ârables',
      'des frables',
      none,
      'des frables',
      false,
    ],
    [
      'a number beside a speck',
      '5511, rue Lac',
      '551 1. rue Lac',
      '5511, rue Lac',
      ofI,
      '5511, rue Lac',
      true,
    ],
    ['nothing is never sure', '', '', '', none, '', false],
  ] as const)('%s', (_, network, shapes, other, marks, text, isSure) => {
    const votes = { network, shapes, marks, ...(other === undefined ? {} : { other }) };
    expect(agreedText(votes)).toEqual({ text, isSure });
  });

  it('among many letters the marks are not asked, and accents need the other French reader', () => {
    const votes = { network: 'près du lac', shapes: 'près du luc', other: 'pres du lac', marks: undefined };
    expect(agreedText(votes).isSure).toBe(true);
    expect(agreedText({ ...votes, shapes: 'pres du luc' }).isSure).toBe(false);
  });
});
