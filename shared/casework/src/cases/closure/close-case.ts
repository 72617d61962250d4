import type { CompiledService, Outcome } from '@guichet/catalogue';
import { DeskError, newId, type ReplyId } from '@guichet/kernel';
import { type DeskTx, transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import { unwrapDataKey } from '../../privacy/case-key.ts';
import { identityProofOf } from '../../people/identity-proof.ts';
import { fillWords } from '../fill-words.ts';
import { type LockedCase, lockCase, requireHeld } from '../lock-case.ts';
import { dropCaseDraft } from '../replies/case-draft.ts';
import { requireSeen } from '../seen/version-of.ts';
import { writeClosure } from './write-closure.ts';

export interface CloseCase {
  reference: string;
  outcome: string;
  /** The words told to the person; absent means the outcome's own words. At most 4,000 characters. */
  words?: string;
  /** Why it is decided so, in the person's language: told to them with the words. Up to 4,000 characters. */
  reasons?: string;
}

export type Closure =
  | { kind: 'closed'; outcome: string; replyId: ReplyId }
  /** The definition asks a second person to confirm it. */
  | { kind: 'proposed'; outcome: string }
  | { kind: 'already'; outcome: string };

const wordsMax = 4000;

/**
 * Closes a case with an outcome and stages the reply that tells the person; of an outcome that takes two persons, proposes it to another one.
 *
 * Guarantee: one closure a case; repeating changes nothing; clocks stop, the assignment ends and the reply is staged in
 *   the same transaction; retention starts from the outcome's rule. What is only proposed tells nobody and stops nothing.
 * Errors: not-found; not-allowed — someone else holds it; conflict — it changed since it was seen; invalid — not an outcome of this service,
 *   words too long, no reasons where they are due, or identity that the service asks for and this outcome takes was not proven.
 */
export async function closeCase(ctx: DeskContext, input: CloseCase): Promise<Closure> {
  return transact<Closure>(ctx, 'case.close', async (tx) => {
    const found = await lockCase(tx, input.reference);
    if (found.closedAs !== null) return tx.unchanged({ kind: 'already', outcome: found.closedAs });
    requireHeld(ctx, found);
    if (found.proposedAs !== null) return tx.unchanged({ kind: 'proposed', outcome: found.proposedAs });
    await requireSeen(tx, found.id);
    const service = ctx.catalogue.find(found.serviceCode, found.serviceVersion);
    const outcome = await outcomeOf(tx, found, service, input.outcome);
    const words = wordsOf(found, service, outcome, input);
    if (ctx.actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
    const reasons = input.reasons?.trim() || null;
    await dropCaseDraft(ctx, tx, found.id, 'closure');
    if (outcome.approval === 'second-person') {
      const id = newId<'closure-proposal'>();
      const key = unwrapDataKey(ctx.keyring, `case:${found.id}`, found.dataKey);
      await tx.sql`
        insert into closure_proposal (id, case_id, staff_id, outcome, sealed, proposed_at)
        values (${id}, ${found.id}, ${ctx.actor.staffId}, ${outcome.key}, ${key.seal(`proposal:${id}`, { words, reasons })}, ${tx.now})`;
      return tx.record(
        {
          subject: { kind: 'case', id: found.id },
          kind: 'closure.proposed',
          data: { outcome: outcome.key, proposalId: id },
        },
        { kind: 'proposed', outcome: outcome.key },
      );
    }
    const replyId = await writeClosure(ctx, tx, found, { outcome, words, reasons, proposedBy: null });
    return tx.record(
      {
        subject: { kind: 'case', id: found.id },
        kind: 'case.closed',
        data: { outcome: outcome.key, replyId },
      },
      { kind: 'closed', outcome: outcome.key, replyId },
    );
  });
}

/** Finds an outcome that may be decided of a case. Errors: invalid — no such outcome, or identity was not proven. */
export async function outcomeOf(
  tx: DeskTx,
  found: LockedCase,
  service: CompiledService | undefined,
  key: string,
): Promise<Outcome> {
  const outcome = service?.definition.outcomes.find((one) => one.key === key);
  if (!outcome) throw new DeskError('invalid', 'unknown-outcome');
  const level = service?.definition.who.identity ?? 'declared';
  if (level !== 'declared' && !outcome.unproven && (await identityProofOf(tx.sql, found.id)) === null)
    throw new DeskError('invalid', 'identity-not-proven');
  return outcome;
}

/** Errors: invalid — no reasons where they are due, or words too long. */
function wordsOf(
  found: LockedCase,
  service: CompiledService | undefined,
  outcome: Outcome,
  input: CloseCase,
): string {
  const reasons = input.reasons?.trim() ?? '';
  if (outcome.reasons === 'required' && reasons.length < 3) throw new DeskError('invalid', 'reasons-missing');
  const words = fillWords(
    input.words?.trim() || outcome.words[found.language],
    {
      reference: found.reference,
      service: service?.definition.name[found.language] ?? found.serviceCode,
      reasons,
    },
    found.language,
  );
  if (words.length > wordsMax)
    throw new DeskError('invalid', 'words-too-long', { params: { max: wordsMax } });
  return words;
}
