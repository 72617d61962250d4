import type { CompiledService } from '@guichet/catalogue';
import type { DraftId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';
import type { DraftContent } from './save-draft.ts';

/** Tells which question an anonymous answer is counted by, and must not be traced by. */
export const nameQuestion = ({ definition: { who } }: CompiledService): string | undefined =>
  who.anonymous ? who.once : undefined;

/**
 * Takes out of a draft that became an anonymous answer what the person is known by, with all that staff typed beside it; other
 * drafts are left as they are.
 */
export async function forgetName(ctx: DeskContext, service: CompiledService, id: DraftId): Promise<void> {
  const question = nameQuestion(service);
  if (question === undefined) return;
  await transact(ctx, 'draft.save', async (tx) => {
    await tx.sql`delete from typed_beside where draft_id = ${id}`;
    const [row] = await tx.sql<[{ dataKey: Buffer; sealed: Buffer }?]>`
      select data_key, sealed from draft where id = ${id} for update`;
    if (!row) return tx.unchanged(undefined);
    const key = unwrapDataKey(ctx.keyring, `draft:${id}`, row.dataKey);
    const content = key.open('content', row.sealed) as DraftContent;
    if (!Object.hasOwn(content.answers, question)) return tx.unchanged(undefined);
    const { [question]: _, ...answers } = content.answers;
    await tx.sql`update draft set sealed = ${key.seal('content', { ...content, answers })} where id = ${id}`;
    return tx.record({ subject: { kind: 'draft', id }, kind: 'draft.name-forgotten' }, undefined);
  });
}
