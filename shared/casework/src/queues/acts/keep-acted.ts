import { type Id, minute, type Reference } from '@guichet/kernel';
import type { DeskTx } from '../../audit/transact.ts';
import type { LockedCase } from '../../cases/lock-case.ts';
import { versionOf } from '../../cases/seen/version-of.ts';
import type { DeskContext } from '../../context.ts';

export type QueueActId = Id<'queue-act'>;
export const queueActKinds = ['assign', 'return', 'move'] as const;

/** The act on several cases that a change belongs to. */
export interface ActBegun {
  id: QueueActId;
  kind: (typeof queueActKinds)[number];
}

/** Where a case is. */
export interface CasePlace {
  team: string;
  heldBy: string | null;
}

/** One case of an act, as it is kept until it can be undone no more. */
export interface ActedCase {
  reference: Reference;
  /** What undoing puts back; the class is what it asked of whoever took it. */
  before: CasePlace & { queueClass: number | null };
  after: CasePlace;
  /** Of the case as the act left it: a greater one is somebody's work since. */
  version: number;
}

/** Then nobody undoes it any more. Unit: milliseconds. */
export const undoMs = 10 * minute;

/**
 * Keeps what undoing an act needs of one of its cases; one's own old acts go.
 *
 * Guarantee: in the transaction of the change itself, so that whatever stops the act midway, what was done can be undone.
 * Shape: called after the event is written; nothing without an act.
 */
export async function keepActed(
  { actor }: DeskContext,
  tx: DeskTx,
  act: ActBegun | undefined,
  { id, reference, team, heldBy, queueClass }: LockedCase,
  after: CasePlace,
): Promise<void> {
  if (!act || actor.kind !== 'staff') return;
  const { staffId } = actor;
  const version = await versionOf(tx.sql, id);
  const acted: ActedCase = { reference, before: { team, heldBy, queueClass }, after, version };
  await tx.sql`delete from queue_act where staff_id = ${staffId} and done_at < ${new Date(tx.now.getTime() - undoMs)}`;
  await tx.sql`
    insert into queue_act as a (id, staff_id, kind, done_at, cases)
    values (${act.id}, ${staffId}, ${act.kind}, ${tx.now}, ${tx.sql.json([acted] as never)})
    on conflict (id) do update set cases = a.cases || excluded.cases`;
}
