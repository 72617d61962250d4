import type { Language } from '@guichet/kernel';
import { keyedPhone } from './keyed-phone.ts';
import { spokenDigits } from './spoken-digits.ts';

/** Reads a spoken telephone number of North America as E.164; undefined unless only one was said. */
export function spokenPhone(text: string, language: Language): string | undefined {
  const digits = spokenDigits(text, language, (read) => keyedPhone(read) !== undefined, 11);
  return digits === undefined ? undefined : keyedPhone(digits);
}
