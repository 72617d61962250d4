import { DeskError, type Language, type LetterId, newId } from '@guichet/kernel';
import type { DeskTx } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { unwrapDataKey } from '../../privacy/case-key.ts';

/** What we write to who sent a letter that no case holds. */
export interface LetterAnswer {
  language: Language;
  /** 1 to 4,000 characters; paragraphs separated by an empty line. */
  words: string;
  to: { way: 'email'; email: string } | { way: 'letter'; name: string; lines: string[] };
}

/** Why we write: it is not for us, or something is missing in it. */
export type AnswerPurpose = 'not-for-us' | 'missing';

/**
 * Writes an answer under the key of its letter and stages its sending, by e-mail or by way of the print queue. Tells whether it is new.
 *
 * Guarantee: one a letter and purpose, and another only when it came back. Errors: invalid — without words or a recipient.
 */
export async function writeAnswer(
  ctx: DeskContext,
  tx: DeskTx,
  letter: { id: LetterId; dataKey: Buffer },
  purpose: AnswerPurpose,
  answer: LetterAnswer,
): Promise<boolean> {
  const said = answer.words.trim();
  if (said === '' || said.length > 4000) throw new DeskError('invalid', 'answer-without-words');
  const { to } = answer;
  const isReachable =
    to.way === 'email'
      ? /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(to.email)
      : to.name.trim() !== '' && to.lines.filter((line) => line.trim() !== '').length >= 2;
  if (!isReachable) throw new DeskError('invalid', 'answer-without-recipient');
  const by = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null;
  const key = unwrapDataKey(ctx.keyring, `letter:${letter.id}`, letter.dataKey);
  const id = newId<'letter-answer'>();
  const { count } = await tx.sql`
    insert into letter_answer (id, letter_id, purpose, way, language, sealed, written_at, written_by)
    values (${id}, ${letter.id}, ${purpose}, ${to.way}, ${answer.language}, ${key.seal('answer', { ...answer, words: said })},
      ${tx.now}, ${by})
    on conflict (letter_id, purpose) where fate is distinct from 'returned' do nothing`;
  if (count > 0) await tx.stage('correspondence.answer-letter', { answerId: id });
  return count > 0;
}
