import type { AddressValue } from '@guichet/catalogue';
import type { Language, Reference } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import { lockCase } from '../cases/lock-case.ts';
import type { DeskContext } from '../context.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';
import { recipientOf } from './recipient-of.ts';

export interface AddressFile {
  reference: Reference;
  serviceCode: string;
  serviceVersion: number;
  language: Language;
  /** Where its letters go now; undefined when they go another way, or it is not known yet. */
  address: { name: string; address: AddressValue } | undefined;
  /** Letters that came back, or wait for an address. */
  isFailing: boolean;
}

/** Gives where the letters of a case go, and leaves the event that says who looked. Errors: not-found; gone. */
export async function readAddress(ctx: DeskContext, reference: string): Promise<AddressFile> {
  return transact(ctx, 'address.correct', async (tx) => {
    const found = await lockCase(tx, reference);
    const key = unwrapDataKey(ctx.keyring, `case:${found.id}`, found.dataKey);
    const { serviceCode, serviceVersion, language } = found;
    const [state] = await tx.sql<[{ isFailing: boolean }]>`
      select address_failed_at is not null or exists (
        select 1 from task where case_id = ${found.id} and kind = 'address' and done_at is null) as is_failing
      from cases where id = ${found.id}`;
    const to = recipientOf(key, found.replySealed);
    return tx.record(
      { subject: { kind: 'case', id: found.id }, kind: 'address.read' },
      {
        reference: found.reference,
        serviceCode,
        serviceVersion,
        language,
        address: to && { name: to.name, address: to.address },
        isFailing: state.isFailing,
      },
    );
  });
}
