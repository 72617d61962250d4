import { acknowledgeCase, type DeskContext } from '@guichet/casework';
import type { Handlers } from '@guichet/jobs';
import type { CaseId } from '@guichet/kernel';

/** Tells a person that their request is here. Guarantee: one acknowledgement a case. */
export const acknowledge: Handlers<'casework', DeskContext>['casework.acknowledge'] = (
  { caseId },
  { outboxId },
  ctx,
) => acknowledgeCase(ctx, outboxId, caseId as CaseId);
