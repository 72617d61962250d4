import type { Bilingual, Language } from '@guichet/kernel';
import { VoiceResponse } from '../provider.ts';
import { sayIn } from '../twiml/say-in.ts';
import { sayDigits } from '../words/say-digits.ts';

export interface CallBack {
  language: Language;
  /** Who calls: "Ville de …". */
  deskName?: Bilingual;
  /** E.164 of the telephone of the person at the desk. */
  staffLine: string;
  /** E.164 of the line, told where nobody at the desk answers, and to a machine. */
  callBackAt: string;
}

/** How long the telephone at the desk rings, and the longest talk. Unit: seconds. */
const [ringSeconds, talkSeconds] = [30, 3600];

/**
 * Writes the TwiML of a call that a person asked for: who calls and why, in their language, then someone at the desk.
 *
 * Guarantee: nothing of the request is said, since anybody may pick up, and so may a machine; the person is rung first, so that nobody
 *   is called by a silent line, and is told where to call when the desk does not answer after all.
 */
export function callBackTwiml({ language, deskName, staffLine, callBackAt }: CallBack): string {
  const response = new VoiceResponse();
  const words = said[language];
  const say = (text: string) => sayIn(response, { text }, { language, slow: false });
  say(words.hello(deskName?.[language]));
  response.dial({ timeout: ringSeconds, timeLimit: talkSeconds, callerId: callBackAt }).number(staffLine);
  say(words.nobody(sayDigits(callBackAt.replace(/^\+1/, ''))));
  response.hangup();
  return response.toString();
}

const said = {
  fr: {
    hello: (desk: string | undefined) =>
      `Bonjour${desk ? `, ici ${desk}` : ''}. Vous avez demandé qu'une personne vous rappelle. Un instant, nous vous la passons.`,
    nobody: (digits: string) =>
      `Si la conversation a été coupée, ou si personne n'a répondu, composez le ${digits}. Au revoir.`,
  },
  en: {
    hello: (desk: string | undefined) =>
      `Hello${desk ? `, this is ${desk}` : ''}. You asked for someone to call you back. One moment, we are putting them through.`,
    nobody: (digits: string) => `If the call was cut off, or if nobody answered, dial ${digits}. Goodbye.`,
  },
};
