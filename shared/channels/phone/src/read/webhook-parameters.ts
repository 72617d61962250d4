import { z } from 'zod';

const sid = (prefix: string) => z.string().regex(new RegExp(`^${prefix}[0-9a-fA-F]{32}$`));
const number = z
  .string()
  .regex(/^(\+[1-9]\d{1,14}|\d{3,8}|anonymous|\+?266696687|sip:[^\s]{1,200}|client:[^\s]{1,200}|)$/i);
const word = z.string().regex(/^[a-z-]{1,40}$/);
const count = z.string().regex(/^\d{1,9}$/);
const text = z.string().max(8000);
/** Geography and carrier facts are let through and never used. */
const fact = z.string().max(1000);

const places = ['Caller', 'Called', 'From', 'To'].flatMap((who) =>
  ['City', 'State', 'Zip', 'Country', 'Name'].map((what) => [`${who}${what}`, fact] as const),
);

/** Every parameter that Twilio's voice, recording, status and message webhooks are known to send, with its form. */
const forms: Record<string, z.ZodType<string>> = {
  ...Object.fromEntries(places),
  AccountSid: sid('AC'),
  ApplicationSid: sid('AP'),
  CallSid: sid('CA'),
  ParentCallSid: sid('CA'),
  RecordingSid: sid('RE'),
  TranscriptionSid: sid('TR'),
  MessageSid: sid('[SM]M'),
  SmsSid: sid('[SM]M'),
  SmsMessageSid: sid('[SM]M'),
  MessagingServiceSid: sid('MG'),
  From: number,
  To: number,
  Caller: number,
  Called: number,
  ForwardedFrom: number,
  CalledVia: number,
  ApiVersion: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  CallStatus: word,
  DialCallStatus: z.string().regex(/^(completed|answered|busy|no-answer|failed|canceled)$/),
  DialCallSid: sid('CA'),
  DialCallDuration: count,
  DialBridged: z.string().regex(/^(true|false)$/),
  DialSipResponseCode: count,
  BridgedTo: sid('CA'),
  MessageStatus: word,
  SmsStatus: word,
  RecordingStatus: word,
  Direction: word,
  Digits: z.string().regex(/^([0-9*#A-Da-d]{0,100}|hangup)$/),
  FinishedOnKey: z.string().regex(/^[0-9*#]?$/),
  msg: z.string().regex(/^Gather End$/),
  SpeechResult: text,
  Confidence: z.string().regex(/^\d(\.\d+)?([eE]-?\d+)?$/),
  Language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z]{2,4})*$/),
  RecordingUrl: z.url().max(500),
  RecordingDuration: z.string().regex(/^-?\d{1,6}$/),
  RecordingChannels: count,
  RecordingSource: z.string().regex(/^[A-Za-z]{1,40}$/),
  RecordingTrack: word,
  RecordingStartTime: fact,
  Timestamp: fact,
  CallbackSource: word,
  SequenceNumber: count,
  CallDuration: count,
  Duration: count,
  AnsweredBy: z.string().regex(/^[a-z_]{1,40}$/),
  MachineDetectionDuration: count,
  SipResponseCode: count,
  SipDomain: fact,
  CallToken: z.string().max(4000),
  StirVerstat: fact,
  StirPassportToken: z.string().max(4000),
  AddOns: text,
  ErrorCode: count,
  ErrorMessage: fact,
  ErrorUrl: fact,
  RawDlrDoneDate: fact,
  ChannelPrefix: word,
  OptOutType: z.string().regex(/^(STOP|START|HELP)$/),
  Body: z.string().max(1600 * 4),
  NumMedia: count,
  NumSegments: count,
};
const media = /^Media(Url|ContentType)\d{1,2}$/;

export type Parameters = { ok: true; params: Readonly<Record<string, string>> } | { ok: false; why: string };

/** Reads the body of a webhook; refuses a name it does not know, a name given twice and a value of another form. */
export function webhookParameters(body: string): Parameters {
  const params: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(body)) {
    const form = Object.hasOwn(forms, name) ? forms[name] : media.test(name) ? fact : undefined;
    if (form === undefined)
      return { ok: false, why: `unexpected parameter ${name.replace(/[^A-Za-z]/g, '?').slice(0, 40)}` };
    if (Object.hasOwn(params, name)) return { ok: false, why: `parameter ${name} given twice` };
    if (!form.safeParse(value).success) return { ok: false, why: `parameter ${name} has another form` };
    params[name] = value;
  }
  return { ok: true, params };
}
