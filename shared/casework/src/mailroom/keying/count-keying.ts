import type { DeskTx } from '../../audit/transact.ts';
import type { Keying, KeyedField } from './keyed-letter.ts';
import { raiseThreshold } from './raise-threshold.ts';
import { workingSeconds } from './working-seconds.ts';

/**
 * Counts what a first person did with a letter's fields, and what the sample told of the machine.
 *
 * Guarantee: once a letter; a threshold that rises leaves an event.
 */
export async function countKeying(tx: DeskTx, keying: Keying): Promise<void> {
  const { letterId, staffId, fields, unread } = keying;
  const count = (how: KeyedField['how']) => fields.filter((field) => field.how === how).length;
  const seconds = await workingSeconds(tx, letterId, staffId);
  const fresh = await tx.sql`
    insert into keying (letter_id, turn, staff_id, at, seconds, confirmed, corrected, typed, left_sure)
    values (${letterId}, 'first', ${staffId}, ${tx.now}, ${seconds}, ${count('confirmed')}, ${count('corrected')},
      ${count('typed') + unread}, ${count('left')})
    on conflict (letter_id, turn, path) do nothing`;
  if (fresh.count === 0) return;
  for (const { path, content, confidence, sample } of fields) {
    if (sample === undefined) continue;
    await tx.sql`
      insert into reading_sample (letter_id, path, content, confidence, wrong, staff_id, at)
      values (${letterId}, ${path}, ${content}, ${confidence}, ${sample.wrong}, ${staffId}, ${tx.now})`;
    const raised = sample.wrong ? await raiseThreshold(tx, content) : undefined;
    if (raised === undefined) continue;
    await tx.note({
      subject: { kind: 'letter', id: letterId },
      kind: 'reading.threshold-raised',
      data: { content, to: raised },
    });
  }
}
