import type { Id, StaffId } from '@guichet/kernel';
import { channels, languages, parseReference, type Reference } from '@guichet/kernel';
import { z } from '@hono/zod-openapi';

/** An instant, as a verb gives it. */
export const instant = z.date().openapi({ type: 'string', format: 'date-time' });

/** A calendar day that there can be something on. Shape: ISO, 1900 to 2199 */
export const day = z.iso.date().refine(isNear).openapi({ example: '2027-02-01' });

/** An instant that something can be at. Shape: ISO 8601, 1900 to 2199 */
export const instantTyped = z.iso.datetime({ offset: true }).refine(isNear);

/** What is far off is a slip of the fingers, and some of it no database holds. */
function isNear(text: string): boolean {
  return text >= '1900' && text < '2200';
}

export const bilingual = z.object({ fr: z.string(), en: z.string() }).openapi('Bilingual');
export const language = z.enum(languages);
export const channel = z.enum(channels);

/** The number of a case, in answers: its ten digits. */
export const reference = z.string().openapi({ example: '1234567894' });

/** The number of a case, in requests: written as people write it, too. */
export const referenceTyped = z
  .string()
  .max(40)
  .transform((text, issues): Reference => {
    const parsed = parseReference(text);
    if (parsed) return parsed;
    issues.addIssue({ code: 'custom', message: 'no reference' });
    return z.NEVER;
  })
  .openapi({ type: 'string', example: '1234567894' });

/** The id of something, told or asked. */
export function idOf<Brand extends string>() {
  return z.uuid() as unknown as z.ZodType<Id<Brand>, string>;
}
export const staffId = z.uuid() as unknown as z.ZodType<StaffId, string>;

/** Text that staff write, up to so many characters. */
export function text(max: number) {
  return z.string().max(max);
}

/** Whether a call did it, or found it done. */
export const done = z.object({ isNew: z.boolean() }).openapi('Done');

/** What a verb of two endings says of it. */
export function ended<K extends string>(...kinds: [K, ...K[]]) {
  return z.object({ kind: z.enum(kinds) });
}

/** What went wrong. Source: RFC 9457 */
export const problem = z
  .looseObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    requestId: z.string(),
    errors: z.array(z.object({ path: z.string(), code: z.string(), words: z.string() })).optional(),
    changes: z
      .array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() }))
      .optional()
      .openapi({ description: 'Of a save on an older version of a case: what changed since it was seen.' }),
    version: z
      .int()
      .optional()
      .openapi({ description: 'Of a save on an older version: the version that stands.' }),
  })
  .openapi('Problem');
