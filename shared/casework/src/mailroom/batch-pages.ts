import type { BatchId, LetterId } from '@guichet/kernel';
import type { DeskTx } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { newDataKey } from '../privacy/case-key.ts';
import { insertEvidence, type StoredEvidence, storeEvidence } from '../privacy/keep-evidence.ts';
import type { PageTaken } from './letter-reading.ts';

/** The pages of a batch with their pictures kept: enough to write their rows. */
export interface PreparedPages {
  dataKey: Buffer;
  pages: { taken: PageTaken; small: Buffer | null; apart: StoredEvidence | undefined }[];
}

/** Seals the small pictures of a batch's pages, and keeps the pictures of those that are in no letter. */
export async function preparePages(
  ctx: DeskContext,
  batchId: BatchId,
  taken: readonly PageTaken[],
): Promise<PreparedPages> {
  const { wrapped, key } = newDataKey(ctx.keyring, `batch:${batchId}`);
  const pages: PreparedPages['pages'] = [];
  for (const page of taken) {
    const small = page.small ? key.seal(`small:${page.place}`, page.small.toString('base64')) : null;
    const bytes = await page.picture?.();
    const apart =
      bytes && bytes.length > 0
        ? await storeEvidence(ctx, { kind: 'page', mediaType: 'image/jpeg', bytes, batchId })
        : undefined;
    pages.push({ taken: page, small, apart });
  }
  return { dataKey: wrapped, pages };
}

/** Writes what each page was taken for, with its letter and its picture. */
export async function insertPages(
  tx: DeskTx,
  batchId: BatchId,
  { pages }: PreparedPages,
  letters: readonly {
    id: LetterId;
    pages: readonly { stored: StoredEvidence; place: number | undefined }[];
  }[],
): Promise<void> {
  for (const { taken, small, apart } of pages) {
    if (apart !== undefined) await insertEvidence(tx, apart);
    const letter = taken.letter === undefined ? undefined : letters[taken.letter];
    const picture = apart ?? letter?.pages.find(({ place }) => place === taken.place)?.stored;
    await tx.sql`
      insert into batch_page (batch_id, place, taken_for, form_page, form_pages, doubts, letter_id, evidence_id, small)
      values (${batchId}, ${taken.place}, ${taken.takenFor}, ${taken.formPage ?? null}, ${taken.formPages ?? null}, ${taken.doubts},
        ${letter?.id ?? null}, ${picture?.id ?? null}, ${small})`;
  }
}
