import { ConfigError } from '@guichet/platform';
import type { StartConfig } from '../config.ts';

/** What production must be given, since everything the start would make up is for trying out. */
const required = [
  'DATABASE_URL',
  'REDIS_URL',
  'PUBLIC_URL',
  'GUICHET_KEY_FILE',
  'TWILIO_ACCOUNT_SID',
  'TWILIO_AUTH_TOKEN',
  'SMTP_URL',
] as const;

/**
 * Refuses a production start that lacks a secret or an address of its own, and anywhere a Twilio account without its token.
 *
 * Errors: ConfigError naming each missing setting.
 */
export function checkSettings(config: StartConfig): void {
  if (config.TWILIO_ACCOUNT_SID !== undefined && config.TWILIO_AUTH_TOKEN === undefined) {
    throw new ConfigError({
      fr: 'TWILIO_ACCOUNT_SID ne va pas sans TWILIO_AUTH_TOKEN.',
      en: 'TWILIO_ACCOUNT_SID does not go without TWILIO_AUTH_TOKEN.',
    });
  }
  if (config.NODE_ENV !== 'production') return;
  const missing = required.filter((name) => config[name] === undefined);
  if (missing.length === 0) return;
  throw new ConfigError({
    fr: `En production, il faut aussi : ${missing.join(', ')}.`,
    en: `In production, these are needed too: ${missing.join(', ')}.`,
  });
}
