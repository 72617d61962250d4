import type { DeskTx } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';

/** Has calls that are asked for at the same moment count one after the other, until the transaction's end. */
export async function lockCounts(tx: DeskTx): Promise<void> {
  await tx.sql`select pg_advisory_xact_lock(hashtextextended('outbound-calls', 0))`;
}

/** Gives a count for the number, and one for all; of the number only a keyed hash. */
export function subjectsOf({ keyring }: DeskContext, phone: string): [Buffer, Buffer] {
  return [keyring.blindIndex('outbound-call', phone), keyring.blindIndex('outbound-call', 'anyone')];
}

/** Counts a call to each of the subjects, at an instant that may be to come. */
export async function countCalls(tx: DeskTx, subjects: Buffer[], at: Date = tx.now): Promise<void> {
  for (const subject of subjects)
    await tx.sql`insert into attempt (subject_hash, at) values (${subject}, ${at})`;
}

/** Takes one call out of the count of each of the subjects again. */
export async function uncountCalls(tx: DeskTx, subjects: Buffer[], at: Date): Promise<void> {
  for (const subject of subjects)
    await tx.sql`
      delete from attempt where ctid in (
        select ctid from attempt where subject_hash = ${subject} and at = ${at} limit 1)`;
}

/** Gives when the oldest of the last `max` calls leaves the window; undefined while there were fewer. */
export async function freeAt(
  tx: DeskTx,
  subject: Buffer,
  max: number,
  withinMs: number,
): Promise<Date | undefined> {
  const since = new Date(tx.now.getTime() - withinMs);
  const [oldest] = await tx.sql<[{ at: Date }?]>`
    select at from attempt where subject_hash = ${subject} and at > ${since} order by at desc offset ${max - 1} limit 1`;
  return oldest && new Date(oldest.at.getTime() + withinMs);
}
