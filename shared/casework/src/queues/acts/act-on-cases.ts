import { DeskError, isDeskError, newId, type Reference, type StaffId } from '@guichet/kernel';
import type { DeskContext } from '../../context.ts';
import { returnCase } from '../return-case.ts';
import { requireTransferReason, transferCase } from '../transfer-case.ts';
import { assignCase } from './assign-case.ts';
import type { ActBegun, QueueActId } from './keep-acted.ts';

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
  /** True where who holds it now holds more cases than they should. */
  isOver?: boolean;
}

export interface Acted {
  /** Undoes it; absent when nothing was done. */
  id?: QueueActId;
  cases: ActedOn[];
  /** What stopped it midway. */
  fault?: DeskError;
}

export const casesOfActMax = 50;
/**
 * Does one thing with several cases, one after the other, and says of each what became of it.
 *
 * Guarantee: each case is the verb's own transaction with its own event: one that is refused keeps no other from it. What was done can be
 *   undone for ten minutes, while nobody did anything else with it; a fault midway refuses the rest and leaves that so.
 * Errors: invalid — no case, or more than fifty; a move without a reason or a team: nothing is begun; whatever stopped the first.
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
  const begun: ActBegun = { id: newId<'queue-act'>(), kind: act.kind };
  const cases: ActedOn[] = [];
  let fault: DeskError | undefined;
  for (const reference of all) {
    try {
      if (fault) throw fault;
      cases.push({ reference, ...(await actOn(ctx, act, reference, begun)) });
    } catch (why) {
      if (!isDeskError(why) || isFault(why)) {
        if (!cases.some(({ outcome }) => outcome === 'done')) throw why;
        fault = isDeskError(why) ? why : new DeskError('broken', 'broken', { cause: why });
      }
      cases.push({ reference, outcome: 'refused', why: fault ?? (why as DeskError) });
    }
  }
  const isDone = cases.some(({ outcome }) => outcome === 'done');
  return { ...(isDone ? { id: begun.id } : {}), cases, ...(fault ? { fault } : {}) };
}

/** Tells what stops all that follows too from what is wrong with one case. */
export function isFault({ code }: DeskError): boolean {
  return code === 'not-now' || code === 'broken';
}

async function actOn(
  ctx: DeskContext,
  act: QueueAct,
  reference: Reference,
  begun: ActBegun,
): Promise<Pick<ActedOn, 'outcome' | 'isOver'>> {
  const made =
    act.kind === 'assign'
      ? await assignCase(ctx, { reference, to: act.to, act: begun })
      : act.kind === 'move'
        ? await transferCase(ctx, { reference, team: act.team, reason: act.reason, act: begun })
        : await returnCase(ctx, reference, begun);
  if (made.kind === 'already') return { outcome: 'already' };
  return made.kind === 'assigned' && made.isOver ? { outcome: 'done', isOver: true } : { outcome: 'done' };
}
