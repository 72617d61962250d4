import {
  type Answers,
  type Provenance,
  sameKeyed,
  answerAt,
  withAnswer,
  type AnswerValue,
} from '@guichet/catalogue';
import { DeskError, type LetterId } from '@guichet/kernel';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { unwrapDataKey } from '../../privacy/case-key.ts';
import { confirmLetter, type LetterConfirmed } from '../confirm-letter.ts';
import { decidedIn } from './ask-checks.ts';
import { checkField, type KeptLetter, type SealedCheck } from './keyed-letter.ts';

/**
 * Makes the case of a letter whose critical answers were all keyed by two persons, with what was decided.
 *
 * Guarantee: repeating is harmless; when what was decided brings questions that were not answered, the letter goes back to the station.
 * Errors: not-found; conflict — it was settled otherwise than as a case, or a person is still to be heard.
 */
export async function settleKeyedLetter(ctx: DeskContext, letterId: LetterId): Promise<LetterConfirmed> {
  const kept = await transact(ctx, 'mailroom.settle', async (tx) => {
    const [row] = await tx.sql<[{ dataKey: Buffer; keyed: Buffer | null }?]>`
      select data_key, keyed from letter where id = ${letterId}`;
    if (!row) throw new DeskError('not-found', 'no-such-letter');
    const checks = await tx.sql<{ path: string; sealed: Buffer; settledAt: Date | null }[]>`
      select path, sealed, settled_at from field_check
      where letter_id = ${letterId} and reason = 'double' order by path`;
    if (row.keyed === null || checks.some(({ settledAt }) => settledAt === null))
      throw new DeskError('conflict', 'letter-still-keyed');
    const key = unwrapDataKey(ctx.keyring, `letter:${letterId}`, row.dataKey);
    const letter = key.open('keyed', row.keyed) as KeptLetter;
    return tx.unchanged(
      checks.reduce(
        (held, { path, sealed }) =>
          withDecided(held, path, decidedIn(key.open(checkField(path), sealed) as SealedCheck)),
        letter,
      ),
    );
  });
  const acceptance = await confirmLetter(ctx, { ...kept, letterId });
  if (acceptance.kind === 'incomplete') await sendBack(ctx, letterId);
  return acceptance;
}

function withDecided(letter: KeptLetter, path: string, decided: unknown): KeptLetter {
  const key = path.split('.')[0] ?? path;
  const value = (decided ?? undefined) as AnswerValue | undefined;
  const isSame = sameKeyed(answerAt(letter.answers, path) ?? null, decided);
  const answers: Answers = isSame ? letter.answers : withAnswer(letter.answers, path, value);
  const before: Provenance = letter.provenance[key] ?? { how: 'typed-by-staff' };
  const how: Provenance = isSame ? before : { how: 'typed-by-staff' };
  return { ...letter, answers, provenance: { ...letter.provenance, [key]: { ...how, checked: 'twice' } } };
}

async function sendBack(ctx: DeskContext, letterId: LetterId): Promise<void> {
  await transact(ctx, 'mailroom.settle', async (tx) => {
    const back = await tx.sql`
      update letter set keyed_at = null, keyed_by = null, keyed = null
      where id = ${letterId} and keyed_at is not null and settled_at is null`;
    if (back.count === 0) return tx.unchanged(undefined);
    return tx.record({ subject: { kind: 'letter', id: letterId }, kind: 'letter.sent-back' }, undefined);
  });
}
