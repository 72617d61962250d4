import { staffLines } from '@guichet/channels/phone';
import {
  deskEnvironment,
  organisationEnvironment,
  outboundEnvironment,
  readConfig,
  requirePublicWebhooks,
  webhookEnvironment,
} from '@guichet/platform';
import { z } from 'zod';
import { readCommand } from './transcriber/read-command.ts';

const schema = deskEnvironment.extend({
  ...outboundEnvironment.shape,
  ...webhookEnvironment.shape,
  /** The telephones at the desk that a person called back is put through to. */
  PHONE_TRANSFER_TO: staffLines,
  PUBLIC_URL: z.string().default('http://localhost:3000'),
  SMTP_URL: z.string().default('smtp://127.0.0.1:1025'),
  MAIL_FROM: z.string().default('guichet@localhost'),
  ...organisationEnvironment.shape,
  TWILIO_ACCOUNT_SID: z.string().optional(),
  TWILIO_AUTH_TOKEN: z.string().optional(),
  TWILIO_API_BASE_URL: z.string().optional(),
  TWILIO_FROM: z.string().optional(),
  /** A program that prints what it hears in `{file}`, spoken in `{language}`. */
  TRANSCRIBER: z
    .string()
    .transform((line) => line.trim())
    .refine((line) => line === '' || readCommand(line) !== undefined, {
      message:
        'un programme puis ses arguments, dont {file} / a program and its arguments, {file} among them',
    })
    .optional(),
  PATH: z.string().optional(),
});

/** Gives the settings of the correspondence worker. Errors: ConfigError */
export function correspondenceConfig() {
  return requirePublicWebhooks(readConfig(schema, process.env));
}
export type CorrespondenceConfig = ReturnType<typeof correspondenceConfig>;
