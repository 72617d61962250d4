import { readWeekHours } from '@guichet/casework';
import { staffLines } from '@guichet/channels/phone';
import { deskEnvironment, organisationEnvironment, readConfig, textEnvironment } from '@guichet/platform';
import { z } from 'zod';

const port = z.coerce.number({ error: 'un port est attendu | a port is expected' }).int().min(0).max(65_535);
const address = z.url({
  protocol: /^https?$/,
  error: 'adresse http(s) attendue | an http(s) address is expected',
});
const days = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((day) => (day.trim() === '' ? [] : [day.trim()])))
  .refine((all) => all.every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day)), {
    error:
      'jours AAAA-MM-JJ attendus, séparés par des virgules | expected days YYYY-MM-DD, separated by commas',
  });
const hours = z
  .string()
  .default('08:30-16:30')
  .transform((text, check) => {
    const week = readWeekHours(text);
    if (week) return week;
    check.addIssue({
      code: 'custom',
      message: 'heures attendues, p. ex. 08:30-16:30 | expected hours, e.g. 08:30-16:30',
    });
    return z.NEVER;
  });

const schema = deskEnvironment.extend({
  PUBLIC_URL: address.default('http://localhost:3000'),
  PORT: port.default(3000),
  ...organisationEnvironment.shape,
  /** A municipal address file (CSV), by which the telephone knows streets. */
  ADDRESS_FILE: z.string().optional(),
  TWILIO_ACCOUNT_SID: z.string().optional(),
  /** Several, separated by commas, while a secret is being changed. */
  TWILIO_AUTH_TOKEN: z.string().optional(),
  TWILIO_API_BASE_URL: address.optional(),
  TWILIO_FROM: z
    .string()
    .regex(/^\+\d{8,15}$/, 'numéro attendu, p. ex. +14185550100 | expected a number, e.g. +14185550100')
    .optional(),
  /** When people answer the telephone, and the days by way of exception. */
  PHONE_HOURS: hours,
  PHONE_CLOSED_DAYS: days,
  PHONE_OPEN_DAYS: days,
  /** The telephones of staff that a call is put through to, in order. */
  PHONE_TRANSFER_TO: staffLines,
  ...textEnvironment.shape,
});

/** The settings of the public door. */
export type IntakeConfig = ReturnType<typeof intakeConfig>;

/** Reads the settings of the public door. Errors: ConfigError naming every wrong one. */
export function intakeConfig() {
  const { PUBLIC_URL, ...config } = readConfig(schema, process.env);
  return { ...config, publicUrl: PUBLIC_URL.replace(/\/+$/, '') };
}
