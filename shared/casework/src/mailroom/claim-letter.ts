import { DeskError, type LetterId, minute } from '@guichet/kernel';
import type { DeskTx } from '../audit/transact.ts';

/** Longer than any confirmation takes; one that broke off holds a letter no longer than this, unless it made a case. */
const claimMs = 5 * minute;

/** Says that a locked letter is being confirmed: until it is settled its pages stay together. Guarantee: confirming it again is never refused. */
export async function claimLetter(tx: DeskTx, id: LetterId): Promise<void> {
  await tx.sql`update letter set claimed_at = ${tx.now} where id = ${id}`;
}

/** Refuses a locked letter that another person is confirming, or whose pages are in a case already. Errors: conflict — letter-being-confirmed */
export async function refuseClaimed(tx: DeskTx, id: LetterId): Promise<void> {
  const since = new Date(tx.now.getTime() - claimMs);
  const [held] = await tx.sql`
    select 1 from letter l where l.id = ${id} and l.settled_at is null and (l.claimed_at > ${since} or exists (
      select 1 from evidence e where e.letter_id = l.id and e.kind = 'page' and e.case_id is not null))`;
  if (held) throw new DeskError('conflict', 'letter-being-confirmed');
}
