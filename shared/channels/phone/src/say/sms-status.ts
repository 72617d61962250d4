import { formatReference, type Language } from '@guichet/kernel';
import { MessagingResponse } from '../provider.ts';
import type { FoundCase } from '../dialog/effects.ts';
import { sayDate } from '../words/say-date.ts';
import { wordsOf } from '../words/words-of.ts';

/** What is answered to who asks by text message where a request stands. */
export type SmsStatus =
  /** In the case's language. `today` is ISO. */
  | { kind: 'found'; reference: string; found: FoundCase; language: Language; today: string }
  /** Of a request not sent yet. */
  | { kind: 'draft'; number: string; site: string }
  | { kind: 'not-found' | 'too-many' | 'away' };

/**
 * Writes the answer, as TwiML.
 *
 * Guarantee: names neither the person nor the service, and says nothing of what was decided; what was wrong is not told apart.
 */
export function smsStatus(status: SmsStatus): string {
  const response = new MessagingResponse();
  response.message(textOf(status));
  return response.toString();
}

function textOf(status: SmsStatus): string {
  switch (status.kind) {
    case 'found':
      return foundText(status);
    case 'draft': {
      const link = `${status.site}/resume?n=${status.number}`;
      return `Cette demande n’est pas encore envoyée. Pour la continuer : ${link}. / This request is not sent yet. To go on with it: ${link}.`;
    }
    case 'too-many':
      return 'Trop d’essais pour ce numéro. Réessayez dans un quart d’heure. / Too many tries for this number. Try again in a quarter of an hour.';
    case 'away':
      return 'Désolé, notre système ne répond pas. Réessayez un peu plus tard. / Sorry, our system is not responding. Please try again a little later.';
    case 'not-found':
      return 'Nous ne trouvons pas de demande. Écrivez ETAT, les 10 chiffres de votre numéro de référence, puis les 6 chiffres de votre code de suivi. / We can’t find a request. Text STATUS, the 10 digits of your reference number, then the 6 digits of your follow-up code.';
  }
}

function foundText({ reference, found, language, today }: Extract<SmsStatus, { kind: 'found' }>): string {
  const words = wordsOf(language);
  const number = formatReference(reference);
  const head = language === 'fr' ? `Votre demande, dossier ${number}.` : `Your request, file ${number}.`;
  if (found.state === 'closed') {
    const told =
      language === 'fr'
        ? 'Notre réponse vous a été donnée de la façon que vous avez choisie.'
        : 'Our answer was given to you in the way you chose.';
    return `${head} ${words.foundClosed(sayDate(found.closedOn, language))} ${told}`;
  }
  const due = sayDate(found.dueOn, language);
  const promise = found.dueOn < today ? words.overdue(due) : words.due(due);
  return `${head} ${words.foundState[found.state]} ${promise}`;
}
