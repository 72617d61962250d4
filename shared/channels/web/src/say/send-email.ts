import type { Language } from '@guichet/kernel';
import { createTransport, type Transporter } from 'nodemailer';

export interface OutgoingEmail {
  /** Ours, of this one attempt: a message seen twice shows itself by it. */
  deliveryId: string;
  from: string;
  to: string;
  language: Language;
  subject: string;
  /** Plain text; paragraphs separated by an empty line. */
  text: string;
  /** What the person's calendar takes, as iCalendar. */
  calendar?: string;
}

/** The fate of handing one e-mail to the mail server. `why` never holds an address or a word of the message. */
export type EmailOutcome =
  | { kind: 'sent'; providerId: string }
  | { kind: 'bounced'; why: string }
  | { kind: 'later'; why: string }
  /** The talk broke off after it began: the server may have taken the message. */
  | { kind: 'unsure'; why: string };

export type Mailer = Transporter;

/** Unit: milliseconds. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Opens the way to a mail server, e.g. `smtp://user:word@host:587`; it connects for each message. */
export function openMailer(url: string): Mailer {
  return createTransport({ url, ...patience, disableFileAccess: true, disableUrlAccess: true });
}

/**
 * Hands one e-mail to the mail server.
 *
 * Guarantee: never throws and never logs; at most one attempt. Plain text only: nothing in it is fetched, tracked or run.
 */
export async function sendEmail(mailer: Mailer, email: OutgoingEmail): Promise<EmailOutcome> {
  const messageId = `<${email.deliveryId}@${domainOf(email.from)}>`;
  try {
    await mailer.sendMail({
      messageId,
      from: email.from,
      to: { name: '', address: email.to },
      subject: email.subject,
      text: email.text,
      ...(email.calendar === undefined ? {} : { attachments: [attached(email.calendar)] }),
      headers: { 'Content-Language': email.language, 'Auto-Submitted': 'auto-generated' },
    });
    return { kind: 'sent', providerId: messageId };
  } catch (error) {
    return outcomeOf(error);
  }
}

/** A plain attachment: no invitation, so that no answer is sent to nobody. */
function attached(content: string) {
  return { filename: 'rendez-vous.ics', content, contentType: 'text/calendar; charset=utf-8' };
}

/**
 * Names what happened, and lets nothing else of the error through: it quotes the person's address.
 *
 * Source: RFC 5321 §4.2.1 (4yz may pass, 5yz will not)
 */
function outcomeOf(error: unknown): EmailOutcome {
  const { responseCode, code, command, syscall } = Object(error) as Record<string, unknown>;
  const message = error instanceof Error ? error.message : '';
  if (typeof responseCode === 'number') {
    // A server that refuses us, not the person: their address may be right.
    if (code === 'EAUTH') return { kind: 'later', why: `smtp-auth-${responseCode}` };
    return { kind: responseCode >= 500 ? 'bounced' : 'later', why: `smtp-${responseCode}` };
  }
  if (code === 'EENVELOPE') return { kind: 'bounced', why: 'address-refused' };
  const neverBegan =
    syscall === 'connect' ||
    code === 'EDNS' ||
    code === 'EAUTH' ||
    (command === 'CONN' && /^(Connection timeout|Greeting never received)$/.test(message));
  return neverBegan ? { kind: 'later', why: 'smtp-unreachable' } : { kind: 'unsure', why: 'smtp-broken-off' };
}

function domainOf(from: string): string {
  return /@([^\s>]+)/.exec(from)?.[1] ?? 'guichet.invalid';
}
