import { VoiceResponse } from '../provider.ts';
import { sayIn } from './say-in.ts';

/**
 * What a caller hears when the line itself has lost its memory: an apology in both languages, and a message that the
 * telephone provider keeps.
 *
 * Guarantee: claims nothing about what was or was not received, beyond what the caller was already told.
 */
export function spokenApology(paths: { actionPath: string; recordingPath: string }): string {
  const response = new VoiceResponse();
  const options = { language: 'fr' as const, slow: false };
  sayIn(
    response,
    {
      text: "Désolé, une panne nous empêche de continuer cet appel. Si nous ne vous avons pas donné de numéro de référence, votre demande n'est pas encore reçue. Rappelez-nous plus tard, ou laissez votre nom et votre numéro de téléphone après le signal, puis faites le carré.",
    },
    options,
  );
  sayIn(
    response,
    {
      text: 'Sorry, a failure prevents us from continuing this call. If we gave you no reference number, your request has not been received yet. Call us later, or leave your name and telephone number after the tone, then press pound.',
      language: 'en',
    },
    options,
  );
  response.record({
    action: `${paths.actionPath}?t=message`,
    method: 'POST',
    maxLength: 120,
    timeout: 5,
    finishOnKey: '#',
    playBeep: true,
    recordingStatusCallback: `${paths.recordingPath}?t=message`,
    recordingStatusCallbackMethod: 'POST',
  });
  response.redirect({ method: 'POST' }, `${paths.actionPath}?t=message`);
  return response.toString();
}

/** Ends a call after the message that `spokenApology` asked for. */
export function spokenFarewell(left: boolean): string {
  const response = new VoiceResponse();
  const options = { language: 'fr' as const, slow: false };
  const fr = left ? 'Merci. Notre fournisseur de téléphonie garde votre message. Au revoir.' : 'Au revoir.';
  const en = left ? 'Thank you. Our telephone provider keeps your message. Goodbye.' : 'Goodbye.';
  sayIn(response, { text: fr }, options);
  sayIn(response, { text: en, language: 'en' }, options);
  response.hangup();
  return response.toString();
}

/** Asks for a moment, in both languages when the caller's is not known, and comes back to the same turn. */
export function spokenMoment(action: string, language?: 'fr' | 'en'): string {
  const response = new VoiceResponse();
  const options = { language: 'fr' as const, slow: false };
  if (language !== 'en') sayIn(response, { text: "Un instant, s'il vous plaît." }, options);
  if (language !== 'fr') sayIn(response, { text: 'One moment, please.', language: 'en' }, options);
  response.pause({ length: 2 });
  response.redirect({ method: 'POST' }, action);
  return response.toString();
}

/** Ends a call without a word: it was already over. */
export function hangUp(): string {
  const response = new VoiceResponse();
  response.hangup();
  return response.toString();
}
