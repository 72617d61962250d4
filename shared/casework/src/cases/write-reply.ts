import type { ReplyChoice, ReplyWay } from '@guichet/catalogue';
import { type CaseId, type Language, newId, type ReplyId } from '@guichet/kernel';
import type { DeskTx } from '../audit/transact.ts';
import type { OpenKey } from '../privacy/case-key.ts';

/** Why we write to a person. */
export type ReplyPurpose = 'acknowledgement' | 'question' | 'decision' | 'news';

export interface ReplyTo {
  id: CaseId;
  replyWay: ReplyWay;
  language: Language;
}

/**
 * Writes words to the person of a case, sealed under its key and to go the way they chose, or to where `to` says; whoever calls
 * stages the sending.
 */
export async function writeReply(
  tx: DeskTx,
  { id, replyWay, language }: ReplyTo,
  key: OpenKey,
  purpose: ReplyPurpose,
  words: string,
  to?: ReplyChoice,
): Promise<ReplyId> {
  const replyId = newId<'reply'>();
  await tx.sql`
    insert into reply (id, case_id, purpose, way, language, sealed, to_sealed, created_at)
    values (${replyId}, ${id}, ${purpose}, ${to?.way ?? replyWay}, ${language}, ${key.seal(`reply:${replyId}`, { words })},
      ${to === undefined ? null : key.seal(`reply-to:${replyId}`, to)}, ${tx.now})`;
  return replyId;
}
