import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lineConfig } from './config.ts';

/** How to reach the running desk by telephone, without an account anywhere. */
export interface LineSettings {
  url: string;
  publicUrl: string;
  accountSid: string;
  authToken: string;
  to: string;
  apiBaseUrl?: string;
}

/**
 * Finds the running desk: settings of the environment first, then what `npm start` left in its data folder.
 *
 * Errors: throws one bilingual line when neither says enough.
 */
export function lineSettings(): LineSettings {
  const config = lineConfig();
  const file = join(config.GUICHET_DATA, 'environment.json');
  const left = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string | undefined>)
    : {};
  const get = (name: keyof typeof config) => config[name] ?? left[name];
  const accountSid = get('TWILIO_ACCOUNT_SID');
  const [authToken] = (get('TWILIO_AUTH_TOKEN') ?? '').split(',');
  if (!accountSid || !authToken) {
    throw new Error(
      'Aucun guichet en marche : lancez « npm start » dans un autre terminal. / No desk is running: run "npm start" in another terminal.',
    );
  }
  const url = `http://127.0.0.1:${get('PORT') ?? '3000'}`;
  const apiBaseUrl = get('TWILIO_API_BASE_URL');
  return {
    url,
    publicUrl: get('PUBLIC_URL') ?? url,
    accountSid,
    authToken,
    to: get('TWILIO_FROM') ?? '+14185550100',
    ...(apiBaseUrl ? { apiBaseUrl } : {}),
  };
}
