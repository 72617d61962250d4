import type { BatchId, LetterId } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';

export interface SameLetter {
  id: LetterId;
  batchId: BatchId;
  receivedAt: Date;
  settledAs: 'case' | 'not-for-us' | 'part-of' | null;
  /** Of the case it became, when the actor's teams see that case. Digits only. */
  reference: string | null;
}

/** Lists letters of other batches that bear the serial of this one, oldest first: very likely the same letter sent or scanned twice. */
export function listSameLetters(ctx: DeskContext, id: LetterId): Promise<SameLetter[]> {
  return readAs(ctx, 'mailroom.read', async (sql) => {
    const rows = await sql<SameLetter[]>`
      select o.id, o.batch_id, b.received_at, o.settled_as, c.reference
      from letter l join letter o on o.serial = l.serial and o.service_code = l.service_code and o.batch_id <> l.batch_id
        join batch b on b.id = o.batch_id left join cases c on c.id = o.case_id
      where l.id = ${id} order by b.received_at, o.id`;
    return [...rows];
  });
}
