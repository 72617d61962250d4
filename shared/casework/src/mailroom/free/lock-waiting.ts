import { type BatchId, DeskError, type LetterId } from '@guichet/kernel';
import type { DeskTx } from '../../audit/transact.ts';
import { refuseClaimed } from '../claim-letter.ts';

export interface WaitingLetter {
  id: LetterId;
  batchId: BatchId;
  position: number;
  serviceCode: string | null;
  depositedOn: string;
  dataKey: Buffer;
  sealed: Buffer;
  readAt: Date;
}

/** Locks a letter that waits for a person. Errors: not-found; conflict — it is settled, a first person keyed it, or one confirms it. */
export async function lockWaiting(tx: DeskTx, id: LetterId): Promise<WaitingLetter> {
  const [row] = await tx.sql<[(WaitingLetter & { settledAs: string | null; keyedAt: Date | null })?]>`
    select id, batch_id, position, service_code, deposited_on::text as deposited_on, data_key, sealed, read_at, settled_as, keyed_at
    from letter where id = ${id} for update`;
  if (!row) throw new DeskError('not-found', 'no-such-letter');
  if (row.settledAs !== null || row.keyedAt !== null) throw new DeskError('conflict', 'letter-settled');
  await refuseClaimed(tx, id);
  return row;
}
