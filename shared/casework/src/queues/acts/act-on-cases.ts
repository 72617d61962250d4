import {
  DeskError,
  type Id,
  isDeskError,
  minute,
  newId,
  type Reference,
  type StaffId,
} from '@guichet/kernel';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { returnCase } from '../return-case.ts';
import { requireTransferReason, transferCase } from '../transfer-case.ts';
import { assignCase } from './assign-case.ts';
import type { StateBefore } from './state-before.ts';

export type QueueActId = Id<'queue-act'>;

/** What is done with several cases at once. */
export type QueueAct =
  | { kind: 'assign'; to: StaffId }
  | { kind: 'return' }
  /** Why: 3 to 1,000 characters. */
  | { kind: 'move'; team: string; reason: string };

/** What became of one of them; a refusal names why. */
export interface ActedOn {
  reference: Reference;
  outcome: 'done' | 'already' | 'refused';
  why?: DeskError;
}

export interface Acted {
  /** Undoes it; absent when nothing was done. */
  id?: QueueActId;
  cases: ActedOn[];
}

/** One case of an act, as it is kept until it can be undone no more. */
export interface ActedCase {
  reference: Reference;
  before: StateBefore;
  after: Pick<StateBefore, 'team' | 'heldBy'>;
}

export const casesOfActMax = 50;
/** Then nobody undoes it any more. Unit: milliseconds. */
export const undoMs = 10 * minute;

/**
 * Does one thing with several cases, one after the other, and says of each what became of it.
 *
 * Guarantee: each case is the verb's own transaction with its own event: one that is refused keeps no other from it. What was done can be
 *   undone for ten minutes, while nobody did anything else with it. Errors: invalid — no case, or more than fifty; a move without a reason or a
 *   team: nothing is begun.
 */
export async function actOnCases(
  ctx: DeskContext,
  act: QueueAct,
  references: readonly Reference[],
): Promise<Acted> {
  const all = [...new Set(references)];
  if (all.length === 0 || all.length > casesOfActMax) throw new DeskError('invalid', 'no-case-chosen');
  if (act.kind === 'move') {
    if (act.team === '') throw new DeskError('invalid', 'no-such-team');
    requireTransferReason(act.reason);
  }
  const cases: ActedOn[] = [];
  const done: ActedCase[] = [];
  for (const reference of all) {
    try {
      const before = await actOn(ctx, act, reference);
      if (before) done.push({ reference, before, after: after(act, before) });
      cases.push({ reference, outcome: before ? 'done' : 'already' });
    } catch (why) {
      if (!isDeskError(why) || why.code === 'not-now' || why.code === 'broken') throw why;
      cases.push({ reference, outcome: 'refused', why });
    }
  }
  return done.length === 0 ? { cases } : { id: await keepAct(ctx, act, done), cases };
}

async function actOn(
  ctx: DeskContext,
  act: QueueAct,
  reference: Reference,
): Promise<StateBefore | undefined> {
  const outcome =
    act.kind === 'assign'
      ? await assignCase(ctx, { reference, to: act.to })
      : act.kind === 'move'
        ? await transferCase(ctx, { reference, team: act.team, reason: act.reason })
        : await returnCase(ctx, reference);
  return outcome.kind === 'already' ? undefined : outcome.before;
}

function after(act: QueueAct, before: StateBefore): ActedCase['after'] {
  if (act.kind === 'assign') return { team: before.team, heldBy: act.to };
  return { team: act.kind === 'move' ? act.team : before.team, heldBy: null };
}

/** Each case has its event already: this is only what undoing needs. One's own old acts go. */
function keepAct(ctx: DeskContext, { kind }: QueueAct, cases: readonly ActedCase[]): Promise<QueueActId> {
  return transact(ctx, 'queue.act', async (tx) => {
    if (ctx.actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
    const { staffId } = ctx.actor;
    const id = newId<'queue-act'>();
    await tx.sql`delete from queue_act where staff_id = ${staffId} and done_at < ${new Date(tx.now.getTime() - undoMs)}`;
    await tx.sql`
      insert into queue_act (id, staff_id, kind, done_at, cases)
      values (${id}, ${staffId}, ${kind}, ${tx.now}, ${tx.sql.json(cases as never)})`;
    return tx.unchanged(id);
  });
}
