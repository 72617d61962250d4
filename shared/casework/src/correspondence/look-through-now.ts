import type { DeskTx } from '../audit/transact.ts';
import { makeDueAgain } from '../outbox/make-due-again.ts';
import type { RecordedCallId } from './recorded-call-id.ts';

/** Has what the telephone provider keeps of a call looked through now; a look under way is followed by another, for the call was told of meanwhile. */
export async function lookThroughNow(tx: DeskTx, id: RecordedCallId): Promise<void> {
  const [job] = await tx.sql<[{ id: string; isHandedOver: boolean }?]>`
    select id, enqueued_at is not null as is_handed_over from outbox
    where job = 'correspondence.clear-recordings' and ids ->> 'callId' = ${id} and parked_at is null limit 1 for update`;
  if (!job) await tx.stage('correspondence.clear-recordings', { callId: id });
  else if (!job.isHandedOver) await makeDueAgain(tx, job.id, tx.now);
}
