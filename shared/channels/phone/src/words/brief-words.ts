import type { Language } from '@guichet/kernel';
import { en } from './en.ts';
import { fr } from './fr.ts';
import type { Words } from './words.ts';

const french: Words = {
  ...fr,
  option: (label, key) => (key === 1 ? fr.option(label, key) : `${label} : le ${key}.`),
  more: "Pour d'autres choix, le 9.",
  pass: 'Pour passer cette question, le 8.',
  yesNo: 'Pour oui, faites le 1; pour non, le 2.',
  choicesRule: 'Répondez à chaque choix.',
  choicesEach: (label) => `${label}? Pour oui, faites le 1; pour non, le 2.`,
  scaleEnds: (min, low, max, high) => `Le ${min} : ${low}. Le ${max} : ${high}.`,
  rankingRule: (ranks, all) => {
    if (ranks === 1) return fr.rankingRule(ranks, all);
    return all ? "Classez tous les choix, le préféré d'abord." : `Donnez ${ranks} choix, le préféré d'abord.`;
  },
  dateWithoutYear: "D'ici un an, l'année n'est pas nécessaire.",
  identifierKeys: () => 'Composez les chiffres du numéro, puis le carré.',
  consent: 'Si vous acceptez, faites le 1; si vous refusez, le 2.',
};

const english: Words = {
  ...en,
  // A key said alone after a figure of the label would be one more figure.
  option: (label, key) => (key === 1 || /\d/.test(label) ? en.option(label, key) : `${label}: ${key}.`),
  more: 'For more choices, 9.',
  pass: 'To skip this question, 8.',
  yesNo: 'For yes, press 1; for no, 2.',
  choicesRule: 'Answer for each choice.',
  choicesEach: (label) => `${label}? For yes, press 1; for no, 2.`,
  scaleEnds: (min, low, max, high) => `${min}: ${low}. ${max}: ${high}.`,
  rankingRule: (ranks, all) => {
    if (ranks === 1) return en.rankingRule(ranks, all);
    return all
      ? 'Rank all the choices, the one you prefer first.'
      : `Give ${ranks} choices, the one you prefer first.`;
  },
  dateWithoutYear: 'Within a year from now, the year is not needed.',
  identifierKeys: () => 'Key the digits of the number, then press pound.',
  consent: 'If you agree, press 1; if you do not, 2.',
};

/**
 * Gives the words of a prompt heard for the first time: how to answer is said with the first choice, then each goal and its key.
 *
 * Guarantee: the goal stays before its key; whoever asks again, is not understood or has the slow line hears `wordsOf`.
 * Source: the reference on the telephone, at most 12 seconds a prompt
 */
export function briefWordsOf(language: Language): Words {
  return language === 'fr' ? french : english;
}
