import type { Language } from '@guichet/kernel';
import { phrases } from './phrases.ts';

/** What a phrase tells of a day. Shape: months from 1; days of the week from Monday 1. */
export type DateFact =
  | { kind: 'month'; month: number }
  | { kind: 'weekday'; weekday: number }
  /** Days from today. */
  | { kind: 'days'; days: number }
  /** Of this month, the next or the last: 0, 1, -1; of a year or a week alike. */
  | { kind: 'of-month' | 'of-year' | 'of-week'; shift: -1 | 0 | 1 }
  /** "Vendredi prochain", "le 3 mars dernier", "ce vendredi". */
  | { kind: 'which'; which: 'next' | 'last' | 'this' };

const months = {
  fr: [
    'janvier',
    'fevrier',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'aout',
    'septembre',
    'octobre',
    'novembre',
    'decembre',
  ],
  en: [
    'january',
    'february',
    'march',
    'april',
    'may',
    'june',
    'july',
    'august',
    'september',
    'october',
    'november',
    'december',
  ],
} as const;
const weekdays = {
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  en: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
} as const;

const dated: Record<Language, readonly (readonly [DateFact, ...string[]])[]> = {
  fr: [
    [{ kind: 'days', days: 0 }, 'aujourd hui'],
    [{ kind: 'days', days: 1 }, 'demain'],
    [{ kind: 'days', days: 2 }, 'apres demain'],
    [{ kind: 'days', days: -1 }, 'hier'],
    [{ kind: 'days', days: -2 }, 'avant hier'],
    [{ kind: 'of-month', shift: 1 }, 'du mois prochain', 'du prochain mois'],
    [{ kind: 'of-month', shift: 0 }, 'de ce mois', 'de ce mois ci', 'du mois courant', 'du mois'],
    [{ kind: 'of-month', shift: -1 }, 'du mois dernier', 'du mois passe'],
    [
      { kind: 'of-year', shift: 1 },
      'de l an prochain',
      'de l annee prochaine',
      'l an prochain',
      'l annee prochaine',
    ],
    [{ kind: 'of-year', shift: 0 }, 'de cette annee', 'cette annee', 'de l annee en cours'],
    [
      { kind: 'of-year', shift: -1 },
      'de l an dernier',
      'de l an passe',
      'l an dernier',
      'l an passe',
      'de l annee derniere',
    ],
    [{ kind: 'of-year', shift: -1 }, 'de l annee passee', 'l annee derniere', 'l annee passee'],
    [{ kind: 'of-week', shift: 1 }, 'de la semaine prochaine', 'la semaine prochaine'],
    [{ kind: 'of-week', shift: 0 }, 'de cette semaine', 'cette semaine'],
    [
      { kind: 'of-week', shift: -1 },
      'de la semaine derniere',
      'de la semaine passee',
      'la semaine derniere',
      'la semaine passee',
    ],
    [{ kind: 'which', which: 'next' }, 'prochain'],
    [{ kind: 'which', which: 'last' }, 'dernier', 'passe'],
    [{ kind: 'which', which: 'this' }, 'ce'],
  ],
  en: [
    [{ kind: 'days', days: 0 }, 'today'],
    [{ kind: 'days', days: 1 }, 'tomorrow'],
    [{ kind: 'days', days: 2 }, 'the day after tomorrow', 'day after tomorrow'],
    [{ kind: 'days', days: -1 }, 'yesterday'],
    [{ kind: 'days', days: -2 }, 'the day before yesterday', 'day before yesterday'],
    [{ kind: 'of-month', shift: 1 }, 'of next month', 'next month'],
    [{ kind: 'of-month', shift: 0 }, 'of this month', 'this month', 'of the month'],
    [{ kind: 'of-month', shift: -1 }, 'of last month', 'last month'],
    [{ kind: 'of-year', shift: 1 }, 'of next year', 'next year'],
    [{ kind: 'of-year', shift: 0 }, 'of this year', 'this year'],
    [{ kind: 'of-year', shift: -1 }, 'of last year', 'last year'],
    [{ kind: 'of-week', shift: 1 }, 'of next week', 'next week'],
    [{ kind: 'of-week', shift: 0 }, 'of this week', 'this week'],
    [{ kind: 'of-week', shift: -1 }, 'of last week', 'last week'],
    [{ kind: 'which', which: 'next' }, 'next'],
    [{ kind: 'which', which: 'last' }, 'last'],
    [{ kind: 'which', which: 'this' }, 'this'],
  ],
};

const facts: Record<Language, ReadonlyMap<string, DateFact>> = { fr: factsOf('fr'), en: factsOf('en') };

/** Finds what a phrase tells of a day. */
export function dateFact(phrase: string, language: Language): DateFact | undefined {
  return facts[language].get(phrase);
}

function factsOf(language: Language): Map<string, DateFact> {
  const known = new Map<string, DateFact>();
  months[language].forEach((word, at) => known.set(word, { kind: 'month', month: at + 1 }));
  weekdays[language].forEach((word, at) => known.set(word, { kind: 'weekday', weekday: at + 1 }));
  for (const [fact, ...said] of dated[language]) for (const phrase of said) known.set(phrase, fact);
  return known;
}

const ordinals: Record<Language, ReadonlyMap<string, number>> = {
  fr: new Map([['premier', 1]]),
  en: new Map(
    phrases(`
    first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth
    thirteenth, fourteenth, fifteenth, sixteenth, seventeenth, eighteenth, nineteenth, twentieth
    twenty first, twenty second, twenty third, twenty fourth, twenty fifth, twenty sixth
    twenty seventh, twenty eighth, twenty ninth, thirtieth, thirty first
  `).map((word, at) => [word, at + 1] as const),
  ),
};

/** Reads an ordinal day: `premier`, `twenty-first`, and `1 er`, `21 st` as a recogniser parts them. */
export function ordinalDay(phrase: string, language: Language): number | undefined {
  const written = (language === 'fr' ? /^(1) er$/ : /^(\d{1,2}) (?:st|nd|rd|th)$/).exec(phrase);
  return written ? Number(written[1]) : ordinals[language].get(phrase);
}
