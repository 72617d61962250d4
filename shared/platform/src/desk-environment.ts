import { z } from 'zod';

/** The settings that every process which opens the desk needs; each `config.ts` adds its own to them. */
export const deskEnvironment = z.object({
  DATABASE_URL: z.string(),
  REDIS_URL: z.string(),
  GUICHET_KEY_FILE: z.string(),
  GUICHET_DATA: z.string().default('.guichet'),
  CATALOGUE_DIR: z.string().default('shared/catalogue/packs'),
  /** The sheets in the printers of the body. */
  PAPER: z
    .enum(['letter', 'a4'], { error: 'letter ou a4 attendu | letter or a4 expected' })
    .default('letter'),
  NODE_ENV: z.string().optional(),
});
