import type { QuestionOf } from '@guichet/catalogue';
import { languages } from '@guichet/kernel';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyType } from '../../samples/every-type.ts';
import { shippedServices } from '../../samples/packs.ts';
import { entryOption } from '../menu/menu-entries.ts';
import { heardOption } from './spoken-choice.ts';
import { spokenDate } from './spoken-date.ts';
import { spokenDigits } from './spoken-digits.ts';
import { spokenKey } from './spoken-key.ts';
import { spokenMark } from './spoken-mark.ts';
import { spokenMoney } from './spoken-money.ts';
import { spokenNumber } from './spoken-number.ts';
import { spokenPhone } from './spoken-phone.ts';
import { spokenPostalCode } from './spoken-postal-code.ts';
import { spokenTime } from './spoken-time.ts';
import { heardYesNo } from './spoken-yes-no.ts';

const menu = shippedServices().map((service) => entryOption({ kind: 'service', service }));
const mark = everyType.question('opinion') as QuestionOf<'scale'>;
const times = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:30`);
const reading = { today: '2026-11-24', past: true };

describe.each(languages)('readers of speech, in %s', (language) => {
  const readers: Record<string, (text: string) => unknown> = {
    date: (text) => spokenDate(text, language, reading),
    digits: (text) => spokenDigits(text, language, () => true),
    key: (text) => spokenKey(text, language),
    mark: (text) => spokenMark(mark, text, language),
    money: (text) => spokenMoney(text, language),
    number: (text) => spokenNumber(text, language, { decimals: 2, about: ['personnes', 'people'] }),
    phone: (text) => spokenPhone(text, language),
    'postal code': (text) => spokenPostalCode(text, language),
    time: (text) => spokenTime(text, language, times),
    'yes or no': (text) => heardYesNo(text),
    option: (text) => heardOption(menu, text, language),
  };

  it.each(Object.keys(readers))('%s: any text is read or not, never an error', (name) => {
    const read = readers[name];
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 500 }), sayings(language)), (text) => {
        read?.(text);
      }),
      { numRuns: 400, seed: 4 },
    );
  });

  it.each(Object.keys(readers))('%s: the longest text a call takes is read in 5 ms', (name) => {
    const read = readers[name] ?? (() => undefined);
    for (const text of [...worst[language], ...fc.sample(sayings(language), { numRuns: 60, seed: 7 })]) {
      const long = text.repeat(Math.ceil(500 / Math.max(1, text.length))).slice(0, 500);
      expect(
        quickest(() => read(long)),
        `${name}: ${long.slice(0, 60)}`,
      ).toBeLessThan(5);
    }
  });
});

/** Words that numbers, dates and codes are made of, in any order. */
function sayings(language: 'fr' | 'en'): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...pieces[language]), { maxLength: 60 })
    .chain((words) => fc.constantFrom(' ', '-', ', ').map((between) => words.join(between).slice(0, 500)));
}

const pieces = {
  fr: 'un deux quatre vingt vingts dix huit soixante cent cents mille et zéro mars prochain le de la semaine prochaine dans jours lundi 1er 2027 418 0199 12,50 $ dollars sous G comme Georges R double vé heures demie moins quart pas oui non sais virgule'.split(
    ' ',
  ),
  en: 'one two twenty eight hundred thousand and a zero oh double triple March next the of last week in days ago Monday 1st 2027 418 0199 12.50 $ dollars cents G as in George R u half past nine thirty pm not yes no know point'.split(
    ' ',
  ),
};

const worst = {
  fr: [
    'quatre vingt dix ',
    'quatre-vingt-dix-',
    'cent mille ',
    'un ',
    '1 200 ',
    '1,',
    '1.1',
    'g un ',
    'et ',
    'é',
    ' ',
    'a',
  ],
  en: [
    'twenty one hundred ',
    'double ',
    'double two ',
    'a hundred and ',
    'one ',
    '1,200,',
    '1.1',
    'oh ',
    'and a ',
    ' ',
    'a',
  ],
};

/** The shortest of three runs: what else the machine does is not the reader's time. Unit: milliseconds. */
function quickest(run: () => unknown): number {
  const took = Array.from({ length: 3 }, () => {
    const from = performance.now();
    run();
    return performance.now() - from;
  });
  return Math.min(...took);
}
