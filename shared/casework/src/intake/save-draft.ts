import { day, type Channel, DeskError, type DraftId, type Language, newId } from '@guichet/kernel';
import { type DeskTx, transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { newDataKey, unwrapDataKey } from '../privacy/case-key.ts';

/** What a draft holds, sealed as one: nothing in it is readable in the table. */
export interface DraftContent {
  answers: Record<string, unknown>;
  skipped: string[];
  provenance?: Record<string, unknown>;
  /** Names of the files sent with it, by evidence id. */
  fileNames?: Record<string, string>;
  /** When the person acted, where that was before it came here: a form kept by a counter without network. ISO instant. */
  depositedAt?: string;
  /** Of such a form: how what came of it stands. */
  kept?: KeptDraft;
}

/** How a form that a counter kept without network stands here. */
export interface KeptDraft {
  /** `coming` until its documents are stored too; `whole` is taken as it is; `to-mend` waits for the clerk to send the live form. */
  stands: 'coming' | 'whole' | 'to-mend';
  /** The press that it came from, as the workstation wrote it: sent again, it is known by this. */
  press: string;
  /** When it was last typed, by our clock: an older press undoes nothing of it. ISO instant. */
  at: string;
  /** Why a document was not taken: the public key of the refusal. */
  refused?: string;
}

export interface SaveDraft {
  /** Absent makes a new draft, or finds the one of `externalKey`. */
  id?: DraftId;
  /** What the channel knows it by, e.g. `call:<CallSid>`; one draft a key. */
  externalKey?: string;
  service: string;
  version: number;
  channel: Channel;
  language: Language;
  content: DraftContent;
  /** The stamp of the draft that this goes on from: what was kept over it meanwhile is not undone. */
  over?: string;
}

/** How long a draft waits for its person. */
export const draftLifeMs = 30 * day;

/**
 * Keeps a submission that is not finished yet, so that nothing said or typed is lost.
 *
 * Guarantee: durable when this answers; one draft an external key; a draft that became a case is no longer changed.
 * Errors: gone — the draft expired or became a case; conflict — it is no longer as it was when it had the stamp `over`.
 */
export async function saveDraft(ctx: DeskContext, input: SaveDraft): Promise<DraftId> {
  return transact(ctx, 'draft.save', async (tx) => {
    const find = () => tx.sql<[Known?]>`
      select id, data_key, case_id, xmin::text as stamp from draft
      where id = ${input.id ?? null} or external_key = ${input.externalKey ?? null} for update`;
    const [known] = await find();
    if (known) return tx.unchanged(await rewrite(ctx, tx, known, input));
    if (input.id || input.over) throw new DeskError('gone', 'draft-expired');
    const id = await begin(ctx, tx, input);
    if (id) {
      const data = { channel: input.channel, service: input.service };
      return tx.record({ subject: { kind: 'draft', id }, kind: 'draft.started', data }, id);
    }
    // Two first writers met at the door's key: who waited there finds the row of the other.
    const [met] = await find();
    if (!met) throw new DeskError('gone', 'draft-expired');
    return tx.unchanged(await rewrite(ctx, tx, met, input));
  });
}

interface Known {
  id: DraftId;
  dataKey: Buffer;
  caseId: string | null;
  stamp: string;
}

/** Puts what is kept in the place of what was, under the same key. Errors: gone — it became a case; conflict */
async function rewrite(ctx: DeskContext, tx: DeskTx, known: Known, input: SaveDraft): Promise<DraftId> {
  if (known.caseId) throw new DeskError('gone', 'draft-submitted');
  if (input.over !== undefined && input.over !== known.stamp)
    throw new DeskError('conflict', 'answers-changed');
  const sealed = unwrapDataKey(ctx.keyring, `draft:${known.id}`, known.dataKey).seal(
    'content',
    input.content,
  );
  await tx.sql`
    update draft set sealed = ${sealed}, language = ${input.language}, service_code = ${input.service},
      service_version = ${input.version}, updated_at = ${tx.now}, expires_at = ${lastDay(tx)}
    where id = ${known.id}`;
  return known.id;
}

/** Makes a new draft; answers undefined when another writer has just made the one of this external key. */
async function begin(ctx: DeskContext, tx: DeskTx, input: SaveDraft): Promise<DraftId | undefined> {
  const id = newId<'draft'>();
  const { wrapped, key } = newDataKey(ctx.keyring, `draft:${id}`);
  const { count } = await tx.sql`
    insert into draft (id, external_key, service_code, service_version, channel, language, data_key, sealed, created_at, updated_at, expires_at)
    values (${id}, ${input.externalKey ?? null}, ${input.service}, ${input.version}, ${input.channel}, ${input.language},
      ${wrapped}, ${key.seal('content', input.content)}, ${tx.now}, ${tx.now}, ${lastDay(tx)})
    on conflict (external_key) do nothing`;
  return count === 0 ? undefined : id;
}

function lastDay(tx: DeskTx): Date {
  return new Date(tx.now.getTime() + draftLifeMs);
}
