import { idOfHash } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { textRefusalHash } from './text-refusal.ts';

export interface TextWish {
  /** E.164. */
  phone: string;
  /** Whether they still want text messages. */
  wanted: boolean;
}

/**
 * Keeps whether a telephone wants text messages: what is to be sent to one that does not is settled as bounced, and staff see it.
 *
 * Guarantee: the number itself is not kept; repeating changes nothing.
 * Source: Canada's Anti-Spam Legislation (S.C. 2010, c. 23), s. 11
 */
export async function noteTextWish(ctx: DeskContext, { phone, wanted }: TextWish): Promise<void> {
  return transact(ctx, 'text.wish', async (tx) => {
    const hash = textRefusalHash(ctx.keyring, phone);
    const rows = wanted
      ? await tx.sql`delete from text_refusal where phone_hash = ${hash}`
      : await tx.sql`insert into text_refusal (phone_hash, since) values (${hash}, ${tx.now}) on conflict do nothing`;
    if (rows.count === 0) return tx.unchanged(undefined);
    const kind = wanted ? 'texts.wanted' : 'texts.refused';
    return tx.record({ subject: { kind: 'phone', id: idOfHash<'phone'>(hash) }, kind }, undefined);
  });
}
