import { sameKeyed } from '@guichet/catalogue';
import { DeskError, type FieldCheckId, type LetterId, type StaffId } from '@guichet/kernel';
import { requirePerson } from '../../audit/require-person.ts';
import { type DeskTx, transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import type { Acceptance } from '../../intake/accept-submission.ts';
import { type OpenKey, unwrapDataKey } from '../../privacy/case-key.ts';
import { checkField, type SealedCheck } from './keyed-letter.ts';
import { mayDecide } from './may-decide.ts';
import { settleKeyedLetter } from './settle-keyed-letter.ts';
import { workingSeconds } from './working-seconds.ts';

/** What became of an answer keyed again. */
export interface CheckKeyed {
  /** Both keyed the same; they differ, and a third or a supervisor decides; it is decided; another person was quicker, and theirs stands. */
  kind: 'agrees' | 'differs' | 'decided' | 'already';
  /** The case of the letter, once nothing more is to be keyed of it. */
  acceptance?: Acceptance;
}

/**
 * Takes an answer as a second person keyed it blind, or as a third decided it; the last one of a letter makes its case.
 *
 * Shape: `value` as the definition's parser gives it; null where nothing is written, or nobody can read it
 * Guarantee: one keying a person and answer: repeating is harmless, and of two at once the first stands.
 *   A person who keyed one of the two decides only as a supervisor, and only by saying so: `decides`.
 * Errors: not-found; not-allowed — the actor keyed it before.
 */
export async function keyCheck(
  ctx: DeskContext,
  id: FieldCheckId,
  value: unknown,
  { decides = false }: { decides?: boolean } = {},
): Promise<CheckKeyed> {
  const done = await transact<Done>(ctx, 'mailroom.settle', async (tx) => {
    requirePerson(ctx);
    const found = await lockCheck(tx, ctx, id);
    const { letterId, path, firstBy, secondBy, settledAt, staffId } = found;
    if (found.thirdBy === staffId) return tx.unchanged({ kind: 'decided', letterId });
    const isOwn = firstBy === staffId || secondBy === staffId;
    const settlesOwn = isOwn && decides && settledAt === null && mayDecide(ctx, found);
    if (firstBy === staffId && !settlesOwn) throw new DeskError('not-allowed', 'keyed-by-you');
    if (secondBy === staffId && !settlesOwn)
      return tx.unchanged({ kind: found.differs ? 'differs' : 'agrees', letterId });
    if (settledAt !== null) return tx.unchanged({ kind: 'already', letterId });
    const kind = secondBy === null ? await keySecond(tx, found, value) : await decide(tx, found, value);
    await tx.sql`
      insert into keying (letter_id, turn, path, staff_id, at, seconds, typed)
      values (${letterId}, ${kind === 'decided' ? 'third' : 'second'}, ${path}, ${staffId}, ${tx.now},
        ${await workingSeconds(tx, letterId, staffId)}, 1)
      on conflict (letter_id, turn, path) do nothing`;
    return tx.record(
      {
        subject: { kind: 'letter', id: letterId },
        kind: `letter.check-${kind}`,
        data: { path, ...(settlesOwn ? { keyedOne: true } : {}) },
      },
      { kind, letterId, isLast: kind !== 'differs' && (await isLast(tx, letterId)) },
    );
  });
  if (!done.isLast) return { kind: done.kind };
  return { kind: done.kind, acceptance: await settleKeyedLetter(ctx, done.letterId) };
}

interface Done {
  kind: CheckKeyed['kind'];
  letterId: LetterId;
  isLast?: boolean;
}

/** The letter is locked first: of its last two checks, one sees that nothing more is to be keyed. */
async function lockCheck(tx: DeskTx, ctx: DeskContext, id: FieldCheckId) {
  if (ctx.actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
  const [letter] = await tx.sql<[{ id: LetterId; dataKey: Buffer | null }?]>`
    select id, data_key from letter where id = (select letter_id from field_check where id = ${id}) for update`;
  if (!letter) throw new DeskError('not-found', 'no-such-letter');
  const [row] = await tx.sql<[Row]>`
    select id, letter_id, path, first_by, second_by, third_by, differs, settled_at, sealed from field_check where id = ${id} for update`;
  const key = unwrapDataKey(ctx.keyring, `letter:${letter.id}`, letter.dataKey);
  const held = key.open(checkField(row.path), row.sealed) as SealedCheck;
  return { ...row, key, held, staffId: ctx.actor.staffId };
}

interface Row {
  id: FieldCheckId;
  letterId: LetterId;
  path: string;
  firstBy: StaffId;
  secondBy: StaffId | null;
  thirdBy: StaffId | null;
  differs: boolean | null;
  settledAt: Date | null;
  sealed: Buffer;
}

type Locked = Row & { key: OpenKey; held: SealedCheck; staffId: StaffId };

async function keySecond(tx: DeskTx, found: Locked, value: unknown): Promise<'agrees' | 'differs'> {
  const { id, path, key, held, staffId } = found;
  const agrees = sameKeyed(held.first, value ?? null);
  await tx.sql`
    update field_check set second_by = ${staffId}, second_at = ${tx.now}, differs = ${!agrees},
      sealed = ${key.seal(checkField(path), { ...held, second: value ?? null })},
      settled_at = ${agrees ? tx.now : null}, first_wrong = ${agrees ? false : null}, second_wrong = ${agrees ? false : null}
    where id = ${id}`;
  return agrees ? 'agrees' : 'differs';
}

async function decide(tx: DeskTx, found: Locked, value: unknown): Promise<'decided'> {
  const { id, path, key, held, staffId } = found;
  const decided = value ?? null;
  await tx.sql`
    update field_check set third_by = ${staffId}, settled_at = ${tx.now},
      sealed = ${key.seal(checkField(path), { ...held, third: decided })},
      first_wrong = ${!sameKeyed(held.first, decided)}, second_wrong = ${!sameKeyed(held.second, decided)}
    where id = ${id}`;
  return 'decided';
}

/** Tells whether the letter waits for nobody more, and is no case yet. */
async function isLast(tx: DeskTx, letterId: LetterId): Promise<boolean> {
  const [row] = await tx.sql<[{ isLast: boolean }]>`
    select l.keyed_at is not null and l.settled_at is null and not exists (
      select 1 from field_check f where f.letter_id = l.id and f.reason = 'double' and f.settled_at is null) as is_last
    from letter l where l.id = ${letterId}`;
  return row.isLast;
}
