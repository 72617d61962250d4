import { readFileSync, statSync } from 'node:fs';
import type { Bilingual } from '@guichet/kernel';
import type { YamlWords } from './yaml-words.ts';

const words = (message: Bilingual, suggestion: Bilingual): YamlWords => ({ message, suggestion });

/** Reads a text file of at most so many bytes, or says why it can’t be read. Guarantee: never throws, never guesses letters. */
export function readText(
  path: string,
  bytesMax: number,
): { ok: true; text: string } | { ok: false; problem: YamlWords } {
  try {
    if (statSync(path).size > bytesMax) return { ok: false, problem: tooLarge(bytesMax) };
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)) };
  } catch (error) {
    return { ok: false, problem: error instanceof TypeError ? notUtf8 : unreadable };
  }
}

/** Says that a file holds more than may be read. */
export function tooLarge(bytesMax: number): YamlWords {
  const kilobytes = bytesMax / 1024;
  const [fr, en] =
    kilobytes < 1024
      ? [`${kilobytes} ko`, `${kilobytes} kB`]
      : [`${kilobytes / 1024} Mo`, `${kilobytes / 1024} MB`];
  return words(
    { fr: `le fichier dépasse ${fr}`, en: `the file is larger than ${en}` },
    { fr: 'raccourcissez-le ou faites-en deux', en: 'shorten it, or make two of it' },
  );
}

const notUtf8 = words(
  { fr: 'le fichier n’est pas en UTF-8', en: 'the file is not in UTF-8' },
  {
    fr: 'enregistrez-le en UTF-8 dans votre éditeur',
    en: 'save it as UTF-8 in your editor',
  },
);

const unreadable = words(
  { fr: 'le fichier ne peut pas être lu', en: 'the file can’t be read' },
  {
    fr: 'voyez s’il existe et si vous avez le droit de le lire',
    en: 'see whether it is there and you may read it',
  },
);
