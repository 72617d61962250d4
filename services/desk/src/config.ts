import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { staffLines } from '@guichet/channels/phone';
import {
  organisationEnvironment,
  outboundEnvironment,
  readConfig,
  requirePublicWebhooks,
  webhookEnvironment,
} from '@guichet/platform';
import { z } from 'zod';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const address = z.url({
  protocol: /^https?$/,
  error: 'adresse http(s) attendue | an http(s) address is expected',
});
const port = z.coerce.number({ error: 'un port est attendu | a port is expected' }).int().min(0).max(65_535);

const schema = z.object({
  NODE_ENV: z.string().optional(),
  DATABASE_URL: z.string(),
  GUICHET_DATA: z.string().default(join(root, '.guichet')),
  GUICHET_KEY_FILE: z.string(),
  CATALOGUE_DIR: z.string().default(join(root, 'shared/catalogue/packs')),
  PUBLIC_URL: address.default('http://localhost:3000'),
  DESK_PORT: port.default(3001),
  /** Where staff reach the desk; absent means this machine, by http unless the public address is https. */
  DESK_URL: address.optional(),
  ...organisationEnvironment.shape,
  ...outboundEnvironment.shape,
  ...webhookEnvironment.shape,
  /** How much of what is read and keyed of letters is keyed once more blind, 0 to 0.2. */
  MAILROOM_SAMPLE_SHARE: z.coerce.number().min(0).max(0.2).default(0.02),
  /** `yes` where one person runs the mailroom: who checked a scanned batch may then destroy its paper. */
  MAILROOM_ONE_PERSON: z.enum(['yes', 'no']).default('no'),
  /** The telephones at the desk that a person called back is put through to. */
  PHONE_TRANSFER_TO: staffLines,
});

/** The settings of the desk. */
export type DeskConfig = ReturnType<typeof deskConfig>;

/** Reads the settings of the desk. Errors: ConfigError naming every wrong one. */
export function deskConfig() {
  const config = requirePublicWebhooks(readConfig(schema, process.env));
  return { ...config, https: (config.DESK_URL ?? config.PUBLIC_URL).startsWith('https:') };
}
