import { deskEnvironment, readConfig } from '@guichet/platform';
import { z } from 'zod';

const schema = deskEnvironment
  .extend({
    /** The hot folder: scanners drop files there. Absent: only the desk takes batches. */
    MAILROOM_INBOX: z.string().optional(),
    /** Where scanned mail is received by SMTP. Absent: none is. */
    MAILROOM_SMTP_PORT: z.coerce
      .number('un numéro de port | a port number')
      .int('un numéro de port | a port number')
      .min(1)
      .max(65_535)
      .optional(),
    /** The address of this machine that the body's mail server reaches; never one that the Internet does. */
    MAILROOM_SMTP_HOST: z.string().default('127.0.0.1'),
    /** Unit: megabytes of one message; the worker holds a message whole, and its files beside it. */
    MAILROOM_SMTP_MEGABYTES: z.coerce
      .number('un nombre de Mo | a number of MB')
      .int('un nombre de Mo | a number of MB')
      .min(1)
      .max(250)
      .default(40),
    /** Addresses that take scanned mail, comma between. */
    MAILROOM_SMTP_RECIPIENTS: z
      .string()
      .default('')
      .transform((text) =>
        text
          .split(',')
          .map((address) => address.trim().toLowerCase())
          .filter((address) => address !== ''),
      ),
  })
  .refine(
    ({ MAILROOM_SMTP_PORT: port, MAILROOM_SMTP_RECIPIENTS: recipients }) =>
      port === undefined || recipients.length > 0,
    {
      path: ['MAILROOM_SMTP_RECIPIENTS'],
      error: 'une adresse au moins est attendue | at least one address is expected',
    },
  );

/** Gives the settings of the mailroom worker. Errors: ConfigError */
export function mailroomConfig(environment: NodeJS.ProcessEnv = process.env) {
  return readConfig(schema, environment);
}
