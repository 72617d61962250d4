import { outcomeOfError, type SayOutcome } from './outcome.ts';
import type { TwilioClient } from './twilio-client.ts';

export interface OutgoingCall {
  /** E.164, Canada and the United States only. */
  to: string;
  from: string;
  /** What the call says; at most 4,000 characters. */
  twiml: string;
  /** Where the provider tells the fate of the call. */
  statusCallback?: string;
}

/**
 * Places one call that says a reply.
 *
 * Guarantee: never throws and never logs; at most one attempt. The provider has no idempotency key, so an attempt whose
 *   fate is not known is the caller's to mark, not to repeat.
 */
export async function callPerson(client: TwilioClient, call: OutgoingCall): Promise<SayOutcome> {
  if (!isCallable(call.to)) return { kind: 'bounced', why: 'number-not-allowed' };
  if (call.twiml.length > twimlMax) return { kind: 'bounced', why: 'too-long-to-say' };
  try {
    const { sid } = await client.calls.create({
      to: call.to,
      from: call.from,
      twiml: call.twiml,
      timeout: 45,
      ...(call.statusCallback === undefined
        ? {}
        : {
            statusCallback: call.statusCallback,
            statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
            statusCallbackMethod: 'POST',
          }),
    });
    return { kind: 'sent', providerId: sid };
  } catch (error) {
    return outcomeOfError(error);
  }
}

/** Unit: characters. Source: Twilio docs, Calls resource, twiml */
export const twimlMax = 4000;

/** Numbers outside North America are never called: toll fraud starts there. */
export function isCallable(phone: string): boolean {
  return /^\+1[2-9]\d{2}[2-9]\d{6}$/.test(phone) && !/^\+1(900|976)/.test(phone);
}
