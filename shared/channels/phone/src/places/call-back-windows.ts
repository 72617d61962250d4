import type { Language } from '@guichet/kernel';
import type { CallBackWindow } from '../dialog/effects.ts';
import type { CallDeps } from '../dialog/move.ts';
import { sayDate } from '../words/say-date.ts';
import { wordsOf } from '../words/words-of.ts';

/** The half days offered to who is called back; none where the desk names no days. */
export function callBackWindows({ callBackDays = [] }: CallDeps): CallBackWindow[] {
  return callBackDays
    .slice(0, 2)
    .flatMap((day) => (['morning', 'afternoon'] as const).map((part) => ({ day, part })));
}

/** Says a half day: `mercredi 25 novembre 2026, en avant-midi`. */
export function sayWindow({ day, part }: CallBackWindow, language: Language): string {
  return wordsOf(language).halfDay(sayDate(day, language), part);
}
