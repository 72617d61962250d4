import type { Outcome, ToSay } from '@guichet/casework';
import { callPerson, sendSms, voiceReply } from '@guichet/channels/phone';
import { formatReference } from '@guichet/kernel';
import type { CorrespondenceContext } from '../correspondence-context.ts';

/** Unit: characters. Four parts of a text message; more is told where to be read. */
const smsMax = 600;

/** Tells a reply by text message or by a call that reads it. Guarantee: at most one attempt. */
export async function phoneReply(
  ctx: CorrespondenceContext,
  say: Extract<ToSay, { way: 'sms' | 'voice' }>,
): Promise<Outcome> {
  if (!ctx.phone) return { kind: 'later', why: 'phone-not-set-up' };
  const { client, from } = ctx.phone;
  const statusCallback = `${ctx.publicUrl}/phone/status?delivery=${say.deliveryId}`;
  if (say.way === 'sms') return sendSms(client, { to: say.phone, from, body: smsBody(say), statusCallback });
  const twiml = voiceReply({
    text: say.words,
    language: say.language,
    reference: say.reference,
    deskName: ctx.organisation,
    callBackAt: from,
  });
  return callPerson(client, { to: say.phone, from, twiml, statusCallback });
}

function smsBody({ words, language, reference, service }: ToSay): string {
  const number = formatReference(reference);
  const body = words.includes(number) ? words : `${words} (${number})`;
  if (body.length <= smsMax) return body;
  return language === 'fr'
    ? `Une réponse vous attend : ${service}, référence ${number}. Lisez-la en ligne, ou appelez-nous.`
    : `An answer awaits you: ${service}, reference ${number}. Read it online, or call us.`;
}
