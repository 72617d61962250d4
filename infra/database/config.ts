import { readConfig } from '@guichet/platform';
import { z } from 'zod';

const schema = z.object({ DATABASE_URL: z.string().optional(), DATABASE_OWNER_URL: z.string().optional() });

/** Gives the address under which migrations run: the owner's, or else the application's. */
export function migrationUrl(): string | undefined {
  const config = readConfig(schema, process.env);
  return config.DATABASE_OWNER_URL ?? config.DATABASE_URL;
}
