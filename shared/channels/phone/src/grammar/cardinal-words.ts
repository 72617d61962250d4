import type { Language } from '@guichet/kernel';
import { phrases } from './phrases.ts';

const units = {
  fr: ['', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'],
  en: ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'],
} as const;
const teens = {
  fr: phrases(`
    dix, onze, douze, treize, quatorze, quinze, seize, dix sept, dix huit, dix neuf
  `),
  en: phrases(`
    ten, eleven, twelve, thirteen, fourteen, fifteen, sixteen, seventeen, eighteen, nineteen
  `),
} as const;

/** The ways of saying 1 to 99, without hyphens. Those heard in Québec are among them: `vingt-un`, `soixante et dix`. */
export const below100: Record<Language, ReadonlyMap<string, number>> = { fr: french(), en: english() };

function french(): Map<string, number> {
  const said = new Map<string, number>();
  const say = (words: string, value: number) => said.set(words, value);
  for (let unit = 1; unit <= 9; unit += 1) say(units.fr[unit] ?? '', unit);
  teens.fr.forEach((word, teen) => say(word, 10 + teen));
  say('une', 1);
  for (const [word, tens] of [
    ['vingt', 20],
    ['trente', 30],
    ['quarante', 40],
    ['cinquante', 50],
    ['soixante', 60],
  ] as const) {
    say(word, tens);
    for (let unit = 1; unit <= 9; unit += 1) say(`${word} ${units.fr[unit] ?? ''}`, tens + unit);
    for (const one of ['un', 'une']) for (const and of ['et ', '']) say(`${word} ${and}${one}`, tens + 1);
  }
  teens.fr.forEach((word, teen) => {
    say(`soixante ${word}`, 70 + teen);
    say(`quatre vingt ${word}`, 90 + teen);
  });
  say('soixante et onze', 71);
  say('soixante et dix', 70);
  say('quatre vingt', 80);
  say('quatre vingts', 80);
  for (let unit = 1; unit <= 9; unit += 1) say(`quatre vingt ${units.fr[unit] ?? ''}`, 80 + unit);
  say('quatre vingt une', 81);
  return said;
}

function english(): Map<string, number> {
  const said = new Map<string, number>();
  for (let unit = 1; unit <= 9; unit += 1) said.set(units.en[unit] ?? '', unit);
  teens.en.forEach((word, teen) => said.set(word, 10 + teen));
  const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
  tens.forEach((word, at) => {
    const value = 20 + 10 * at;
    said.set(word, value);
    for (let unit = 1; unit <= 9; unit += 1) said.set(`${word} ${units.en[unit] ?? ''}`, value + unit);
  });
  return said;
}
