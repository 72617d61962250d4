import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const names = [
  'PORT',
  'PUBLIC_URL',
  'TWILIO_ACCOUNT_SID',
  'TWILIO_AUTH_TOKEN',
  'TWILIO_FROM',
  'TWILIO_API_BASE_URL',
] as const;

export type LineConfig = Readonly<
  Partial<Record<(typeof names)[number], string>> & { GUICHET_DATA: string; CALLER?: string }
>;

/** Reads what the environment says of the line, empty values aside. */
export function lineConfig(): LineConfig {
  const project = resolve(fileURLToPath(import.meta.url), '../../../..');
  const given = names.flatMap((name) => (process.env[name] ? [[name, process.env[name]] as const] : []));
  const caller = process.env['CALLER'];
  return Object.freeze({
    ...Object.fromEntries(given),
    GUICHET_DATA: resolve(process.env['GUICHET_DATA'] || resolve(project, '.guichet')),
    ...(caller ? { CALLER: caller } : {}),
  });
}
