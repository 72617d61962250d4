import {
  type Acceptance,
  type AcceptedCase,
  type DeskContext,
  findAcceptance,
  settleForm,
} from '@guichet/casework';
import { acceptForm } from './accept-form.ts';
import { acceptResumed } from './accept-resumed.ts';
import { idempotencyOf } from './counter-form.ts';
import type { CounterRequest } from './counter-request.ts';

/** What a request at the counter became. */
export type Filed =
  | { kind: 'accepted' | 'already'; case: Omit<AcceptedCase, 'service'> }
  | Extract<Acceptance, { kind: 'incomplete' }>;

/** Sends a request of the counter as it stands. Guarantee: one form number, one case; what is incomplete stays as it is. */
export async function fileCounterRequest(ctx: DeskContext, request: CounterRequest): Promise<Filed> {
  const { number, draft, service, answers, problems, isResumed } = request;
  const before = await findAcceptance(ctx, idempotencyOf(number));
  if (before) {
    // Whoever sent it first may have died before its visit knew the case.
    await settleForm(ctx, number);
    return { kind: 'already', case: before };
  }
  if (problems.length > 0) return { kind: 'incomplete', service, problems: [...problems] };
  const { depositedAt } = draft.content;
  const whole = { number, service, language: draft.language };
  return isResumed
    ? acceptResumed(ctx, { ...whole, draft, answers: service.prune(answers) })
    : acceptForm(ctx, {
        ...whole,
        draftId: draft.id,
        answers,
        depositedAt: depositedAt === undefined ? undefined : new Date(depositedAt),
      });
}
