import { describe, expect, it } from 'vitest';
import { typeset } from './typeset.ts';

const shown = (text: string) => typeset(text).replaceAll('\u00a0', '~');

describe('typeset', () => {
  it.each([
    ["l'heure d'été", 'l’heure d’été'],
    ['Exemple : 418 555-1234', 'Exemple~: 418~555-1234'],
    ['« Oui »', '«~Oui~»'],
    ['(180 000 $)', '(180~000~$)'],
    ['plus de 80 % du budget', 'plus de 80~% du budget'],
    ['a $30 fee', 'a $30 fee'],
    ['questions 4, 12', 'questions 4, 12'],
    ['12 ou 13 ans', '12 ou 13 ans'],
  ])('%s: no line end parts what belongs together', (text, set) => {
    expect(shown(text)).toBe(set);
  });

  it('a text set once is set', () => {
    const text = typeset("« L'aréna : 12 000 $ »");
    expect(typeset(text)).toBe(text);
  });
});
