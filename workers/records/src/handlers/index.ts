import type { Handlers, RecurringHandlers } from '@guichet/jobs';
import {
  closePastVisits,
  disposeMailroom,
  endLostCalls,
  endPastAppointments,
  expireDrafts,
  forgetKeys,
} from '@guichet/casework';
import type { RecordsContext } from '../records-context.ts';
import { checkHistory } from './check-history.ts';

/** No job of the outbox comes here yet: this worker goes by the clock. */
export const handlers: Handlers<'records', RecordsContext> = {};

export const recurring: RecurringHandlers<'records', RecordsContext> = {
  'records.end-lost-calls': async ({ desk, log }) => {
    log.info({ event: 'records.calls-ended', count: await endLostCalls(desk) });
  },
  'records.close-past-visits': async ({ desk, log }) => {
    log.info({ event: 'records.visits-closed', count: await closePastVisits(desk) });
  },
  'records.dispose-mailroom': async ({ desk, log }) => {
    const { letters, files } = await disposeMailroom(desk);
    log.info({ event: 'records.mailroom-disposed', count: letters + files });
  },
  'records.end-past-appointments': async ({ desk, log }) => {
    log.info({ event: 'records.appointments-ended', count: await endPastAppointments(desk) });
  },
  'records.expire-drafts': async ({ desk, log }) => {
    log.info({ event: 'records.drafts-expired', count: await expireDrafts(desk) });
  },
  'records.forget-keys': async ({ desk, log }) => {
    const { intakeKeys } = await forgetKeys(desk);
    log.info({ event: 'records.keys-forgotten', count: intakeKeys });
  },
  'records.verify-history': checkHistory,
};
