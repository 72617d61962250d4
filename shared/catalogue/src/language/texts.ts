import { z } from 'zod';

/** The name of a question, option, outcome or service: what code and conditions call it by. */
export const key = z
  .string()
  .regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'lower-case letters, digits and single dashes, starting with a letter',
  )
  .max(40);

/** A text in both languages of the desk. */
export const bilingual = z.strictObject({ fr: z.string().min(1), en: z.string().min(1) });
