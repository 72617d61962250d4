import { DeskError, type DraftId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { layOver, type TypedBeside } from '../correspondence/lay-over.ts';
import { newDataKey, unwrapDataKey } from '../privacy/case-key.ts';
import type { DraftContent } from './save-draft.ts';
import { type TypedChange, typedOver } from './typed-over.ts';

export interface KeepTyped extends TypedChange {
  draftId: DraftId;
  /** The service whose questions were on the screen. */
  service: string;
  /** Names of the files given to staff, by evidence id. */
  fileNames?: Record<string, string>;
}

interface Found {
  dataKey: Buffer;
  sealed: Buffer;
  typedKey: Buffer | null;
  typedSealed: Buffer | null;
}

/**
 * Keeps what staff typed in a request beside its draft, with what was typed there before, and gives the answers that stand now.
 *
 * A call that comes back from a transfer writes its whole draft at each answer without reading it (decision 0010): written into the
 * same draft, what staff typed would go, and refusing the call's writing instead would lose what the caller answers from then on.
 *
 * Guarantee: neither writes over the other, nor do two of the staff who send at one moment, where they typed under different
 *   questions; whoever goes on with the draft, staff or its person at another door, has all.
 * Errors: gone — the draft expired, went on elsewhere, became a case or another service's.
 * Source: decision 0014
 */
export async function keepTyped(ctx: DeskContext, input: KeepTyped): Promise<DraftContent['answers']> {
  const { draftId, service, fileNames } = input;
  return transact(ctx, 'draft.save', async (tx) => {
    // Locked before it is read: what is beside may not be there yet, and who comes second finds what the first left.
    const [draft] = await tx.sql<[{ caseId: string | null; service: string }?]>`
      select case_id, service_code as service from draft where id = ${draftId} and expires_at > ${tx.now} for update`;
    if (draft?.service !== service) throw new DeskError('gone', 'draft-expired');
    if (draft.caseId) throw new DeskError('gone', 'draft-submitted');
    const [found] = await tx.sql<[Found]>`
      select d.data_key, d.sealed, t.data_key as typed_key, t.sealed as typed_sealed
      from draft d left join typed_beside t on t.draft_id = d.id where d.id = ${draftId}`;
    const ofDraft = unwrapDataKey(ctx.keyring, `draft:${draftId}`, found.dataKey);
    const content = ofDraft.open('content', found.sealed) as DraftContent;
    const held =
      found.typedSealed &&
      (unwrapDataKey(ctx.keyring, `typed:${draftId}`, found.typedKey).open(
        'content',
        found.typedSealed,
      ) as TypedBeside);
    const before = held?.service === service ? held : undefined;
    const typed: TypedBeside = {
      service,
      answers: typedOver(content.answers, before?.answers ?? {}, input),
      fileNames: { ...before?.fileNames, ...fileNames },
    };
    const { wrapped, key } = newDataKey(ctx.keyring, `typed:${draftId}`);
    await tx.sql`
      insert into typed_beside (draft_id, data_key, sealed, typed_at)
      values (${draftId}, ${wrapped}, ${key.seal('content', typed)}, ${tx.now})
      on conflict (draft_id) do update set data_key = excluded.data_key, sealed = excluded.sealed, typed_at = excluded.typed_at`;
    const { answers } = layOver(content, service, typed);
    if (held) return tx.unchanged(answers);
    return tx.record({ subject: { kind: 'draft', id: draftId }, kind: 'draft.typed-beside' }, answers);
  });
}
