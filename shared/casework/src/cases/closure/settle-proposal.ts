import { DeskError, type Id, type StaffId } from '@guichet/kernel';
import { requirePerson } from '../../audit/require-person.ts';
import { type DeskTx, transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { unwrapDataKey } from '../../privacy/case-key.ts';
import { type LockedCase, lockCase } from '../lock-case.ts';
import { requireSeen } from '../seen/version-of.ts';
import { outcomeOf } from './close-case.ts';
import { requireTwoHands } from '../../people/passwords-given.ts';
import { writeClosure } from './write-closure.ts';

interface OpenProposal {
  id: Id<'closure-proposal'>;
  staffId: StaffId;
  outcome: string;
  sealed: Buffer;
}

/** What a proposal keeps sealed. */
export interface ProposalContent {
  words: string;
  reasons: string | null;
}

/**
 * Confirms the closure that another person proposed: the case is closed with their words.
 *
 * Guarantee: nobody confirms their own, the database refuses it too; the clocks stop now and not when it was proposed; repeating changes nothing.
 * Errors: not-found; not-allowed — it is one's own, or of somebody whose password came from the same hand of late; conflict — nothing is
 *   proposed, or the case changed since it was seen.
 */
export async function confirmClosure(
  ctx: DeskContext,
  reference: string,
): Promise<{ kind: 'closed' | 'already' }> {
  return transact<{ kind: 'closed' | 'already' }>(ctx, 'closure.confirm', async (tx) => {
    requirePerson(ctx);
    const found = await lockCase(tx, reference);
    if (found.closedAs !== null) return tx.unchanged({ kind: 'already' });
    const proposal = await openProposal(tx, found);
    if (ctx.actor.kind !== 'staff' || ctx.actor.staffId === proposal.staffId)
      throw new DeskError('not-allowed', 'own-proposal');
    await requireTwoHands(tx, ctx.actor.staffId, proposal.staffId);
    await requireSeen(tx, found.id);
    const service = ctx.catalogue.find(found.serviceCode, found.serviceVersion);
    const outcome = await outcomeOf(tx, found, service, proposal.outcome);
    const key = unwrapDataKey(ctx.keyring, `case:${found.id}`, found.dataKey);
    const content = key.open(`proposal:${proposal.id}`, proposal.sealed) as ProposalContent;
    await settle(ctx, tx, proposal, 'confirmed', null);
    const replyId = await writeClosure(ctx, tx, found, { outcome, ...content, proposedBy: proposal.staffId });
    return tx.record(
      {
        subject: { kind: 'case', id: found.id },
        kind: 'case.closed',
        data: { outcome: outcome.key, replyId, proposedBy: proposal.staffId },
      },
      { kind: 'closed' },
    );
  });
}

/**
 * Sends a proposed closure back to who proposed it, with a reason.
 *
 * Guarantee: the case stays theirs and its clocks run on; the reason is sealed.
 * Errors: not-found; not-allowed — it is one's own, which is withdrawn; conflict — nothing is proposed; invalid — no reason.
 */
export async function sendBackClosure(ctx: DeskContext, reference: string, reason: string): Promise<void> {
  return transact(ctx, 'closure.confirm', async (tx) => {
    const words = reason.trim();
    if (words.length < 3 || words.length > 1000)
      throw new DeskError('invalid', 'reason-missing', { params: { min: 3, max: 1000 } });
    const found = await lockCase(tx, reference);
    const proposal = await openProposal(tx, found);
    if (ctx.actor.kind !== 'staff' || ctx.actor.staffId === proposal.staffId)
      throw new DeskError('not-allowed', 'own-proposal');
    const key = unwrapDataKey(ctx.keyring, `case:${found.id}`, found.dataKey);
    await settle(ctx, tx, proposal, 'sent-back', key.seal(`proposal-back:${proposal.id}`, { words }));
    const data = { proposalId: proposal.id };
    return tx.record({ subject: { kind: 'case', id: found.id }, kind: 'closure.sent-back', data }, undefined);
  });
}

/**
 * Takes back a closure that one proposed, before it was confirmed. Guarantee: repeating is refused as a conflict, and changes nothing.
 *
 * Errors: not-found; not-allowed — somebody else proposed it; conflict — nothing is proposed.
 */
export async function withdrawClosure(ctx: DeskContext, reference: string): Promise<void> {
  return transact(ctx, 'case.close', async (tx) => {
    const found = await lockCase(tx, reference);
    const proposal = await openProposal(tx, found);
    if (ctx.actor.kind !== 'staff' || ctx.actor.staffId !== proposal.staffId)
      throw new DeskError('not-allowed', 'not-allowed');
    await settle(ctx, tx, proposal, 'withdrawn', null);
    const data = { proposalId: proposal.id };
    return tx.record({ subject: { kind: 'case', id: found.id }, kind: 'closure.withdrawn', data }, undefined);
  });
}

async function openProposal(tx: DeskTx, found: LockedCase): Promise<OpenProposal> {
  const [proposal] = await tx.sql<[OpenProposal?]>`
    select id, staff_id, outcome, sealed from closure_proposal where case_id = ${found.id} and settled_at is null for update`;
  if (!proposal) throw new DeskError('conflict', 'nothing-proposed');
  return proposal;
}

async function settle(
  { actor }: DeskContext,
  tx: DeskTx,
  { id }: OpenProposal,
  as: 'confirmed' | 'sent-back' | 'withdrawn',
  backSealed: Buffer | null,
): Promise<void> {
  const by = actor.kind === 'staff' ? actor.staffId : null;
  await tx.sql`
    update closure_proposal set settled_at = ${tx.now}, settled_by = ${by}, settled_as = ${as}, back_sealed = ${backSealed}
    where id = ${id}`;
}
