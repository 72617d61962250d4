import { type DeskContext, foldTally, tickClocks } from '@guichet/casework';
import type { Handlers, RecurringHandlers } from '@guichet/jobs';
import { acknowledge } from './acknowledge.ts';

export const handlers: Handlers<'casework', DeskContext> = {
  'casework.acknowledge': acknowledge,
};

export const recurring: RecurringHandlers<'casework', DeskContext> = {
  'casework.tick-clocks': async (ctx) => {
    await tickClocks(ctx);
  },
  'casework.fold-tally': foldTally,
};
