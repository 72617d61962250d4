import { chmodSync, writeFileSync } from 'node:fs';
import { demoAddressFile } from '../../demo/demo-addresses.ts';
import { demoLine } from '../../demo/demo-line.ts';
import { hasDemo, type StartConfig } from '../config.ts';
import type { Home } from '../home.ts';

/** What the start found out or made up, for the processes it starts. */
export interface StartFacts {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  readonly publicUrl: string;
  readonly keyFile: string;
  readonly outside: {
    readonly inbox: string;
    readonly smtpUrl: string;
    readonly twilio: {
      readonly accountSid: string;
      readonly authToken: string;
      readonly apiBaseUrl?: string;
    };
  };
}

/** Gives the settings of the processes, and keeps them for commands run beside (`npm run call`), in environment.json. */
export function processEnvironment(
  config: StartConfig,
  home: Home,
  facts: StartFacts,
): Record<string, string> {
  const { twilio, inbox, smtpUrl } = facts.outside;
  const addressFile = config.ADDRESS_FILE ?? (hasDemo(config) ? demoAddressFile : undefined);
  const environment: Record<string, string> = {
    NODE_ENV: config.NODE_ENV,
    DATABASE_URL: facts.databaseUrl,
    REDIS_URL: facts.redisUrl,
    PUBLIC_URL: facts.publicUrl,
    PORT: String(config.PORT),
    DESK_PORT: String(config.DESK_PORT),
    GUICHET_DATA: home.folder,
    GUICHET_KEY_FILE: facts.keyFile,
    CATALOGUE_DIR: config.CATALOGUE_DIR,
    ...(addressFile === undefined ? {} : { ADDRESS_FILE: addressFile }),
    ...(hasDemo(config) && twilio.apiBaseUrl !== undefined ? demoLine : {}),
    ...(config.PHONE_HOURS === undefined ? {} : { PHONE_HOURS: config.PHONE_HOURS }),
    ...(config.PHONE_TRANSFER_TO === undefined ? {} : { PHONE_TRANSFER_TO: config.PHONE_TRANSFER_TO }),
    ...(config.TRANSCRIBER === undefined ? {} : { TRANSCRIBER: config.TRANSCRIBER }),
    MAILROOM_INBOX: inbox,
    SMTP_URL: smtpUrl,
    MAIL_FROM: config.MAIL_FROM,
    TWILIO_ACCOUNT_SID: twilio.accountSid,
    TWILIO_AUTH_TOKEN: twilio.authToken,
    TWILIO_FROM: config.TWILIO_FROM,
    ...(twilio.apiBaseUrl === undefined ? {} : { TWILIO_API_BASE_URL: twilio.apiBaseUrl }),
  };
  const file = home.at('environment.json');
  writeFileSync(file, `${JSON.stringify(environment, null, 2)}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return environment;
}
