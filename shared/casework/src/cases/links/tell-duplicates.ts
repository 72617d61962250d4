import { type CaseId, DeskError } from '@guichet/kernel';
import { type DeskTx, transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { once } from '../../outbox/once.ts';
import { unwrapDataKey } from '../../privacy/case-key.ts';
import { fillWords } from '../fill-words.ts';
import { type ReplyTo, writeReply } from '../write-reply.ts';

/**
 * Tells whoever asked for the same as somebody else what was decided: in the definition's own words, since those typed for the first person
 * are theirs alone.
 *
 * Guarantee: each is told once, by whichever job, also where two come at once, and whichever team the first case or theirs is with by
 *   now. Shape: one run a job, staged by the closure.
 * Errors: not-found — the case is not closed, or its version of the service is not known.
 */
export async function tellDuplicates(ctx: DeskContext, outboxId: string, firstId: CaseId): Promise<void> {
  await transact(ctx, 'reply.stage', (tx) =>
    once(tx, outboxId, 'casework.tell-duplicates', async () => {
      const [first] = await tx.sql<[{ serviceCode: string; serviceVersion: number; outcome: string }?]>`
        select c.service_code, c.service_version, k.outcome from cases c join case_closure k on k.case_id = c.id where c.id = ${firstId}`;
      const outcome =
        first &&
        ctx.catalogue
          .find(first.serviceCode, first.serviceVersion)
          ?.definition.outcomes.find(({ key }) => key === first.outcome);
      if (!outcome) throw new DeskError('not-found', 'no-such-case', { detail: `no outcome of ${firstId}` });
      for (const other of await lockUntold(tx, firstId)) {
        const service = ctx.catalogue.find(other.serviceCode, other.serviceVersion);
        const words = fillWords(outcome.words[other.language], {
          reference: other.reference,
          service: service?.definition.name[other.language] ?? other.serviceCode,
        });
        const key = unwrapDataKey(ctx.keyring, `case:${other.id}`, other.dataKey);
        const replyId = await writeReply(tx, other, key, 'decision', words);
        await tx.stage('correspondence.send', { replyId });
        await tx.note({
          subject: { kind: 'case', id: other.id },
          kind: 'case.told-decision',
          data: { replyId },
        });
      }
      return tx.unchanged(undefined);
    }),
  );
}

type Untold = ReplyTo & { reference: string; serviceCode: string; serviceVersion: number; dataKey: Buffer };

/** Locks the cases of those who wait for what was decided on another, in one order, and gives them. */
async function lockUntold(tx: DeskTx, firstId: CaseId): Promise<Untold[]> {
  await tx.sql`
    select c.id from case_link l join cases c on c.id = l.case_id
    where l.other_id = ${firstId} and l.kind = 'duplicate' and l.tells and l.ended_at is null
    order by c.reference for no key update of c`;
  // Asked once the locks are held: whoever held them before may have told them.
  return tx.sql<Untold[]>`
    select c.id, c.reference, c.reply_way, c.language, c.service_code, c.service_version, c.data_key
    from case_link l join cases c on c.id = l.case_id
    where l.other_id = ${firstId} and l.kind = 'duplicate' and l.tells and l.ended_at is null and c.reply_way <> 'none'
      and c.data_key is not null and not exists (select 1 from reply r where r.case_id = c.id and r.purpose = 'decision')
    order by l.made_at, l.id`;
}
