import { DeskError, type LetterId, newId, type PostingId } from '@guichet/kernel';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import type { PrintedLetter } from '../../correspondence/queue-letter.ts';
import { once } from '../../outbox/once.ts';
import { unwrapDataKey } from '../../privacy/case-key.ts';
import { insertEvidence, storeEvidence } from '../../privacy/keep-evidence.ts';
import type { LetterAnswerId } from './answer-of-letter.ts';

/**
 * Keeps what we write to who sent a letter that no case holds, and puts it in the print queue.
 *
 * Guarantee: one letter in the queue an answer, however often the job runs. Errors: not-found; gone — the data was destroyed.
 */
export async function queueAnswer(
  ctx: DeskContext,
  outboxId: string,
  answerId: LetterAnswerId,
  { pdf, pages, code, to }: Omit<PrintedLetter, 'kind'>,
): Promise<void> {
  await transact(ctx, 'reply.deliver', (tx) =>
    once(tx, outboxId, 'correspondence.answer-letter', async () => {
      const [found] = await tx.sql<[{ letterId: LetterId; dataKey: Buffer | null }?]>`
        select a.letter_id, l.data_key from letter_answer a join letter l on l.id = a.letter_id where a.id = ${answerId} for update of a`;
      if (!found) throw new DeskError('not-found', 'no-such-letter', { detail: answerId });
      const [queued] = await tx.sql`select 1 from letter_print where answer_id = ${answerId}`;
      if (queued) return tx.unchanged(undefined);
      const { letterId } = found;
      const stored = await storeEvidence(ctx, {
        kind: 'letter-out',
        mediaType: 'application/pdf',
        bytes: pdf,
        letterId,
      });
      await insertEvidence(tx, stored);
      const id: PostingId = newId<'posting'>();
      const sealed = unwrapDataKey(ctx.keyring, `letter:${letterId}`, found.dataKey).seal(
        `posting:${id}`,
        to,
      );
      await tx.sql`
        insert into letter_print (id, answer_id, kind, evidence_id, code, pages, to_sealed, queued_at)
        values (${id}, ${answerId}, 'answer', ${stored.id}, ${code}, ${pages}, ${sealed}, ${tx.now})`;
      return tx.record(
        {
          subject: { kind: 'letter', id: letterId },
          kind: 'letter.answer-queued',
          data: { answerId, evidenceId: stored.id },
        },
        undefined,
      );
    }),
  );
}
