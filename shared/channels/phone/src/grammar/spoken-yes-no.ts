import { plainWords } from './plain-words.ts';

const no = /\b(non|no|nope|not|pas|jamais|aucunement|negatif|negative|incorrect)\b/;
const yes =
  /\b(oui|ouais|ouin|mets en|certain|certainement|exact|exactement|correct|c est ca|c est bon|daccord|d accord|ok|okay|yes|yeah|yep|yup|sure|right|that s it)\b/;

/**
 * Reads a spoken yes or no; undefined when it is neither.
 *
 * Guarantee: a negation wins, so that "c'est pas ça" is never a yes.
 */
export function spokenYesNo(text: string): boolean | undefined {
  const words = plainWords(text);
  if (no.test(words)) return false;
  return yes.test(words) ? true : undefined;
}

/** Words the recogniser should expect for a yes or no. */
export const yesNoHints = {
  fr: ['oui', 'non', 'ouais', "c'est ça", 'exact'],
  en: ['yes', 'no', 'yeah', 'that is right', 'correct'],
} as const;
