import type { Language } from '@guichet/kernel';
import { wordsOf } from './words-of.ts';

/** Says an amount. Unit: cents of a Canadian dollar. */
export function sayMoney(cents: number, language: Language): string {
  const words = wordsOf(language);
  const whole = Math.abs(Math.round(cents));
  const said = words.money(Math.floor(whole / 100), whole % 100);
  return cents < 0 && whole > 0 ? words.minus(said) : said;
}
