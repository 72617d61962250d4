import type { CompiledService, Problem, Submission } from '@guichet/catalogue';
import { type CaseId, DeskError, type Reference } from '@guichet/kernel';
import { requireMay } from '../audit/permissions.ts';
import { todayOf } from '../clocks/today.ts';
import type { DeskContext } from '../context.ts';
import { statusCode } from '../privacy/proofs.ts';
import { classOf } from '../queues/class-of.ts';
import { forgetName } from './forget-name.ts';
import { insertGrouped } from './group-acceptance.ts';
import { prepareCase } from './prepare-case.ts';

/** What the door tells the person: the words of a confirmation, or what is still missing. */
export type Acceptance =
  | { kind: 'accepted'; case: AcceptedCase }
  /** `sameFacts` is false when the key was used before for other facts: an API answers 422. */
  | { kind: 'already'; case: AcceptedCase; sameFacts: boolean }
  | { kind: 'incomplete'; service: CompiledService; problems: Problem[] };

export interface AcceptedCase {
  id: CaseId;
  reference: Reference;
  /** Opens the status with the reference; six digits. */
  statusCode: string;
  /** When the decision is promised. */
  dueAt: Date;
  service: CompiledService;
}

/**
 * Accepts a submission: one case, whatever is sent again, with its clocks, history, place in the queue and first jobs.
 *
 * Guarantee: answers `accepted` only after the commit of everything in one transaction; one idempotency key, one case;
 *   requests that arrive together may share one commit, each answered after it.
 * Errors: not-found — no such service or version; not-now — the database is away, nothing was accepted.
 * Source: design §2, decision 0003
 */
export async function acceptSubmission(ctx: DeskContext, submission: Submission): Promise<Acceptance> {
  requireMay(ctx.actor, 'case.open');
  const service = ctx.catalogue.find(submission.service, submission.version);
  if (!service)
    throw new DeskError('not-found', 'unknown-service', { detail: `no service ${submission.service}` });
  const now = ctx.clock.now();
  const parsed = service.parse(submission.answers, {
    today: todayOf(submission.depositedAt ?? now),
    allowPending: submission.channel === 'phone' || submission.recorded === true,
  });
  if (!parsed.ok) return { kind: 'incomplete', service, problems: parsed.problems };
  const queueClass = await classOf(ctx.sql, service, submission.language);
  const prepared = prepareCase(ctx, service, submission, parsed.value, now, queueClass);
  const outcome = await insertGrouped(ctx, prepared);
  if (!outcome.fresh && outcome.barred) {
    const path = service.definition.who.once ?? '';
    return { kind: 'incomplete', service, problems: [{ path, code: 'answered-before' }] };
  }
  // After the commit, so that a refusal loses nothing; sent again, it is done again.
  if (submission.draftId) await forgetName(ctx, service, submission.draftId);
  return {
    ...(outcome.fresh ? { kind: 'accepted' } : { kind: 'already', sameFacts: outcome.sameFacts }),
    case: {
      id: outcome.caseId,
      reference: outcome.reference,
      statusCode: statusCode(ctx.keyring, outcome.caseId),
      dueAt: outcome.dueAt,
      service,
    },
  };
}
