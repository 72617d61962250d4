import { type BatchId, DeskError } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';

/** Gives the small picture of a page of a batch, JPEG: no line of it can be read, so looking leaves no event. Errors: not-found; gone */
export function readSmallPicture(ctx: DeskContext, batchId: BatchId, place: number): Promise<Buffer> {
  return readAs(ctx, 'mailroom.read', async (sql) => {
    const [row] = await sql<[{ dataKey: Buffer | null; small: Buffer }?]>`
      select b.data_key, p.small from batch_page p join batch b on b.id = p.batch_id
      where p.batch_id = ${batchId} and p.place = ${place} and p.small is not null`;
    if (!row) throw new DeskError('not-found', 'no-such-evidence');
    const text = unwrapDataKey(ctx.keyring, `batch:${batchId}`, row.dataKey).open(
      `small:${place}`,
      row.small,
    );
    return Buffer.from(text as string, 'base64');
  });
}
