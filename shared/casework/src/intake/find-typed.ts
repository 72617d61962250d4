import type { DraftId } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';
import type { TypedBeside } from '../correspondence/lay-over.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';

/** Finds what staff typed beside a draft. */
export async function findTyped(ctx: DeskContext, draftId: DraftId): Promise<TypedBeside | undefined> {
  return readAs(ctx, 'draft.read', async (sql) => {
    const [row] = await sql<[{ dataKey: Buffer; sealed: Buffer }?]>`
      select data_key, sealed from typed_beside where draft_id = ${draftId}`;
    return (
      row &&
      (unwrapDataKey(ctx.keyring, `typed:${draftId}`, row.dataKey).open('content', row.sealed) as TypedBeside)
    );
  });
}
