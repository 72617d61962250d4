import type { Outcome, ToSay } from '@guichet/casework';
import { callPerson, sendSms, smsBody, voiceReply } from '@guichet/channels/phone';
import type { CorrespondenceContext } from '../correspondence-context.ts';

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
