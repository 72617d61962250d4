import { type DeskContext, foldTally, indexCase, tickClocks } from '@guichet/casework';
import type { Handlers, RecurringHandlers } from '@guichet/jobs';
import type { CaseId } from '@guichet/kernel';
import { acknowledge } from './acknowledge.ts';
import { indexNewCases } from './index-new-cases.ts';

export const handlers: Handlers<'casework', DeskContext> = {
  'casework.acknowledge': acknowledge,
  'casework.index-case': ({ caseId }, { outboxId }, ctx) => indexCase(ctx, outboxId, caseId as CaseId),
};

export const recurring: RecurringHandlers<'casework', DeskContext> = {
  'casework.tick-clocks': async (ctx) => {
    await tickClocks(ctx);
  },
  'casework.fold-tally': foldTally,
  'casework.index-cases': indexNewCases,
};
