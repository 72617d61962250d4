import {
  type DeskContext,
  foldTally,
  indexCase,
  moveClocks,
  returnHeld,
  returnUntouched,
  tickClocks,
} from '@guichet/casework';
import type { Handlers, RecurringHandlers } from '@guichet/jobs';
import type { CaseId, StaffId } from '@guichet/kernel';
import { acknowledge } from './acknowledge.ts';
import { indexNewCases } from './index-new-cases.ts';

export const handlers: Handlers<'casework', DeskContext> = {
  'casework.acknowledge': acknowledge,
  'casework.index-case': ({ caseId }, { outboxId }, ctx) => indexCase(ctx, outboxId, caseId as CaseId),
  'casework.return-held': ({ staffId }, { outboxId }, ctx) => returnHeld(ctx, outboxId, staffId as StaffId),
  'casework.move-clocks': ({ dayId }, { outboxId }, ctx) => moveClocks(ctx, outboxId, dayId),
};

export const recurring: RecurringHandlers<'casework', DeskContext> = {
  'casework.tick-clocks': async (ctx) => {
    await tickClocks(ctx);
  },
  'casework.fold-tally': foldTally,
  'casework.index-cases': indexNewCases,
  'casework.return-untouched': async (ctx) => {
    await returnUntouched(ctx);
  },
};
