import {
  cancelOfClosed,
  type DeskContext,
  foldTally,
  indexCase,
  moveClocks,
  remindAppointments,
  returnHeld,
  returnUntouched,
  tellAppointment,
  tellDuplicates,
  tickClocks,
} from '@guichet/casework';
import type { Handlers, RecurringHandlers } from '@guichet/jobs';
import type { AppointmentId, CaseId, StaffId } from '@guichet/kernel';
import { acknowledge } from './acknowledge.ts';
import { countPastWork } from './count-past-work.ts';
import { indexNewCases } from './index-new-cases.ts';

export const handlers: Handlers<'casework', DeskContext> = {
  'casework.acknowledge': acknowledge,
  'casework.index-case': ({ caseId }, { outboxId }, ctx) => indexCase(ctx, outboxId, caseId as CaseId),
  'casework.return-held': ({ staffId }, { outboxId }, ctx) => returnHeld(ctx, outboxId, staffId as StaffId),
  'casework.move-clocks': ({ dayId }, { outboxId }, ctx) => moveClocks(ctx, outboxId, dayId),
  'casework.tell-appointment': ({ appointmentId }, { outboxId }, ctx) =>
    tellAppointment(ctx, outboxId, appointmentId as AppointmentId),
  'casework.tell-duplicates': ({ caseId }, { outboxId }, ctx) =>
    tellDuplicates(ctx, outboxId, caseId as CaseId),
};

export const recurring: RecurringHandlers<'casework', DeskContext> = {
  'casework.tick-clocks': async (ctx) => {
    await tickClocks(ctx);
  },
  'casework.fold-tally': foldTally,
  'casework.count-work': countPastWork,
  'casework.index-cases': indexNewCases,
  'casework.return-untouched': async (ctx) => {
    await returnUntouched(ctx);
  },
  'casework.remind-appointments': async (ctx) => {
    await cancelOfClosed(ctx);
    await remindAppointments(ctx);
  },
};
