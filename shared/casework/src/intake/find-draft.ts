import type { CaseId, DraftId, Language } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';
import type { DraftContent } from './save-draft.ts';

export interface Draft {
  id: DraftId;
  /** What the channel knows it by. */
  externalKey: string | null;
  service: string;
  version: number;
  language: Language;
  content: DraftContent;
  /** Set once it was accepted. */
  caseId: CaseId | null;
  /** Another whenever its row was written since. Shape: opaque */
  stamp: string;
}

/** Finds a draft that has not expired, by the unguessable id its holder keeps, or by its external key. */
export async function findDraft(
  ctx: DeskContext,
  by: { id: DraftId } | { externalKey: string },
): Promise<Draft | undefined> {
  return readAs(ctx, 'draft.read', async (sql) => {
    const [row] = await sql<[(Omit<Draft, 'content'> & { dataKey: Buffer; sealed: Buffer })?]>`
      select id, external_key, service_code as service, service_version as version, language, case_id, xmin::text as stamp, data_key, sealed
      from draft
      where ${'id' in by ? sql`id = ${by.id}` : sql`external_key = ${by.externalKey}`} and expires_at > ${ctx.clock.now()}`;
    if (!row) return undefined;
    const { dataKey, sealed, ...facts } = row;
    const content = unwrapDataKey(ctx.keyring, `draft:${row.id}`, dataKey).open(
      'content',
      sealed,
    ) as DraftContent;
    return { ...facts, content };
  });
}
