import {
  type CaseId,
  type DeliveryId,
  DeskError,
  newId,
  type PostingId,
  type ReplyId,
} from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { once } from '../outbox/once.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';
import { insertEvidence, storeEvidence } from '../privacy/keep-evidence.ts';
import { type Fate, settleFate } from './delivery-fate.ts';

/** A name and the lines of an address, as an envelope shows them. */
export interface WrittenTo {
  name: string;
  lines: readonly string[];
}

/** What is printed and posted. */
export interface PrintedLetter {
  pdf: Buffer;
  pages: number;
  /** The serial that the codes of its pages carry: by it the envelope is known when it comes back. */
  code: string;
  /** What shows in the window of its envelope. */
  to: WrittenTo;
  /** A form to fill in goes the same way as a letter. */
  kind?: 'reply' | 'form';
}

/**
 * Keeps the letter of a delivery as evidence and puts it in the print queue.
 *
 * Guarantee: one letter in the queue a delivery, however often the job runs; none to an address that failed meanwhile.
 * Errors: not-found; gone — the data was destroyed.
 */
export async function queueLetter(
  ctx: DeskContext,
  outboxId: string,
  deliveryId: DeliveryId,
  { pdf, pages, code, to, kind = 'reply' }: PrintedLetter,
): Promise<void> {
  await transact(ctx, 'reply.deliver', (tx) =>
    once(tx, outboxId, 'correspondence.send', async () => {
      // The case first, as whoever notes that its address fails: the letter is either seen by them or not queued here.
      await tx.sql`select 1 from cases where id = (select case_id from delivery where id = ${deliveryId}) for update`;
      const [found] = await tx.sql<
        [
          {
            caseId: CaseId;
            replyId: ReplyId;
            team: string;
            fate: Fate | null;
            addressFailedAt: Date | null;
            dataKey: Buffer | null;
          }?,
        ]
      >`
        select d.case_id, d.reply_id, c.team, d.fate, c.address_failed_at, c.data_key from delivery d join cases c on c.id = d.case_id where d.id = ${deliveryId} for update of d`;
      if (!found) throw new DeskError('not-found', 'no-such-delivery', { detail: deliveryId });
      if (found.fate !== null) return tx.unchanged(undefined);
      const { caseId } = found;
      if (found.addressFailedAt !== null) {
        await settleFate(tx, { id: deliveryId, fate: null }, { fate: 'withdrawn' });
        await tx.stage('correspondence.send', { replyId: found.replyId });
        return tx.record(
          { subject: { kind: 'case', id: caseId }, kind: 'reply.withdrawn', data: { deliveryId } },
          undefined,
        );
      }
      const stored = await storeEvidence(ctx, {
        kind: 'letter-out',
        mediaType: 'application/pdf',
        bytes: pdf,
        caseId,
      });
      await insertEvidence(tx, stored);
      const id: PostingId = newId<'posting'>();
      const sealed = unwrapDataKey(ctx.keyring, `case:${caseId}`, found.dataKey).seal(`posting:${id}`, to);
      await tx.sql`
        insert into letter_print (id, delivery_id, case_id, team, kind, evidence_id, code, pages, to_sealed, queued_at)
        values (${id}, ${deliveryId}, ${caseId}, ${found.team}, ${kind}, ${stored.id}, ${code}, ${pages}, ${sealed}, ${tx.now})`;
      await settleFate(tx, { id: deliveryId, fate: null }, { fate: 'print-queue' });
      return tx.record(
        {
          subject: { kind: 'case', id: caseId },
          kind: 'reply.print-queue',
          data: { deliveryId, evidenceId: stored.id },
        },
        undefined,
      );
    }),
  );
}
