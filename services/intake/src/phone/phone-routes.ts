import { Hono } from 'hono';
import type { PhoneDeps } from './phone-deps.ts';
import { recordingRoute } from './recording.route.ts';
import { smsRoute } from './sms.route.ts';
import { statusRoute } from './status.route.ts';
import { voiceRoute } from './voice.route.ts';

/**
 * Makes the telephone's webhooks, to be mounted at the root: `/phone/voice`, `/phone/recording`, `/phone/status`, `/phone/sms`.
 *
 * Guarantee: every one checks Twilio's signature first. They take no session, no cookie and no form token.
 */
export function phoneRoutes(deps: PhoneDeps): Hono {
  const app = new Hono();
  for (const route of [voiceRoute, recordingRoute, statusRoute, smsRoute]) app.route('/', route(deps));
  return app;
}
