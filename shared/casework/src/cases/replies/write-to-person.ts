import { DeskError, idOfHash, type ReplyId } from '@guichet/kernel';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { unwrapDataKey } from '../../privacy/case-key.ts';
import { lockCase } from '../lock-case.ts';
import { requireSeen } from '../seen/version-of.ts';
import { writeReply } from '../write-reply.ts';
import { dropCaseDraft } from './case-draft.ts';

export interface WriteToPerson {
  reference: string;
  /** In the person's language; 1 to 4,000 characters. */
  words: string;
  /** One reply a key, which the form carries. */
  key: string;
}

/** Unit: characters. */
const wordsMax = 4000;

/**
 * Writes to the person of a case the way they chose, without deciding it or stopping its clocks.
 *
 * Guarantee: one reply a key; the draft it was typed in is gone with it; also of a closed case.
 * Errors: not-found; conflict — the case changed since it was seen; invalid — no words, words left to fill, or the person wants no answer.
 */
export async function writeToPerson(ctx: DeskContext, input: WriteToPerson): Promise<ReplyId> {
  return transact<ReplyId>(ctx, 'case.reply', async (tx) => {
    const words = input.words.trim();
    if (words.length === 0 || words.length > wordsMax)
      throw new DeskError('invalid', 'reply-words-missing', { params: { max: wordsMax } });
    if (/\{[a-z]+\}/.test(words)) throw new DeskError('invalid', 'reply-to-fill');
    const found = await lockCase(tx, input.reference);
    if (found.replyWay === 'none') throw new DeskError('invalid', 'no-way-to-ask');
    const sent = idOfHash<'effect'>(ctx.keyring.blindIndex('reply', `${found.id}|${input.key}`));
    const [before] = await tx.sql<[{ data: { replyId: ReplyId } }?]>`
      select data from event where subject_id = ${found.id} and kind = 'reply.written' and data ->> 'key' = ${sent}`;
    if (before) return tx.unchanged(before.data.replyId);
    await requireSeen(tx, found.id);
    const key = unwrapDataKey(ctx.keyring, `case:${found.id}`, found.dataKey);
    const replyId = await writeReply(tx, found, key, 'news', words);
    await tx.stage('correspondence.send', { replyId });
    await dropCaseDraft(ctx, tx, found.id, 'reply');
    return tx.record(
      {
        subject: { kind: 'case', id: found.id },
        kind: 'reply.written',
        data: { replyId, key: sent },
      },
      replyId,
    );
  });
}
