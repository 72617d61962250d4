import type { Option } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { cardinalsAt } from './cardinal.ts';
import { fillersOf } from './fillers.ts';
import { phrases } from './phrases.ts';
import { plainWords } from './plain-words.ts';
import { type SpokenWord, spokenWords, withoutFillers } from './spoken-words.ts';

/** All the ways an option may be said in a language. */
export function optionPhrases(option: Option, language: Language): string[] {
  return [option.label[language], ...(option.spoken?.[language] ?? [])];
}

export interface HeardOption {
  option: Option;
  /** The option and nothing else was said: it may stand without being read back. */
  plain: boolean;
}

const articles = {
  fr: /^(?:(?:1|le|la|les|l|un|une|des|du|de la|de l|de|d|par|par la|par le|pour|a la|au|aux|en|dans) )+/,
  en: /^(?:(?:the|a|an|by|in|at|to|on|for|of) )+/,
};
const fillers = {
  fr: fillersOf(
    'fr',
    phrases(`
    je veux, je voudrais, j aimerais, je prends, je vais prendre, je choisis, je prefere
    j aime mieux, c est pour, c etait pour, plutot, c est plutot, moi c est, moi, mettons
    j appelle pour, faire, une demande pour, juste, une demande de, je vous appelle pour, obtenir
    avoir, pour, s il, option, l option, choix, je dirais, ca sera, ce
  `),
  ),
  en: fillersOf(
    'en',
    phrases(`
    i want, i d like, i would like, i ll take, i will take, i choose, i prefer, it s for, rather
    i am calling for, i m calling for, i am calling to, i want to, i would like to, i d like to
    a request for, get, option, just
  `),
  ),
};
/** Outside the name of an option they say that it is not the one. */
const denials = new Set(
  phrases(`
    pas, non, ni, jamais, aucun, aucune, sauf, sans, sais, ou, not, no, never, neither, nor, except
    without, don, doesn, isn, know, or
  `),
);

/**
 * Finds the one option whose label or synonym was said; undefined when none was, two were, or it was said with a denial.
 *
 * Guarantee: numbers are the same in words and in figures; the longer name wins over one that it holds (`chien guide`, `chien`),
 *   and is read back then.
 */
export function heardOption(
  options: readonly Option[],
  text: string,
  language: Language,
): HeardOption | undefined {
  const full = ` ${inFigures(spokenWords(text), language)} `;
  const bare = ` ${trimmed(inFigures(withoutFillers(spokenWords(text), fillers[language]), language), language)} `;
  const hits = options.flatMap((option) => {
    const phrases = sayings(option, language);
    if (phrases.some((phrase) => bare === ` ${phrase} ` || full === ` ${phrase} `))
      return [{ option, phrase: full.trim(), whole: true }];
    const held = phrases
      .filter((phrase) => full.includes(` ${phrase} `))
      .toSorted((a, b) => b.length - a.length);
    return held[0] === undefined ? [] : [{ option, phrase: held[0], whole: false }];
  });
  const whole = hits.filter((hit) => hit.whole);
  if (whole.length > 0)
    return whole.length === 1 && whole[0] ? { option: whole[0].option, plain: true } : undefined;
  const [longest, ...others] = hits.toSorted((a, b) => b.phrase.length - a.phrase.length);
  if (longest === undefined) return undefined;
  const rest = full.replace(` ${longest.phrase} `, ' | ');
  // What is left must hold no other option and no denial.
  if (others.some(({ phrase }) => rest.includes(` ${phrase} `) || phrase.length === longest.phrase.length))
    return undefined;
  if (others.some(({ phrase }) => !` ${longest.phrase} `.includes(` ${phrase} `))) return undefined;
  return rest.split(' ').some((word) => denials.has(word))
    ? undefined
    : { option: longest.option, plain: false };
}

/** Finds the one option that was said, alone or among other words. */
export function spokenChoice(
  options: readonly Option[],
  text: string,
  language: Language,
): Option | undefined {
  return heardOption(options, text, language)?.option;
}

/** Guarantee: holds phrases of definitions only, never what a caller said. */
const known: Record<Language, Map<string, readonly string[]>> = { fr: new Map(), en: new Map() };

function sayings(option: Option, language: Language): readonly string[] {
  return optionPhrases(option, language).flatMap((phrase) => sayingsOf(phrase, language));
}

/** A phrase in figures: also without its article, its note between brackets, and what follows a comma. */
function sayingsOf(phrase: string, language: Language): readonly string[] {
  const made = known[language].get(phrase);
  if (made !== undefined) return made;
  const open = phrase.replace(/\([^)]*\)/g, ' ');
  const [head = ''] = open.split(/[,;]/);
  const figures = [phrase, open, head].map((text) => inFigures(spokenWords(text), language));
  const all = new Set(figures.flatMap((text) => [text, trimmed(text, language)]));
  const list = [...all].filter((text) => text !== '');
  known[language].set(phrase, list);
  return list;
}

function trimmed(words: string, language: Language): string {
  return words.replace(articles[language], '');
}

/** Writes words with every cardinal in figures. */
function inFigures(words: readonly SpokenWord[], language: Language): string {
  const written: string[] = [];
  for (let at = 0; at < words.length; ) {
    const [number] = cardinalsAt(words, at, language);
    written.push(number === undefined ? plainWords(words[at]?.word ?? '') : String(number.value));
    at += number?.length ?? 1;
  }
  return written.filter((word) => word !== '').join(' ');
}
