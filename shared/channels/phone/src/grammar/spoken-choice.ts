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
  /** It was said alone, by a name of several words or by two of its names: one short word in a sentence may be about anything. */
  sure: boolean;
}

const articles = {
  fr: /^(?:(?:1|le|la|les|l|un|une|des|du|de la|de l|de|d|par|par la|par le|pour|a la|au|aux|en|dans) )+/,
  en: /^(?:(?:the|a|an|by|in|at|to|on|for|of) )+/,
};
const fillers = {
  fr: fillersOf(
    'fr',
    phrases(`
    je veux, je voudrais, enregistrer, inscrire, signaler, demander, payer, j ai,  j aimerais, je prends, je vais prendre, je choisis, je prefere
    j aime mieux, c est pour, c etait pour, plutot, c est plutot, moi c est, moi, mettons
    j appelle pour, faire, une demande pour, juste, une demande de, je vous appelle pour, obtenir
    avoir, pour, s il, option, l option, choix, je dirais, ca sera, ce
  `),
  ),
  en: fillersOf(
    'en',
    phrases(`
    i want, i d like, register, report, pay, i have, i would like, i ll take, i will take, i choose, i prefer, it s for, rather
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

/** Who says more than this names no option. */
const wordsMax = 60;

/** "C'est" holds the name of a sector, "est", that it does not mean. */
const pointing = { fr: { anywhere: new Set(['c est']) }, en: { anywhere: new Set<string>() } };

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
  const words = spokenWords(text);
  if (words.length > wordsMax) return undefined;
  const full = ` ${inFigures(withoutFillers(words, pointing[language]), language)} `;
  const bare = ` ${trimmed(inFigures(withoutFillers(words, { anywhere: fillers[language].anywhere }), language), language)} `;
  const hits = options.flatMap((option) => {
    const phrases = sayings(option, language);
    const held = phrases.filter((phrase) => full.includes(phrase) && full.includes(` ${phrase} `));
    const [longest = ''] = held.toSorted((a, b) => b.length - a.length);
    if (phrases.some((phrase) => full === ` ${phrase} `))
      return [{ option, held, phrase: full.trim(), whole: true, sure: true }];
    if (longest === '') return [];
    const others = held.some((phrase) => !longest.includes(phrase));
    const whole = phrases.includes(bare.trim());
    const phrase = whole && bare.length > longest.length ? bare.trim() : longest;
    return [{ option, held, phrase, whole, sure: whole || others || longest.includes(' ') }];
  });
  const [best, ...all] = hits.toSorted(
    (a, b) =>
      Number(b.phrase === full.trim()) - Number(a.phrase === full.trim()) ||
      b.phrase.length - a.phrase.length,
  );
  if (best === undefined) return undefined;
  // "Permis de rénovation" holds a name that other permits have too, and one that is its own: it says more than theirs.
  const others = all.filter(
    ({ held }) => held.length >= best.held.length || !held.every((phrase) => best.held.includes(phrase)),
  );
  const rest = full.replace(` ${best.phrase} `, ' | ');
  // The others may only be said within the name of the best: `chien` in `chien guide`.
  if (others.some(({ phrase }) => phrase === best.phrase || rest.includes(` ${phrase} `))) return undefined;
  if (others.some(({ phrase }) => !` ${best.phrase} `.includes(` ${phrase} `))) return undefined;
  if (rest.split(' ').some((word) => denials.has(word))) return undefined;
  const { option, whole: plain, sure } = best;
  return { option, plain, sure };
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
