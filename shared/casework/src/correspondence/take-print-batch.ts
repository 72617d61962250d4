import { DeskError, type PostingId, type PrintBatchId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';

export interface TakePrintBatch {
  /** Made when the page is drawn: the same click twice is one batch. */
  batchId: PrintBatchId;
}

export type TakenBatch = { kind: 'taken' | 'already'; number: number };

/** As many as are printed and put in envelopes in one go; the rest wait for the next batch. */
const lettersMax = 250;

/**
 * Takes all that waits to be printed as one batch that stays as it is.
 *
 * Guarantee: a letter is in one batch at a time, whoever clicks when; the same click twice is one batch; longest waiting first.
 * Errors: conflict — nothing waits.
 */
export async function takePrintBatch(ctx: DeskContext, { batchId }: TakePrintBatch): Promise<TakenBatch> {
  return transact<TakenBatch>(ctx, 'print.mark', async (tx) => {
    if (ctx.actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
    const [made] = await tx.sql<[{ number: number }?]>`
      insert into print_batch (id, teams, taken_at, taken_by) values (${batchId}, '{}', ${tx.now}, ${ctx.actor.staffId})
      on conflict (id) do nothing returning number`;
    if (!made) {
      const [known] = await tx.sql<
        [{ number: number }?]
      >`select number from print_batch where id = ${batchId}`;
      if (!known) throw new DeskError('conflict', 'nothing-to-print');
      return tx.unchanged({ kind: 'already', number: known.number });
    }
    // Two clerks at once: the second waits for the first's rows, finds them taken, and gets what is left.
    const letters = await tx.sql<{ id: PostingId; team: string | null }[]>`
      with first as (
        select id from letter_print where posted_at is null and batch_id is null and withdrawn_at is null order by queued_at, id limit ${lettersMax} for update)
      update letter_print p set batch_id = ${batchId} from first where p.id = first.id and p.batch_id is null and p.withdrawn_at is null
      returning p.id, p.team`;
    if (letters.length === 0) throw new DeskError('conflict', 'nothing-to-print');
    await tx.sql`
      insert into print_batch_letter (batch_id, letter_print_id, case_id, position)
      select ${batchId}, id, case_id, row_number() over (order by queued_at, id) from letter_print where batch_id = ${batchId}`;
    // An answer to a letter that no case holds is of the mailroom, whichever team prints it.
    const teams = [...new Set(letters.flatMap(({ team }) => team ?? []))].sort();
    await tx.sql`update print_batch set teams = ${teams} where id = ${batchId}`;
    return tx.record(
      {
        subject: { kind: 'print-batch', id: batchId },
        kind: 'print-batch.taken',
        data: { number: made.number, letters: letters.length, teams },
      },
      { kind: 'taken', number: made.number },
    );
  });
}
