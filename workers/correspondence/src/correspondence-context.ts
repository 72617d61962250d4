import type { DeskContext, OutboundRules, WebhookRules } from '@guichet/casework';
import { webhookRules } from '@guichet/platform';
import type { PaperName } from '@guichet/channels/mail';
import { type TwilioClient, type TwilioClientOptions, twilioClient } from '@guichet/channels/phone';
import { type Mailer, openMailer } from '@guichet/channels/web';
import type { Bilingual } from '@guichet/kernel';
import type { CorrespondenceConfig } from './config.ts';
import type { Transcriber } from './transcriber/transcriber.ts';

/** What the hands of this worker need beside the desk. */
export interface CorrespondenceContext {
  desk: DeskContext;
  organisation: Bilingual;
  senderAddress: string[];
  /** The sheets that forms are printed on. */
  paper: PaperName;
  publicUrl: string;
  mailer: Mailer;
  mailFrom: string;
  /** Absent where no telephone line is set up: what needs it waits. */
  phone: { client: TwilioClient; options: TwilioClientOptions; from: string } | undefined;
  /** The telephones at the desk, E.164. */
  staffLines: readonly string[];
  /** Whom the desk may call and write to, and how often. */
  rules: OutboundRules;
  /** Where webhooks may lead. */
  webhooks: WebhookRules;
  /** Absent where no program is set up to hear recordings. */
  transcriber?: Transcriber;
}

export function correspondenceContext(
  desk: DeskContext,
  config: CorrespondenceConfig,
  transcriber?: Transcriber,
): CorrespondenceContext {
  return {
    ...(transcriber ? { transcriber } : {}),
    desk,
    organisation: { fr: config.ORGANISATION_FR, en: config.ORGANISATION_EN },
    senderAddress: config.ORGANISATION_ADDRESS,
    paper: config.PAPER,
    publicUrl: config.PUBLIC_URL.replace(/\/+$/, ''),
    mailer: openMailer(config.SMTP_URL),
    mailFrom: config.MAIL_FROM,
    phone: phoneOf(config),
    staffLines: config.PHONE_TRANSFER_TO,
    webhooks: webhookRules(config),
    rules: {
      prefixes: config.OUTBOUND_PREFIXES,
      callsANumberADay: config.OUTBOUND_CALLS_A_NUMBER,
      callsAnHour: config.OUTBOUND_CALLS_AN_HOUR,
    },
  };
}

/** While a secret is being changed there are two, the one in use first. */
function phoneOf(config: CorrespondenceConfig): CorrespondenceContext['phone'] {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_API_BASE_URL: apiBaseUrl, TWILIO_FROM: from } = config;
  const authToken = config.TWILIO_AUTH_TOKEN?.split(',')[0]?.trim();
  if (!accountSid || !authToken || !from) return undefined;
  const options = { accountSid, authToken, ...(apiBaseUrl === undefined ? {} : { apiBaseUrl }) };
  return { client: twilioClient(options), options, from };
}
