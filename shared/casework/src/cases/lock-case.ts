import type { ReplyWay } from '@guichet/catalogue';
import { type CaseId, DeskError, type Language, type Reference } from '@guichet/kernel';
import type { DeskTx } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';

export interface LockedCase {
  id: CaseId;
  reference: Reference;
  serviceCode: string;
  serviceVersion: number;
  language: Language;
  team: string;
  dueAt: Date;
  depositedAt: Date;
  replyWay: ReplyWay;
  replySealed: Buffer | null;
  dataKey: Buffer | null;
  /** Who holds it, if anyone. */
  heldBy: string | null;
  closedAs: string | null;
  pausedAt: Date | null;
  /** What it asks of whoever takes it. */
  queueClass: number | null;
  /** The outcome that waits for a second person. */
  proposedAs: string | null;
}

/**
 * Locks one case for the rest of the transaction and gives its state.
 *
 * Errors: not-found — no such case, or not of the actor's teams (which looks the same).
 */
export async function lockCase(tx: DeskTx, reference: string): Promise<LockedCase> {
  // A row that names the case may be added meanwhile: who takes it holds its entry in the queue, and would wait here for ever.
  const [locked] = await tx.sql<
    [{ id: CaseId }?]
  >`select id from cases where reference = ${reference} for no key update`;
  if (!locked) throw new DeskError('not-found', 'no-such-case');
  // Asked once the lock is held: whoever held it before may have closed, taken or paused the case.
  const [row] = await tx.sql<[LockedCase?]>`
    select c.id, c.reference, c.service_code, c.service_version, c.language, c.team, c.due_at, c.deposited_at, c.reply_way,
      c.reply_sealed, c.data_key, a.staff_id as held_by, k.outcome as closed_as, p.started_at as paused_at, r.outcome as proposed_as,
      c.queue_class
    from cases c
      left join assignment a on a.case_id = c.id and a.ended_at is null
      left join case_closure k on k.case_id = c.id
      left join closure_proposal r on r.case_id = c.id and r.settled_at is null
      left join clock_pause p on p.case_id = c.id and p.ended_at is null
    where c.id = ${locked.id}`;
  if (!row) throw new DeskError('not-found', 'no-such-case');
  return row;
}

/** Refuses whoever does not hold the case; a supervisor may stand in. Errors: not-allowed */
export function requireHeld(ctx: DeskContext, held: LockedCase): void {
  const { actor } = ctx;
  if (actor.kind !== 'staff') return;
  if (held.heldBy === actor.staffId || actor.roles.includes('supervisor')) return;
  throw new DeskError('not-allowed', 'not-held', { detail: 'the case is not assigned to this staff member' });
}

/** Refuses what would change a case whose closure waits for a second person. Errors: conflict */
export function requireNotProposed({ proposedAs }: LockedCase): void {
  if (proposedAs !== null) throw new DeskError('conflict', 'closure-waits');
}
