import { type ContactId, DeskError, idOfHash } from '@guichet/kernel';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { unwrapDataKey } from '../../privacy/case-key.ts';
import { lockCase } from '../lock-case.ts';

/** Channels on which staff and people meet without the desk being part of it. */
export const loggedChannels = ['phone', 'counter', 'email', 'mail', 'sms', 'web'] as const;
export type LoggedChannel = (typeof loggedChannels)[number];

export interface LogContact {
  reference: string;
  channel: LoggedChannel;
  /** `in`: the person reached us. */
  direction: 'in' | 'out';
  /** What was said; 1 to 4,000 characters. */
  words: string;
  /** How long it took, where somebody counted. Unit: minutes */
  minutes?: number;
  /** One contact a key, which the form carries. */
  key: string;
}

/** Unit: characters; minutes. */
const [wordsMax, minutesMax] = [4000, 600];

/**
 * Keeps that staff and the person were in touch outside of the desk's own channels, and what was said, sealed.
 *
 * Guarantee: append-only; repeating is harmless; also of a closed case.
 * Errors: not-found; invalid — no words, no such channel, or a length that can't be; gone — the case's data were destroyed.
 */
export async function logContact(ctx: DeskContext, input: LogContact): Promise<ContactId> {
  return transact<ContactId>(ctx, 'contact.log', async (tx) => {
    const { actor } = ctx;
    const { channel, direction, minutes } = input;
    const words = input.words.trim();
    if (words.length === 0 || words.length > wordsMax)
      throw new DeskError('invalid', 'contact-words-missing', { params: { max: wordsMax } });
    if (!loggedChannels.includes(channel) || !['in', 'out'].includes(direction))
      throw new DeskError('invalid', 'contact-channel-missing');
    if (minutes !== undefined && !(Number.isInteger(minutes) && minutes >= 0 && minutes <= minutesMax))
      throw new DeskError('invalid', 'contact-minutes-wrong', { params: { max: minutesMax } });
    if (actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
    const found = await lockCase(tx, input.reference);
    const id = idOfHash<'contact'>(ctx.keyring.blindIndex('contact', `${found.id}|${input.key}`));
    const key = unwrapDataKey(ctx.keyring, `case:${found.id}`, found.dataKey);
    const made = await tx.sql`
      insert into contact (id, case_id, direction, channel, kind, at, staff_id, seconds, sealed)
      values (${id}, ${found.id}, ${direction}, ${channel}, 'logged', ${tx.now}, ${actor.staffId},
        ${minutes === undefined ? null : minutes * 60}, ${key.seal(`contact:${id}`, { words })}) on conflict (id) do nothing`;
    if (made.count === 0) return tx.unchanged(id);
    const data = { contactId: id, channel, direction };
    return tx.record({ subject: { kind: 'case', id: found.id }, kind: 'contact.logged', data }, id);
  });
}
