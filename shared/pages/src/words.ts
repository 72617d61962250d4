import type { Language } from '@guichet/kernel';
import { english } from './words.en.ts';
import { french } from './words.fr.ts';

export type Words = typeof french;

/** Gives all words of the product in one language. */
export function words(language: Language): Words {
  return language === 'en' ? english : french;
}
