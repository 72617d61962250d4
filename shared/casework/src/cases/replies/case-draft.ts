import type { CaseId } from '@guichet/kernel';
import { DeskError } from '@guichet/kernel';
import type { Tx } from '@guichet/platform';
import { type DeskTx, transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { type OpenKey, unwrapDataKey } from '../../privacy/case-key.ts';
import { lockCase } from '../lock-case.ts';

export const draftForms = ['reply', 'closure'] as const;
export type DraftForm = (typeof draftForms)[number];

/** What a form held, by control name. */
export type DraftFields = Record<string, string>;

export interface CaseDraft {
  form: DraftForm;
  fields: DraftFields;
  savedAt: Date;
}

/** Unit: characters of all fields. */
const draftMax = 60_000;

/**
 * Keeps what somebody has typed on a case and not sent, sealed with it: a closed tab loses nothing.
 *
 * Guarantee: theirs alone; one a form, the last one kept; no event, since it is nobody's act yet.
 * Errors: not-found; invalid — no such form, or too much.
 */
export async function saveCaseDraft(
  ctx: DeskContext,
  { reference, form, fields }: { reference: string; form: DraftForm; fields: DraftFields },
): Promise<void> {
  return transact(ctx, 'case.reply', async (tx) => {
    if (!draftForms.includes(form) || JSON.stringify(fields).length > draftMax)
      throw new DeskError('invalid', 'words-too-long');
    if (ctx.actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
    const found = await lockCase(tx, reference);
    const key = unwrapDataKey(ctx.keyring, `case:${found.id}`, found.dataKey);
    const sealed = key.seal(fieldOf(ctx.actor.staffId, form), fields);
    await tx.sql`
      insert into case_draft (case_id, staff_id, form, sealed, saved_at)
      values (${found.id}, ${ctx.actor.staffId}, ${form}, ${sealed}, ${tx.now})
      on conflict (case_id, staff_id, form) do update set sealed = excluded.sealed, saved_at = excluded.saved_at`;
    return tx.unchanged(undefined);
  });
}

/** Forgets what somebody had typed, once it was sent. */
export async function dropCaseDraft(
  { actor }: DeskContext,
  tx: DeskTx,
  caseId: CaseId,
  form: DraftForm,
): Promise<void> {
  if (actor.kind !== 'staff') return;
  await tx.sql`delete from case_draft where case_id = ${caseId} and staff_id = ${actor.staffId} and form = ${form}`;
}

/** Gives what the actor has typed on a case and not sent. */
export async function draftsOf(
  { actor }: DeskContext,
  sql: Tx,
  caseId: CaseId,
  key: OpenKey | undefined,
): Promise<CaseDraft[]> {
  if (actor.kind !== 'staff' || key === undefined) return [];
  const rows = await sql<{ form: DraftForm; sealed: Buffer; savedAt: Date }[]>`
    select form, sealed, saved_at from case_draft where case_id = ${caseId} and staff_id = ${actor.staffId} order by form`;
  return rows.map(({ form, sealed, savedAt }) => ({
    form,
    savedAt,
    fields: key.open(fieldOf(actor.staffId, form), sealed) as DraftFields,
  }));
}

const fieldOf = (staffId: string, form: DraftForm): string => `draft:${staffId}:${form}`;
