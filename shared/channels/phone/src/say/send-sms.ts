import { isCallable } from './call-person.ts';
import { outcomeOfError, type SayOutcome } from './outcome.ts';
import type { TwilioClient } from './twilio-client.ts';

export interface OutgoingSms {
  /** E.164, Canada and the United States only. */
  to: string;
  from: string;
  body: string;
  /** Where the provider tells the fate of the message. */
  statusCallback?: string;
}

/**
 * Sends one text message.
 *
 * Guarantee: never throws and never logs; at most one attempt.
 */
export async function sendSms(client: TwilioClient, sms: OutgoingSms): Promise<SayOutcome> {
  if (!isCallable(sms.to)) return { kind: 'bounced', why: 'number-not-allowed' };
  try {
    const { to, from, body, statusCallback } = sms;
    const { sid } = await client.messages.create({
      to,
      from,
      body,
      ...(statusCallback ? { statusCallback } : {}),
    });
    return { kind: 'sent', providerId: sid };
  } catch (error) {
    return outcomeOfError(error);
  }
}
