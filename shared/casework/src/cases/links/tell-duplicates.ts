import type { Outcome } from '@guichet/catalogue';
import type { CaseId } from '@guichet/kernel';
import type { DeskTx } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { unwrapDataKey } from '../../privacy/case-key.ts';
import { fillWords } from '../fill-words.ts';
import { type ReplyTo, writeReply } from '../write-reply.ts';

/**
 * Tells whoever asked for the same as somebody else what was decided: in the definition's own words, since those typed for the first person
 * are theirs alone.
 */
export async function tellDuplicates(
  ctx: DeskContext,
  tx: DeskTx,
  firstId: CaseId,
  outcome: Outcome,
): Promise<void> {
  const others = await tx.sql<
    (ReplyTo & { reference: string; serviceCode: string; serviceVersion: number; dataKey: Buffer | null })[]
  >`
    select c.id, c.reference, c.reply_way, c.language, c.service_code, c.service_version, c.data_key
    from case_link l join cases c on c.id = l.case_id
    where l.other_id = ${firstId} and l.kind = 'duplicate' and l.tells and l.ended_at is null and c.reply_way <> 'none'
    order by l.made_at, l.id`;
  for (const other of others) {
    if (other.dataKey === null) continue;
    const service = ctx.catalogue.find(other.serviceCode, other.serviceVersion);
    const words = fillWords(outcome.words[other.language], {
      reference: other.reference,
      service: service?.definition.name[other.language] ?? other.serviceCode,
    });
    const key = unwrapDataKey(ctx.keyring, `case:${other.id}`, other.dataKey);
    const replyId = await writeReply(tx, other, key, 'decision', words);
    await tx.stage('correspondence.send', { replyId });
    await tx.note({ subject: { kind: 'case', id: other.id }, kind: 'case.told-decision', data: { replyId } });
  }
}
