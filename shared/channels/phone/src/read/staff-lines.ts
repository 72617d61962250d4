import { z } from 'zod';
import { isCallable } from '../say/call-person.ts';

const refusal =
  'numéros nord-américains attendus, p. ex. +14185550101, séparés par des virgules | expected North American numbers, e.g. +14185550101, separated by commas';

/**
 * Reads the setting that names the telephones of staff, in the order they are rung.
 *
 * Guarantee: one number that could not be rung refuses them all, at the start: found during a call it would be a wait
 *   without end. The refusal repeats no number.
 */
export const staffLines = z
  .string()
  .default('')
  .transform((text) =>
    text.trim() === '' ? [] : text.split(',').map((line) => line.replace(/[\s.()-]/g, '')),
  )
  .refine((lines) => lines.every(isCallable), { error: refusal });
