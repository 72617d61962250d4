import { DeskError, type Language, type LetterId, type StaffId } from '@guichet/kernel';
import { type DeskTx, transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';

/** Why a letter is not for us: kept and counted, so that the causes are known. */
export const asideWhys = ['other-body', 'advertising', 'twice', 'no-sender', 'unreadable', 'other'] as const;
export type AsideWhy = (typeof asideWhys)[number];

/** What we write to who sent it. */
export interface LetterAnswer {
  language: Language;
  /** 1 to 4,000 characters; paragraphs separated by an empty line. */
  words: string;
  to: { way: 'email'; email: string } | { way: 'letter'; name: string; lines: string[] };
}

export interface SetAside {
  why?: AsideWhy;
  answer?: LetterAnswer;
}

/**
 * Settles a letter as not for us, with its reason and what is answered to who sent it; its pages stay as evidence.
 *
 * Guarantee: repeating is harmless, the answer is written and staged once, in the same transaction.
 * Errors: not-found; conflict — it became a case, or went on another letter; invalid — an answer without words or a recipient.
 */
export async function setLetterAside(
  ctx: DeskContext,
  letterId: LetterId,
  { why, answer }: SetAside = {},
): Promise<void> {
  return transact(ctx, 'mailroom.settle', async (tx) => {
    const [letter] = await tx.sql<[{ settledAs: string | null; dataKey: Buffer }?]>`
      select settled_as, data_key from letter where id = ${letterId} for update`;
    if (!letter) throw new DeskError('not-found', 'no-such-letter');
    if (letter.settledAs === 'not-for-us') return tx.unchanged(undefined);
    if (letter.settledAs !== null) throw new DeskError('conflict', 'letter-settled');
    const by = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null;
    await tx.sql`
      update letter set settled_at = ${tx.now}, settled_by = ${by}, settled_as = 'not-for-us', aside_why = ${why ?? null}
      where id = ${letterId}`;
    if (answer !== undefined)
      await writeAnswer(ctx, tx, { id: letterId, dataKey: letter.dataKey }, answer, by);
    return tx.record(
      {
        subject: { kind: 'letter', id: letterId },
        kind: 'letter.set-aside',
        data: { ...(why ? { why } : {}), ...(answer ? { answered: answer.to.way } : {}) },
      },
      undefined,
    );
  });
}

async function writeAnswer(
  ctx: DeskContext,
  tx: DeskTx,
  letter: { id: LetterId; dataKey: Buffer },
  answer: LetterAnswer,
  by: StaffId | null,
): Promise<void> {
  const said = answer.words.trim();
  if (said === '' || said.length > 4000) throw new DeskError('invalid', 'answer-without-words');
  const { to } = answer;
  const isReachable =
    to.way === 'email'
      ? /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(to.email)
      : to.name.trim() !== '' && to.lines.filter((line) => line.trim() !== '').length >= 2;
  if (!isReachable) throw new DeskError('invalid', 'answer-without-recipient');
  const key = unwrapDataKey(ctx.keyring, `letter:${letter.id}`, letter.dataKey);
  await tx.sql`
    insert into letter_answer (letter_id, way, language, sealed, written_at, written_by)
    values (${letter.id}, ${to.way}, ${answer.language}, ${key.seal('answer', { ...answer, words: said })}, ${tx.now}, ${by})`;
  if (to.way === 'email') await tx.stage('correspondence.answer-letter', { letterId: letter.id });
}
