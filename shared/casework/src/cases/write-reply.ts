import type { ReplyChoice, ReplyWay } from '@guichet/catalogue';
import { type CaseId, type Language, newId, type ReplyId } from '@guichet/kernel';
import type { DeskTx } from '../audit/transact.ts';
import type { OpenKey } from '../privacy/case-key.ts';

/** Why we write to a person. */
export type ReplyPurpose = 'acknowledgement' | 'question' | 'decision' | 'news' | 'appointment';

export interface ReplyTo {
  id: CaseId;
  replyWay: ReplyWay;
  language: Language;
}

/** What a reply says, as it is kept. */
export interface ReplyContent {
  words: string;
  /** A question by post: the questions of the form that goes with it. */
  asks?: readonly string[];
  /** What was typed beside the questions, where something was. */
  said?: string;
  /** What the person's calendar takes. */
  event?: CalendarEvent;
}

/** An appointment as a calendar keeps it: the same id again, with a greater sequence, replaces it. Shape: instants as ISO texts. */
export interface CalendarEvent {
  id: string;
  sequence: number;
  startsAt: string;
  endsAt: string;
  place: string;
  isCancelled: boolean;
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
  words: string | ReplyContent,
  to?: ReplyChoice,
): Promise<ReplyId> {
  const replyId = newId<'reply'>();
  const content: ReplyContent = typeof words === 'string' ? { words } : words;
  await tx.sql`
    insert into reply (id, case_id, purpose, way, language, sealed, to_sealed, created_at, written_by)
    values (${replyId}, ${id}, ${purpose}, ${to?.way ?? replyWay}, ${language}, ${key.seal(`reply:${replyId}`, content)},
      ${to === undefined ? null : key.seal(`reply-to:${replyId}`, to)}, ${tx.now}, (select nullif(current_setting('guichet.staff_id', true), '')::uuid))`;
  return replyId;
}
