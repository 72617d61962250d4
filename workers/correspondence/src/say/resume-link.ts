import type { TextToSay } from '@guichet/casework';
import { formatReference } from '@guichet/kernel';

/**
 * Writes the text message that leads to a draft.
 *
 * Guarantee: says nothing of the person or the service, and not the code: it was spoken, and opens nothing without being typed.
 */
export function resumeLink(
  { number, language }: Pick<TextToSay, 'number' | 'language'>,
  publicUrl: string,
  organisation: string,
): string {
  const link = `${publicUrl}/resume?n=${number}&lang=${language}`;
  return language === 'fr'
    ? `${organisation} : pour continuer votre demande, ${link} (numéro de reprise ${formatReference(number)}). Le code est celui que vous avez entendu. Pour ne plus recevoir de textos, répondez ARRET.`
    : `${organisation}: to go on with your request, ${link} (resume number ${formatReference(number)}). The code is the one you heard. To stop text messages, reply STOP.`;
}
