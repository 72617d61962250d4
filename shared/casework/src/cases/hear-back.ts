import { DeskError, type ReplyId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';
import { lockCase } from './lock-case.ts';
import { requireSeen } from './seen/version-of.ts';
import { writeReply } from './write-reply.ts';

export interface HearBack {
  reference: string;
  /** The referral's key in the definition. */
  referral: string;
  /** What the body told us, in the person's language when they are to hear it; 1 to 4,000 characters. */
  news: string;
  /** Whether the person hears the same words, through the way they chose. */
  tellPerson: boolean;
}

export type Hearing = { kind: 'heard'; replyId: ReplyId | null } | { kind: 'already' };

/**
 * Keeps what came of a referral, sealed with the case, and stages it to the person when they are to hear it.
 *
 * Guarantee: once a referral; news and reply are one transaction; also of a closed case.
 * Errors: not-found — no such case, or the body was not told; invalid — no news; gone — the case's data were destroyed.
 */
export async function hearBack(ctx: DeskContext, input: HearBack): Promise<Hearing> {
  return transact<Hearing>(ctx, 'referral.hear', async (tx) => {
    const words = input.news.trim();
    if (words.length === 0 || words.length > 4000) throw new DeskError('invalid', 'news-missing');
    const found = await lockCase(tx, input.reference);
    const [told] = await tx.sql<[{ newsAt: Date | null }?]>`
      select news_at from referral where case_id = ${found.id} and key = ${input.referral}`;
    if (!told) throw new DeskError('not-found', 'no-such-referral');
    if (told.newsAt !== null) return tx.unchanged({ kind: 'already' });
    await requireSeen(tx, found.id);
    const key = unwrapDataKey(ctx.keyring, `case:${found.id}`, found.dataKey);
    const by = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null;
    await tx.sql`
      update referral set news_at = ${tx.now}, news_by = ${by}, sealed = ${key.seal(`referral:${input.referral}`, { words })}
      where case_id = ${found.id} and key = ${input.referral}`;
    const isTold = input.tellPerson && found.replyWay !== 'none';
    const replyId = isTold ? await writeReply(tx, found, key, 'news', words) : null;
    if (replyId !== null) await tx.stage('correspondence.send', { replyId });
    return tx.record(
      {
        subject: { kind: 'case', id: found.id },
        kind: 'referral.heard',
        data: { referral: input.referral, ...(replyId === null ? {} : { replyId }) },
      },
      { kind: 'heard', replyId },
    );
  });
}
