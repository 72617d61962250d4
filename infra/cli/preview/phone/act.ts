import { z } from 'zod';

const keys = z.string().regex(/^[0-9*#]{1,40}$/);
/** Unit: seconds. No line records for longer. */
const secondsMax = 600;

const shape = z.discriminatedUnion('act', [
  z.object({ act: z.literal('key'), key: z.string().regex(/^[0-9*#]$/) }),
  z.object({ act: z.literal('keys'), keys }),
  z.object({
    act: z.literal('speak'),
    text: z.string().trim().min(1).max(500),
    unsure: z.stringbool().catch(false),
  }),
  z.object({ act: z.literal('record'), seconds: z.coerce.number().int().min(0).max(secondsMax) }),
  z.object({ act: z.literal('silence') }),
  z.object({ act: z.literal('transfer'), answer: z.enum(['talk', 'busy', 'no-answer']) }),
  z.object({ act: z.literal('hang-up') }),
]);

/** What the caller of a trial does, or what comes of the staff line that rings. */
export type Act = z.infer<typeof shape>;

/** Reads an act from a posted form; undefined when it is none. */
export function readAct(form: Readonly<Record<string, unknown>>): Act | undefined {
  return shape.safeParse(form).data;
}
