import { type ReplyWay, writeDate } from '@guichet/catalogue';
import { type Bilingual, formatReference, type Language } from '@guichet/kernel';

export interface Acknowledged {
  reference: string;
  service: Bilingual;
  /** What happens next, from the definition. */
  next: Bilingual;
  /** The day by which the decision is promised, ISO. */
  dueOn: string;
  way: ReplyWay;
  statusCode: string;
}

/** Ways that leave our hands sealed, or are handed over in person: only there may the code stand beside the reference. */
const confidential: readonly ReplyWay[] = ['letter', 'pickup'];

/**
 * Writes the words that tell a person their request was received.
 *
 * Guarantee: never both the reference and the code that opens it in an e-mail, an SMS or a call.
 * Source: design §6
 */
export function acknowledgementWords(facts: Acknowledged, language: Language): string {
  const say = language === 'fr' ? inFrench(facts) : inEnglish(facts);
  return say.join('\n\n');
}

function inFrench({ reference, service, next, dueOn, way, statusCode }: Acknowledged): string[] {
  const number = formatReference(reference);
  if (way === 'sms')
    return [
      `Demande reçue : ${service.fr}. Référence ${number}. Réponse d'ici le ${writeDate(dueOn, 'fr')}.`,
    ];
  return [
    `Nous avons reçu votre demande : ${service.fr}.`,
    `Son numéro de référence est le ${number}.`,
    `Vous aurez une réponse au plus tard le ${writeDate(dueOn, 'fr')}. ${next.fr}`,
    confidential.includes(way)
      ? `Pour savoir où elle en est, en ligne, par téléphone ou au comptoir, donnez ce numéro et le code ${statusCode}.`
      : 'Pour savoir où elle en est, en ligne, par téléphone ou au comptoir, donnez ce numéro et le téléphone, le courriel ou le code postal inscrits dans votre demande.',
  ];
}

function inEnglish({ reference, service, next, dueOn, way, statusCode }: Acknowledged): string[] {
  const number = formatReference(reference);
  if (way === 'sms')
    return [`Request received: ${service.en}. Reference ${number}. Answer by ${writeDate(dueOn, 'en')}.`];
  return [
    `We have received your request: ${service.en}.`,
    `Its reference number is ${number}.`,
    `You will have an answer by ${writeDate(dueOn, 'en')} at the latest. ${next.en}`,
    confidential.includes(way)
      ? `To know where it stands, online, by telephone or at a counter, give this number and the code ${statusCode}.`
      : 'To know where it stands, online, by telephone or at a counter, give this number and the telephone number, email or postal code in your request.',
  ];
}
