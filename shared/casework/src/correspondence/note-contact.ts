import { newId } from '@guichet/kernel';
import type { DeskTx } from '../audit/transact.ts';

export type ContactChannel = 'phone' | 'mail' | 'counter' | 'email' | 'sms';

/** Through which channel a reply's way reaches the person. */
export function contactChannel(way: string): ContactChannel {
  switch (way) {
    case 'email':
    case 'sms':
      return way;
    case 'voice':
      return 'phone';
    case 'letter':
      return 'mail';
    default:
      return 'counter';
  }
}

/** Writes that we reached out to a person on a case. */
export async function noteContact(
  tx: DeskTx,
  caseId: string,
  channel: ContactChannel,
  kind: string,
  staffId: string | null = null,
  at: Date = tx.now,
): Promise<void> {
  await tx.sql`
    insert into contact (id, case_id, direction, channel, kind, at, staff_id)
    values (${newId()}, ${caseId}, 'out', ${channel}, ${kind}, ${at}, ${staffId})`;
}
