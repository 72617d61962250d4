import { describe, expect, it } from 'vitest';
import { typesetFrench } from './typeset-french.ts';
import { words } from './words.ts';

type Leaf = string | ((...args: never[]) => string);

/** Lists every word with its path. */
function leaves(node: object, path: string[] = []): [string, Leaf][] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]): [string, Leaf][] => {
    if (typeof value === 'string' || typeof value === 'function')
      return [[[...path, key].join('.'), value as Leaf]];
    return typeof value === 'object' && value !== null ? leaves(value, [...path, key]) : [];
  });
}

/** Says a word, with parameters of any kind where it takes some. */
function said(leaf: Leaf): string {
  return typeof leaf === 'string' ? leaf : leaf(...([{ megabytesMax: 25, pagesMax: 200 }, 2, 3] as never[]));
}

const french = leaves(words('fr'));
const english = leaves(words('en'));

describe('words', () => {
  it('both languages say the same things', () => {
    expect(english.map(([path]) => path)).toEqual(french.map(([path]) => path));
  });

  it('no word is empty', () => {
    for (const [path, leaf] of [...french, ...english]) expect(said(leaf).trim(), path).not.toBe('');
  });

  it('French sets no-break spaces at its punctuation, and none before ; ! ?', () => {
    for (const [path, leaf] of french) {
      expect(said(leaf), path).not.toMatch(/ [:»%$]|\s[;!?]|« | {2}/);
      expect(said(leaf), path).not.toMatch(/\w[:»](?=\s|$)|«\w/);
    }
  });

  it('French writes the typographic apostrophe', () => {
    for (const [path, leaf] of french) expect(said(leaf), path).not.toMatch(/\p{L}'\p{L}/u);
  });

  it('French says what Québec says', () => {
    for (const [path, leaf] of french)
      expect(said(leaf), path).not.toMatch(/\b(e-?mail|mail|SMS|week-end|parking)\b/i);
  });
});

describe('typesetFrench', () => {
  it.each([
    ['Quoi ?', 'Quoi?'],
    ['Un\u202f! Deux\u00a0; trois', 'Un! Deux; trois'],
    ['une clé ?x=1', 'une clé ?x=1'],
    ['Note : oui', 'Note\u00a0: oui'],
    ['« mot »', '«\u00a0mot\u00a0»'],
    ['25 $ et 5 %', '25\u00a0$ et 5\u00a0%'],
    ['1 234 567', '1\u00a0234\u00a0567'],
    ['12:30', '12:30'],
  ])('%s', (plain, set) => {
    expect(typesetFrench(plain)).toBe(set);
    expect(typesetFrench(set)).toBe(set);
  });
});
