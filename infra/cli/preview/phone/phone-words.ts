import type { Language } from '@guichet/kernel';
import { typesetWords } from '@guichet/pages';
import { phoneWordsEn } from './phone-words.en.ts';
import { type PhoneWords, phoneWordsFr } from './phone-words.fr.ts';

/** The words of the trial telephone, in French first. */
export const phoneWords: Readonly<Record<Language, PhoneWords>> = {
  fr: typesetWords(phoneWordsFr),
  en: phoneWordsEn,
};
