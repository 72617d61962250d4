import { writeDate } from '@guichet/catalogue';
import { formatReference, type Language } from '@guichet/kernel';

export interface ReturnedLetter {
  reference: string;
  /** The day it was posted, ISO; absent when it was not, since the one before came back. */
  postedOn?: string;
  /** What it said, where that may be said by another way. */
  said?: string;
}

/** Writes to a person, by another way, that a letter did not reach them. */
export function returnedWords({ reference, postedOn, said }: ReturnedLetter, language: Language): string {
  const number = formatReference(reference);
  const posted = postedOn === undefined ? undefined : writeDate(postedOn, language);
  if (language === 'fr')
    return [
      posted === undefined
        ? `Nous avons une lettre pour vous au sujet de votre demande ${number}, mais la précédente nous est revenue.`
        : `La lettre que nous vous avons postée le ${posted} au sujet de votre demande ${number} nous est revenue.`,
      ...(said === undefined ? [] : ['Voici ce qu’elle disait.', said]),
      said === undefined
        ? 'Pour savoir ce qu’elle dit et nous donner une adresse où vous écrire, appelez-nous ou passez au comptoir avec ce numéro.'
        : 'Pour la recevoir par la poste, appelez-nous ou passez au comptoir avec ce numéro et donnez-nous votre adresse.',
    ].join('\n\n');
  return [
    posted === undefined
      ? `We have a letter for you about your request ${number}, but the one before it was returned to us.`
      : `The letter we mailed to you on ${posted} about your request ${number} was returned to us.`,
    ...(said === undefined ? [] : ['This is what it said.', said]),
    said === undefined
      ? 'To find out what it says and give us an address where we can write to you, call us or come to a counter with this number.'
      : 'To receive it by mail, call us or come to a counter with this number and give us your address.',
  ].join('\n\n');
}
