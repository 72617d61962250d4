import { readPostalCode } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { below100 } from './cardinal-words.ts';
import { fillersOf } from './fillers.ts';
import { letterNames, radioLetters } from './letter-names.ts';
import { spokenWords, withoutFillers, wordsText } from './spoken-words.ts';

const fillers = {
  fr: fillersOf('fr', [
    'code',
    'postal',
    'code postal',
    'puis',
    'ensuite',
    'espace',
    'tiret',
    'majuscule',
    'lettre',
    'la lettre',
    'le chiffre',
    'chiffre',
  ]),
  en: fillersOf('en', [
    'code',
    'postal',
    'postal code',
    'then',
    'space',
    'dash',
    'capital',
    'letter',
    'digit',
  ]),
};
/** In a code they are letters or part of one, never a hesitation. */
const neverFillers = new Set(['euh', 'er', 'la', 'le', 'les', 'ma', 'mon', 'est', 'is', 'ca']);
const likeWords = { fr: ['comme dans', 'comme', 'pour'], en: ['as in', 'like in', 'like', 'for'] };
const names: Record<Language, ReadonlyMap<string, string>> = { fr: namesOf('fr'), en: namesOf('en') };

/**
 * Reads a spoken postal code as `G1R 4S9`: letters by themselves, by their names (`gé un erre`), by a word
 * (`G comme Georges`) or by the radio alphabet.
 *
 * Guarantee: every word counts; a word that does not start with its letter (`J comme Georges`) leaves no code.
 */
export function spokenPostalCode(text: string, language: Language): string | undefined {
  const anywhere = new Set([...fillers[language].anywhere].filter((filler) => !neverFillers.has(filler)));
  const words = withoutFillers(spokenWords(afterOpening(text)), { anywhere });
  let code = '';
  for (let at = 0; at < words.length; ) {
    if (code.length >= 6) return undefined;
    const character = characterAt(
      wordsText(words, at, at + 2),
      words[at]?.word ?? '',
      code.length % 2 === 0,
      language,
    );
    if (character === undefined) return undefined;
    at += character.length;
    code += character.text;
    if (code.length % 2 === 0) continue;
    const like = likeWords[language].find(
      (phrase) => wordsText(words, at, at + phrase.split(' ').length) === phrase,
    );
    const named = like === undefined ? undefined : words[at + like.split(' ').length]?.word;
    if (like === undefined || named === undefined || !/^[a-z]{2}/.test(named)) continue;
    if (!startsWith(named, character.text)) return undefined;
    at += like.split(' ').length + 1;
  }
  return readPostalCode(code);
}

const opening =
  /^[\s,:]*(?:euh|oui|yes|c['’ ]est|mon|my|le|the|it is|it['’]s|code postal|postal code|est|is|uh)(?![a-z0-9])/i;

/** Words before a code that would be taken for its letters: `c'est`, `mon code postal est le`. */
function afterOpening(text: string): string {
  let rest = text;
  for (let cut = 0; cut < 6 && opening.test(rest); cut += 1) rest = rest.replace(opening, '');
  return rest;
}

function characterAt(
  two: string,
  word: string,
  letter: boolean,
  language: Language,
): { text: string; length: number } | undefined {
  if (!letter) {
    if (/^\d$/.test(word)) return { text: word, length: 1 };
    const digit = word === 'zero' || (language === 'en' && word === 'oh') ? 0 : below100[language].get(word);
    return digit === undefined || digit > 9 ? undefined : { text: String(digit), length: 1 };
  }
  const double = names[language].get(two);
  if (double !== undefined && two.includes(' ')) return { text: double, length: 2 };
  const text = /^[a-z]$/.test(word) ? word : (names[language].get(word) ?? radioLetters[word]);
  return text === undefined ? undefined : { text, length: 1 };
}

/** "K comme quand" is a slip of spelling and not of hearing, yet it is asked again rather than guessed. */
function startsWith(word: string, letter: string): boolean {
  return word.startsWith(letter);
}

function namesOf(language: Language): Map<string, string> {
  return new Map(
    Object.entries(letterNames[language]).flatMap(([letter, said]) =>
      said.map((name) => [name, letter] as const),
    ),
  );
}

/** Words the recogniser should expect for a postal code. */
export const postalHints = {
  fr: [
    '$OOV_CLASS_POSTALCODE',
    'G 1 R 4 S 9',
    'H 2 X 1 Y 4',
    'J 4 K 5 G 4',
    'G comme Georges',
    'H comme Hélène',
    'J comme Jacques',
  ],
  en: [
    '$OOV_CLASS_POSTALCODE',
    'G 1 R 4 S 9',
    'H 2 X 1 Y 4',
    'J 4 K 5 G 4',
    'G as in George',
    'H as in Henry',
    'J as in John',
  ],
} as const;
