import { writeDate } from '@guichet/catalogue';
import { formatReference, type Language } from '@guichet/kernel';

export interface MergedWords {
  reference: string;
  /** In the language of the words. */
  service: string;
  /** The case that answers for both, where it is the same person's: another's number is told to nobody. */
  first?: string;
  /** The day by which the first is decided, ISO. */
  dueOn: string;
}

/** Writes the words that tell a person that their request is worked on with another one. */
export function mergeWords({ reference, service, first, dueOn }: MergedWords, language: Language): string {
  const number = formatReference(reference);
  if (language === 'fr') {
    return [
      first === undefined
        ? `Une autre demande porte sur la même chose que votre demande ${number} (${service}) : nous les traitons ensemble et nous vous dirons ce qui est décidé.`
        : `Votre demande ${number} (${service}) fait double emploi avec votre demande ${formatReference(first)} : nous répondrons aux deux en même temps, sous ce dernier numéro.`,
      `Vous aurez une réponse au plus tard le ${writeDate(dueOn, 'fr')}, comme promis à la première demande.`,
    ].join('\n\n');
  }
  return [
    first === undefined
      ? `Another request is about the same thing as your request ${number} (${service}): we work on them together and will tell you what is decided.`
      : `Your request ${number} (${service}) repeats your request ${formatReference(first)}: we will answer both at once, under the latter number.`,
    `You will have an answer by ${writeDate(dueOn, 'en')} at the latest, as promised to the first request.`,
  ].join('\n\n');
}
