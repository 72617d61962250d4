import { DeskError, type DraftId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import type { TypedBeside } from '../correspondence/lay-over.ts';
import { newDataKey } from '../privacy/case-key.ts';

export interface KeepTyped {
  draftId: DraftId;
  typed: TypedBeside;
}

/**
 * Keeps what staff typed in a request beside its draft, in the place of what was typed there before.
 *
 * A call that comes back from a transfer writes its whole draft at each answer without reading it (decision 0010): written into the
 * same draft, what staff typed would go, and refusing the call's writing instead would lose what the caller answers from then on.
 *
 * Guarantee: neither writes over the other; whoever goes on with the draft, staff or its person at another door, has both.
 * Errors: gone — the draft expired, went on elsewhere or became a case.
 * Source: decision 0014
 */
export async function keepTyped(ctx: DeskContext, { draftId, typed }: KeepTyped): Promise<void> {
  return transact(ctx, 'draft.save', async (tx) => {
    const [draft] = await tx.sql<[{ caseId: string | null }?]>`
      select case_id from draft where id = ${draftId} and expires_at > ${tx.now} for share`;
    if (!draft) throw new DeskError('gone', 'draft-expired');
    if (draft.caseId) throw new DeskError('gone', 'draft-submitted');
    const { wrapped, key } = newDataKey(ctx.keyring, `typed:${draftId}`);
    const [kept] = await tx.sql<[{ isNew: boolean }]>`
      insert into typed_beside (draft_id, data_key, sealed, typed_at)
      values (${draftId}, ${wrapped}, ${key.seal('content', typed)}, ${tx.now})
      on conflict (draft_id) do update set data_key = excluded.data_key, sealed = excluded.sealed, typed_at = excluded.typed_at
      returning xmax = 0 as is_new`;
    if (!kept.isNew) return tx.unchanged(undefined);
    return tx.record({ subject: { kind: 'draft', id: draftId }, kind: 'draft.typed-beside' }, undefined);
  });
}
