import twilio from 'twilio';

/**
 * All that we take from the telephone provider's package, and the only place that names it.
 *
 * Guarantee: a public body leaves for a platform that speaks TwiML by this file and the settings alone.
 */
export const { VoiceResponse, MessagingResponse } = twilio.twiml;
export type VoiceResponse = InstanceType<typeof VoiceResponse>;

/** Opens a client of the provider's REST API. */
export const openClient = twilio;
export type ProviderClient = ReturnType<typeof twilio>;
export const { RequestClient } = twilio;

/** Whether a signature is the provider's, and the one the provider would give. */
export const { validateRequest, getExpectedTwilioSignature: expectedSignature } = twilio;

/** Where the provider's REST API stands unless the settings name another. */
export const providerBase = 'https://api.twilio.com';
