import { isToComplete } from '@guichet/catalogue';
import { DeskError } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import { todayOf } from '../clocks/today.ts';
import type { DeskContext } from '../context.ts';
import { serviceSubject } from '../intake/service-subject.ts';

export interface PublishService {
  code: string;
  version: number;
  /** ISO day from which it is on offer; absent means today. */
  effectiveOn?: string;
  why: string;
}

/**
 * Publishes a draft of the catalogue as it stands: from its day on it is on offer, and its text changes no more.
 *
 * Guarantee: repeating publishes nothing anew; who, when, from when and why stay in its history. Gives whether it was this call.
 * Errors: not-allowed; not-found — no such draft; invalid — no reason, a day gone by, or parts still to complete.
 * Source: design §4
 */
export async function publishService(ctx: DeskContext, input: PublishService): Promise<boolean> {
  const { code, version } = input;
  const today = todayOf(ctx.clock.now());
  const effectiveOn = input.effectiveOn ?? today;
  const why = reasonOf(input.why);
  if (!isDay(effectiveOn) || effectiveOn < today) throw new DeskError('invalid', 'publication-day-past');
  const isPublished = await transact(ctx, 'service.publish', async (tx) => {
    const [known] = await tx.sql`select 1 from service_version where code = ${code} and version = ${version}`;
    if (known) return tx.unchanged(false);
    const draft = ctx.catalogue.drafts.find(
      ({ definition }) => definition.code === code && definition.version === version,
    );
    if (!draft) throw new DeskError('not-found', 'no-such-draft');
    const { definition, hash } = draft;
    if (isToComplete(definition)) throw new DeskError('invalid', 'draft-to-complete');
    const made = await tx.sql`
      insert into service_version (code, version, hash, definition, published_at, effective_on, published_why)
      values (${code}, ${version}, ${hash}, ${tx.sql.json(JSON.parse(JSON.stringify(definition)))}, ${tx.now}, ${effectiveOn}, ${why})
      on conflict (code, version) do nothing`;
    if (made.count === 0) return tx.unchanged(false);
    const data = { code, version, hash, effectiveOn, why };
    return tx.record({ subject: serviceSubject(input), kind: 'service.published', data }, true);
  });
  await ctx.catalogue.refresh?.();
  return isPublished;
}

/** Unit: characters, as in the database. */
const reasonLength = { min: 3, max: 500 };

/** Reads a reason; a change without one is refused. */
export function reasonOf(typed: string): string {
  const why = typed.trim();
  if (why.length < reasonLength.min || why.length > reasonLength.max)
    throw new DeskError('invalid', 'reason-missing', { params: { ...reasonLength } });
  return why;
}

/** Tells whether a text is an ISO day that the calendar has. */
export function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // The thirtieth of February is read as a day of March: only what is written back the same is a day.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}
