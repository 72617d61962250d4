import { DeskError, type DraftId, hour, idOfHash, type Language } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { newDataKey } from '../privacy/case-key.ts';
import { countTry, type TryLimit } from '../privacy/count-try.ts';
import { isAllowedNumber } from './count-outbound-call.ts';
import { refusesTexts } from './text-refusal.ts';

export interface TextResumeLink {
  draftId: DraftId;
  /** E.164. */
  phone: string;
  language: Language;
  rules: TextRules;
}

/** Whom the desk may send text messages to, and how many links it sends in all in an hour. */
export interface TextRules {
  /** A number that begins with none of these is sent nothing. */
  prefixes: readonly string[];
  textsAnHour: number;
}

/** Anyone may call with another's number shown: it gets so many texts an hour and no more. */
const textsToOne: TryLimit = { max: 3, withinMs: hour };

/**
 * Asks for the link to a draft to be sent by text message; `refused` when that telephone wants none, `not-allowed` when the
 * desk writes to no such number.
 *
 * Guarantee: one text a draft and telephone, however often it is asked; the telephone is sealed, until nothing more is sent to it.
 * Errors: gone — the draft has no number, or is no more; too-many.
 */
export async function textResumeLink(
  ctx: DeskContext,
  { draftId, phone, language, rules }: TextResumeLink,
): Promise<'kept' | 'refused' | 'not-allowed'> {
  const id = idOfHash<'text'>(ctx.keyring.blindIndex('resume-text', `${draftId}|${phone}`));
  return transact<'kept' | 'refused' | 'not-allowed'>(ctx, 'text.ask', async (tx) => {
    if (!isAllowedNumber(phone, rules.prefixes)) return tx.unchanged('not-allowed');
    if (await refusesTexts(tx.sql, ctx.keyring, phone)) return tx.unchanged('refused');
    const [draft] = await tx.sql`
      select 1 from draft where id = ${draftId} and number is not null and case_id is null and expires_at > ${tx.now}`;
    if (!draft) throw new DeskError('gone', 'draft-expired');
    const { wrapped, key } = newDataKey(ctx.keyring, `text:${id}`);
    const asked = await tx.sql`
      insert into text_message (id, draft_id, language, data_key, sealed, created_at)
      values (${id}, ${draftId}, ${language}, ${wrapped}, ${key.seal('phone', phone)}, ${tx.now})
      on conflict do nothing`;
    if (asked.count === 0) return tx.unchanged('kept');
    await countTry(ctx, tx, 'text-to', phone, textsToOne);
    await countTry(ctx, tx, 'text-to', 'anyone', { max: rules.textsAnHour, withinMs: hour });
    await tx.stage('correspondence.send-text', { textId: id });
    const subject = { kind: 'draft', id: draftId } as const;
    return tx.record<'kept'>({ subject, kind: 'draft.link-asked', data: { textId: id } }, 'kept');
  });
}
