import { isDeepStrictEqual } from 'node:util';
import type { Outcome } from '@guichet/catalogue';
import { type CaseId, DeskError, type Reference } from '@guichet/kernel';
import { type DeskTx, transact } from '../../audit/transact.ts';
import { endPause } from '../../clocks/end-pause.ts';
import { stopClocks } from '../../clocks/stop-clocks.ts';
import { todayOf } from '../../clocks/today.ts';
import type { DeskContext } from '../../context.ts';
import { unwrapDataKey } from '../../privacy/case-key.ts';
import { endWork } from '../end-work.ts';
import { type LockedCase, requireHeld, requireNotProposed } from '../lock-case.ts';
import { requireSeen } from '../seen/version-of.ts';
import { writeReply } from '../write-reply.ts';
import { yearsAfter } from '../years-after.ts';
import { type LinkCases, linkBetween, lockBoth, writeLink } from './link-cases.ts';
import { mergeWords } from './merge-words.ts';

/** What a case closed as the duplicate of another is closed as: no outcome of any definition. */
export const duplicateOutcome = 'duplicate';

export interface Merged {
  kind: 'merged' | 'already';
  /** The case that goes on for both. */
  first: Reference;
}

/**
 * Closes the later of two cases as the duplicate of the earlier one, which goes on for both.
 *
 * Guarantee: the promise of the earlier deposit is kept, and of what was promised the sooner; the person is told once; whoever else asked for
 *   the same is told of the decision when it falls; duplicates of the later one become those of the first; kept as long as the longest
 *   outcome of its service; repeating changes nothing.
 * Errors: not-found; not-allowed — someone else holds the later one; conflict — one of the two is closed: no answer would follow.
 */
export async function mergeCases(ctx: DeskContext, input: LinkCases): Promise<Merged> {
  return transact<Merged>(ctx, 'case.link', async (tx) => {
    const both = (await lockBoth(tx, input)).toSorted((a, b) => +a.depositedAt - +b.depositedAt);
    const [first, later] = both as [LockedCase, LockedCase];
    const known = await linkBetween(tx, first, later);
    if (known?.kind === 'duplicate') return tx.unchanged({ kind: 'already', first: first.reference });
    if (later.closedAs !== null) throw new DeskError('conflict', 'case-closed');
    if (first.closedAs !== null) throw new DeskError('conflict', 'first-closed');
    if (later.heldBy !== null) requireHeld(ctx, later);
    requireNotProposed(later);
    await requireSeen(tx, first.reference === input.reference ? first.id : later.id);
    if (ctx.actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
    if (known)
      await tx.sql`update case_link set ended_at = ${tx.now}, ended_by = ${ctx.actor.staffId} where id = ${known.id}`;
    await endPause(tx, later.id);
    await stopClocks(tx, later.id, ['decide', 'legal']);
    await endWork(tx, later.id);
    const outcomes = ctx.catalogue.find(later.serviceCode, later.serviceVersion)?.definition.outcomes ?? [];
    const { years, then } = longest(outcomes);
    await tx.sql`
      insert into case_closure (case_id, staff_id, outcome, closed_at, retain_until, disposal)
      values (${later.id}, ${ctx.actor.staffId}, ${duplicateOutcome}, ${tx.now}, ${yearsAfter(todayOf(tx.now), years)}, ${then})`;
    await keepSooner(tx, first, later);
    const isSame = isSamePerson(ctx, first, later);
    await writeLink(ctx, tx, later, first, 'duplicate', !isSame);
    await joinFurther(tx, first, later);
    const replyId = later.replyWay === 'none' ? null : await tell(ctx, tx, first, later, isSame);
    await tx.note({
      subject: { kind: 'case', id: first.id },
      kind: 'case.joined',
      data: { other: later.reference },
    });
    return tx.record(
      {
        subject: { kind: 'case', id: later.id },
        kind: 'case.merged',
        data: { into: first.reference, ...(replyId === null ? {} : { replyId }) },
      },
      { kind: 'merged', first: first.reference },
    );
  });
}

function longest(outcomes: readonly Outcome[]): Outcome['retention'] {
  const [most] = outcomes.map(({ retention }) => retention).toSorted((one, other) => other.years - one.years);
  if (most === undefined) throw new DeskError('gone', 'data-destroyed');
  return most;
}

/** Whatever of the two promised sooner stays promised. */
async function keepSooner(tx: DeskTx, first: LockedCase, later: LockedCase): Promise<void> {
  await tx.sql`
    update clock set due_at = other.due_at from clock other
    where clock.case_id = ${first.id} and other.case_id = ${later.id} and other.kind = clock.kind and clock.met_at is null
      and other.due_at < clock.due_at`;
  await tx.sql`update cases set due_at = ${later.dueAt} where id = ${first.id} and due_at > ${later.dueAt}`;
  await tx.sql`update queue_entry set due_at = ${later.dueAt} where case_id = ${first.id} and due_at > ${later.dueAt}`;
}

/** Whatever went on with the later one goes on with the first; of cases of other teams too. */
async function joinFurther(tx: DeskTx, first: LockedCase, later: LockedCase): Promise<void> {
  const moved = await tx.sql<
    { id: CaseId }[]
  >`select join_duplicates(${later.id}, ${first.id}, ${tx.now}) as id`;
  for (const { id } of moved)
    await tx.note({
      subject: { kind: 'case', id },
      kind: 'case.joined-further',
      data: { into: first.reference },
    });
}

/** The same way and address to answer is taken for the same person. */
function isSamePerson(ctx: DeskContext, first: LockedCase, later: LockedCase): boolean {
  const choice = ({ id, dataKey, replySealed }: LockedCase) =>
    dataKey === null || replySealed === null
      ? undefined
      : unwrapDataKey(ctx.keyring, `case:${id}`, dataKey).open('reply', replySealed);
  const chosen = choice(first);
  return chosen !== undefined && isDeepStrictEqual(chosen, choice(later));
}

async function tell(ctx: DeskContext, tx: DeskTx, first: LockedCase, later: LockedCase, isSame: boolean) {
  const key = unwrapDataKey(ctx.keyring, `case:${later.id}`, later.dataKey);
  const service = ctx.catalogue.find(later.serviceCode, later.serviceVersion);
  const due = first.dueAt < later.dueAt ? first.dueAt : later.dueAt;
  const words = mergeWords(
    {
      reference: later.reference,
      service: service?.definition.name[later.language] ?? later.serviceCode,
      ...(isSame ? { first: first.reference } : {}),
      dueOn: todayOf(due),
    },
    later.language,
  );
  const replyId = await writeReply(tx, later, key, 'news', words);
  await tx.stage('correspondence.send', { replyId });
  return replyId;
}
