import type { Language } from '@guichet/kernel';
import type { PeopleNow } from '../dialog/move.ts';
import { sayDate } from './say-date.ts';
import { sayTime } from './say-time.ts';
import { wordsOf } from './words-of.ts';

/** Says that people are away, and from when they answer. */
export function closedWords(
  { opensOn, opensAt }: Extract<PeopleNow, { state: 'closed' }>,
  language: Language,
): string {
  const words = wordsOf(language);
  const opens =
    opensOn === undefined || opensAt === undefined
      ? undefined
      : words.opens(sayDate(opensOn, language), sayTime(opensAt, language));
  return words.closed(opens);
}
