import { MessagingResponse } from '../provider.ts';
import { plainWords } from '../grammar/plain-words.ts';

const stop = new Set([
  'stop',
  'stopall',
  'unsubscribe',
  'cancel',
  'end',
  'quit',
  'arret',
  'arreter',
  'desabonner',
  'desabonnement',
]);
const start = new Set(['start', 'unstop', 'debut', 'commencer', 'reprendre']);

export interface SmsAnswer {
  /** TwiML. */
  document: string;
  /** Whether the person still wants text messages; absent when they said nothing of it. */
  wanted?: boolean;
}

/**
 * Answers a text message that someone wrote to the line, in both languages.
 *
 * Guarantee: where the provider already acknowledged STOP by itself (`optOut`), we send no second message.
 * Source: Canada's Anti-Spam Legislation (S.C. 2010, c. 23), s. 11
 */
export function smsAnswer(sms: { body: string; site: string; phone?: string; optOut?: string }): SmsAnswer {
  const response = new MessagingResponse();
  const word = plainWords(sms.body);
  const wanted =
    sms.optOut === 'STOP' || stop.has(word)
      ? false
      : sms.optOut === 'START' || start.has(word)
        ? true
        : undefined;
  if (sms.optOut === undefined) response.message(text(wanted, sms));
  return { document: response.toString(), ...(wanted === undefined ? {} : { wanted }) };
}

function text(wanted: boolean | undefined, { site, phone }: { site: string; phone?: string }): string {
  if (wanted === false) {
    return 'C’est noté : nous ne vous enverrons plus de textos. Pour en recevoir de nouveau, répondez DEBUT. / Noted: we will send you no more text messages. To get them again, reply START.';
  }
  if (wanted === true) {
    return 'C’est noté : nous pouvons de nouveau vous envoyer des textos. Pour arrêter, répondez ARRET. / Noted: we may send you text messages again. To stop, reply STOP.';
  }
  const where = phone === undefined ? site : `${site}, ${phone}`;
  return `Personne ne lit les textos envoyés à ce numéro. Pour nous joindre : ${where}. Où en est une demande : écrivez ETAT, son numéro et son code. Pour ne plus recevoir de textos, répondez ARRET. / Text messages to this number are not read. To reach us: ${where}. Where a request stands: text STATUS, its number and its code. To stop text messages, reply STOP.`;
}
