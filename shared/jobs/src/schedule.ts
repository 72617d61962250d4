import type { JobQueue } from './jobs.ts';

/** The one page of recurring work: what happens by itself, when, and why then. Times are of America/Toronto. */
export const schedule = [
  {
    name: 'casework.tick-clocks',
    every: { seconds: 15 },
    why: 'a promise missed shows within a quarter of a minute',
  },
  {
    name: 'casework.fold-tally',
    every: { seconds: 15 },
    why: 'an open queue page adds up what moved since the last fold, five times a second',
  },
  {
    name: 'casework.count-work',
    every: { seconds: 60 },
    why: 'an hour is counted once it is over; the board reads what is not counted from the cases',
  },
  {
    name: 'casework.index-cases',
    every: { seconds: 5 },
    why: 'who calls a minute after they wrote is found by name; acceptance itself writes nothing for it',
  },
  {
    name: 'casework.return-untouched',
    every: { seconds: 60 },
    why: 'a case taken and not touched waits for no one for more than a minute after its time',
  },
  {
    name: 'casework.remind-appointments',
    every: { seconds: 60 },
    why: 'a reminder is of a day and an hour, not of a minute; a closed case keeps no time from others for longer',
  },
  {
    name: 'records.end-lost-calls',
    cron: '10 3 * * *',
    why: 'a call lasts four hours at most: none of the day before is left',
  },
  {
    name: 'records.close-past-visits',
    cron: '15 4 * * *',
    why: 'the day before is over at every place of the country',
  },
  {
    name: 'records.dispose-mailroom',
    cron: '30 3 * * *',
    why: 'what it destroys is counted in days, and nobody is at the mailroom',
  },
  {
    name: 'records.end-past-appointments',
    cron: '25 4 * * *',
    why: 'who did not come yesterday will not come now, at any place of the country',
  },
  { name: 'records.expire-drafts', cron: '20 3 * * *', why: 'nobody is writing at 3:20' },
  {
    name: 'records.verify-history',
    cron: '40 3 * * *',
    why: 'reads the whole history: when the desk sleeps',
  },
  {
    name: 'records.forget-keys',
    cron: '0 4 * * *',
    why: 'idempotency keys are kept seven days, effects ninety',
  },
] as const satisfies readonly Recurring[];

export interface Recurring {
  name: `${JobQueue}.${string}`;
  every?: { seconds: number };
  cron?: string;
  why: string;
}

export type RecurringName = (typeof schedule)[number]['name'];
export type RecurringHandlers<Q extends JobQueue, Context> = {
  [N in Extract<RecurringName, `${Q}.${string}`>]: (ctx: Context) => Promise<void>;
};
