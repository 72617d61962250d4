import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readConfig } from '@guichet/platform';
import { z } from 'zod';

export const projectFolder = resolve(fileURLToPath(import.meta.url), '../../..');

const port = (otherwise: number) =>
  z.coerce
    .number('un numéro de port | a port number')
    .int('un numéro de port | a port number')
    .min(1)
    .max(65_535)
    .default(otherwise);
const address = (protocols: RegExp, shape: string) =>
  z.url({ protocol: protocols, error: `adresse attendue ${shape} | expected an address ${shape}` });

const schema = z.object({
  NODE_ENV: z.string().default('development'),
  LANG: z.string().default(''),
  PORT: port(3000),
  DESK_PORT: port(3001),
  PUBLIC_URL: address(/^https?$/, 'https://…').optional(),
  DATABASE_URL: address(/^postgres(ql)?$/, 'postgres://…').optional(),
  DATABASE_OWNER_URL: address(/^postgres(ql)?$/, 'postgres://…').optional(),
  REDIS_URL: address(/^rediss?$/, 'redis://…').optional(),
  /** Loads the demo into a database of the operator's own as well. */
  GUICHET_DEMO: z.string().optional(),
  GUICHET_DATA: z.string().default(join(projectFolder, '.guichet')),
  GUICHET_KEY_FILE: z.string().optional(),
  CATALOGUE_DIR: z.string().default(join(projectFolder, 'shared/catalogue/packs')),
  ADDRESS_FILE: z.string().optional(),
  PHONE_HOURS: z.string().optional(),
  PHONE_TRANSFER_TO: z.string().optional(),
  TRANSCRIBER: z.string().optional(),
  MAILROOM_INBOX: z.string().optional(),
  SMTP_URL: address(/^smtps?$/, 'smtp://…').optional(),
  MAIL_FROM: z.string().default('Guichet <guichet@localhost>'),
  TWILIO_ACCOUNT_SID: z.string().optional(),
  TWILIO_AUTH_TOKEN: z.string().optional(),
  TWILIO_API_BASE_URL: z.string().optional(),
  TWILIO_FROM: z.string().default('+15145550100'),
});

export type StartConfig = Readonly<z.output<typeof schema>>;

/** Reads what the start is told by its environment; GUICHET_DATA comes back as an absolute path. */
export function readStartConfig(environment: NodeJS.ProcessEnv = process.env): StartConfig {
  const config = readConfig(schema, environment);
  return Object.freeze({ ...config, GUICHET_DATA: resolve(config.GUICHET_DATA) });
}

/** Tells whether the demo town is loaded: accounts whose passwords are known to all belong to no database but our own. */
export function hasDemo(config: StartConfig): boolean {
  return config.DATABASE_URL === undefined || config.GUICHET_DEMO !== undefined;
}

/** Gives what every process started here inherits: all but the key to the tables' owner. */
export function inheritedEnvironment(): NodeJS.ProcessEnv {
  const { DATABASE_OWNER_URL: _, ...rest } = process.env;
  return rest;
}
