import { type Bilingual, formatReference, type Language } from '@guichet/kernel';
import { VoiceResponse } from '../provider.ts';
import { sayIn } from '../twiml/say-in.ts';
import { sayDigits } from '../words/say-digits.ts';

export interface VoiceReply {
  /** The words told to the person. */
  text: string;
  language: Language;
  reference?: string;
  /** Who calls: "Ville de …". */
  deskName?: Bilingual;
  /** E.164 of the line to call back. */
  callBackAt?: string;
  slow?: boolean;
}

/**
 * Writes the TwiML of a call that reads a reply, twice, since nobody has a pen at the first word.
 *
 * Guarantee: never over 4,000 characters: a text too long for two readings is read once, and one too long for that is
 *   refused by `callPerson`.
 */
export function voiceReply(reply: VoiceReply): string {
  const twice = document(reply, true);
  return twice.length <= 4000 ? twice : document(reply, false);
}

function document(reply: VoiceReply, twice: boolean): string {
  const { language, slow = false } = reply;
  const response = new VoiceResponse();
  const words = said[language];
  const say = (text: string) => sayIn(response, { text }, { language, slow });
  say(words.hello(reply.deskName?.[language]));
  if (reply.reference !== undefined)
    say(words.about(sayDigits(formatReference(reply.reference).replaceAll(' ', ''))));
  response.pause({ length: 1 });
  say(reply.text);
  if (twice) {
    response.pause({ length: 1 });
    say(words.again);
    say(reply.text);
  }
  if (reply.callBackAt !== undefined) say(words.callBack(sayDigits(reply.callBackAt.replace(/^\+1/, ''))));
  say(words.goodbye);
  response.hangup();
  return response.toString();
}

const said = {
  fr: {
    hello: (desk: string | undefined) => (desk ? `Bonjour, ici ${desk}.` : 'Bonjour.'),
    about: (digits: string) => `Nous vous appelons au sujet de votre dossier, numéro ${digits}.`,
    again: 'Je répète.',
    callBack: (digits: string) => `Pour nous joindre, composez le ${digits}.`,
    goodbye: 'Au revoir.',
  },
  en: {
    hello: (desk: string | undefined) => (desk ? `Hello, this is ${desk}.` : 'Hello.'),
    about: (digits: string) => `We are calling about your file, number ${digits}.`,
    again: 'Again.',
    callBack: (digits: string) => `To reach us, dial ${digits}.`,
    goodbye: 'Goodbye.',
  },
};
