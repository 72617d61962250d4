import type { Language } from '@guichet/kernel';
import { digitReadings } from './digit-readings.ts';
import { fillersOf } from './fillers.ts';
import { phrases } from './phrases.ts';
import { spokenWords, withoutFillers } from './spoken-words.ts';

const fillers = {
  fr: fillersOf(
    'fr',
    phrases(`
    numero, le numero, mon numero, numero de telephone, telephone, cellulaire, cell, maison, bureau
    code, regional, indicatif, indicatif regional, au, plus, mon numero de telephone, le numero de telephone, puis, pis, ensuite, apres, apres ca
    tiret, espace, trait d union, dossier, reference, numero de dossier, numero de reference, carte
    neq, bac, matricule, vous pouvez me rappeler au, rappelez moi au, appelez moi au, l, du, dieze
    carre
  `),
  ),
  en: fillersOf(
    'en',
    phrases(`
    number, phone, phone number, telephone, cell, home, office, area, code, area code, at, plus
    then, dash, space, hyphen, file, reference, card, bin, call me at, you can reach me at, pound
    of
  `),
  ),
};

/**
 * Reads digits said one by one, by pairs or by groups: `quatre un huit`, `quatre cent dix-huit`, `418 555-0199`.
 *
 * Guarantee: of the readings that `accepts` takes, the only one of the fewest digits, which is how numbers are said;
 *   undefined when two are left.
 */
export function spokenDigits(
  text: string,
  language: Language,
  accepts: (digits: string) => boolean,
  digitsMax = 40,
): string | undefined {
  const words = withoutFillers(spokenWords(text), fillers[language]);
  const readings = digitReadings(words, language);
  if (readings === undefined) return undefined;
  for (let total = readings.fewest; total <= digitsMax; total += 1) {
    const read = readings.ofLength(total);
    if (read === undefined) return undefined;
    const taken = read.filter(accepts);
    if (taken.length > 0) return taken.length === 1 ? taken[0] : undefined;
  }
  return undefined;
}

/** Words the recogniser should expect for digits. Source: Twilio docs, Gather, hints */
export const digitHints = {
  fr: [
    '$OOV_CLASS_DIGIT_SEQUENCE',
    'zéro',
    'un',
    'deux',
    'trois',
    'quatre',
    'cinq',
    'six',
    'sept',
    'huit',
    'neuf',
  ],
  en: [
    '$OOV_CLASS_DIGIT_SEQUENCE',
    'zero',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
  ],
} as const;
