import { z } from 'zod';

const count = (otherwise: number) =>
  z.coerce.number({ error: 'un nombre est attendu | a number is expected' }).int().min(0).default(otherwise);

/** The settings of the processes that have people called: whom, and how often. */
export const outboundEnvironment = z.object({
  /** A number that begins with none of these is never called. */
  OUTBOUND_PREFIXES: z
    .string()
    .default('+1')
    .transform((text) => text.split(',').map((prefix) => prefix.trim()))
    .refine((prefixes) => prefixes.every((prefix) => /^\+1\d{0,10}$/.test(prefix)), {
      error: 'indicatifs attendus, p. ex. +1418,+1581 | expected the beginnings of numbers, e.g. +1418,+1581',
    }),
  OUTBOUND_CALLS_A_NUMBER: count(5),
  OUTBOUND_CALLS_AN_HOUR: count(60),
});
