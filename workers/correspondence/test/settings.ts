import { outboundEnvironment } from '@guichet/platform';
import type { CorrespondenceConfig } from '../src/config.ts';

/** The account at the telephone network of the tests. */
export const testAccount = { accountSid: `AC${'1'.repeat(32)}`, authToken: 'secret' } as const;

/** Gives the settings of a worker whose telephone network is at `twilioUrl`, and that has no mail server. */
export function testSettings(
  twilioUrl: string,
  changes: Partial<CorrespondenceConfig> = {},
): CorrespondenceConfig {
  return {
    ...outboundEnvironment.parse({}),
    NODE_ENV: undefined,
    DATABASE_URL: '',
    REDIS_URL: '',
    GUICHET_KEY_FILE: '',
    GUICHET_DATA: '',
    CATALOGUE_DIR: '',
    PAPER: 'letter',
    PUBLIC_URL: 'http://127.0.0.1:9',
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'Guichet <guichet@exemple.ca>',
    ORGANISATION_FR: 'Ville de l’Exemple',
    ORGANISATION_EN: 'City of Example',
    ORGANISATION_ADDRESS: ['Ville de l’Exemple', '1, rue de l’Exemple', 'Québec QC  G1R 4S9'],
    TWILIO_ACCOUNT_SID: testAccount.accountSid,
    TWILIO_AUTH_TOKEN: testAccount.authToken,
    TWILIO_API_BASE_URL: twilioUrl,
    TWILIO_FROM: '+14185550100',
    PHONE_TRANSFER_TO: [],
    WEBHOOKS_ALLOW_PRIVATE: 'no',
    ...changes,
  };
}
