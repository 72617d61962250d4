import { z } from 'zod';

const count = (otherwise: number) =>
  z.coerce.number({ error: 'un nombre est attendu | a number is expected' }).int().min(0).default(otherwise);

/** The settings of the processes that have people called: whom, and how often. */
export const outboundEnvironment = z.object({
  /** A number that begins with none of these is never called, nor sent a text message. */
  OUTBOUND_PREFIXES: z
    .string()
    .default('+1')
    .transform((text) => text.split(',').map((prefix) => prefix.trim()))
    .refine((prefixes) => prefixes.every((prefix) => /^\+1\d{0,10}$/.test(prefix)), {
      error: 'indicatifs attendus, p. ex. +1418,+1581 | expected the beginnings of numbers, e.g. +1418,+1581',
    }),
  /** 0 calls nobody: replies by call are then shown to staff as not told. */
  OUTBOUND_CALLS_A_NUMBER: count(5),
  OUTBOUND_CALLS_AN_HOUR: count(60),
});

/** The settings of the process that has links sent by text message, which any caller may ask for: to whom, and how often. */
export const textEnvironment = z.object({
  OUTBOUND_PREFIXES: outboundEnvironment.shape.OUTBOUND_PREFIXES,
  OUTBOUND_TEXTS_AN_HOUR: count(60),
});
