import { z } from 'zod';

/** Every job of the house: its name is its queue's prefix and its hand; its payload is ids and nothing else. */
const id = z.uuid();

export const jobs = {
  /** Sends one reply through the way the person chose. */
  'correspondence.send': z.strictObject({ replyId: id }),
  /** Sends one text message that is no reply to a case: the link to a draft. */
  'correspondence.send-text': z.strictObject({ textId: id }),
  /** Sends what we write to who sent a letter that no case holds. */
  'correspondence.answer-letter': z.strictObject({ answerId: id }),
  /** Fetches a recording from the telephone provider and keeps it as evidence. */
  'correspondence.fetch-recording': z.strictObject({ evidenceId: id }),
  /** Deletes at the telephone provider a recording that is kept here. */
  'correspondence.forget-recording': z.strictObject({ evidenceId: id }),
  /** Deletes at the telephone provider the recordings of a call that are kept here or that nobody uses, and has messages nobody knew of heard. */
  'correspondence.clear-recordings': z.strictObject({ callId: id }),
  /** Asks a machine what it hears in a recording, where one is set up. */
  'correspondence.suggest-transcript': z.strictObject({ evidenceId: id }),
  /** Calls a person back and puts them through to the desk. */
  'correspondence.call-back': z.strictObject({ attemptId: id }),
  /** Writes and stages the acknowledgement of a case just accepted. */
  'casework.acknowledge': z.strictObject({ caseId: id }),
  /** Makes a case findable by what it says, once an answer is no longer what it was. */
  'casework.index-case': z.strictObject({ caseId: id }),
  /** Returns the cases of who is away, gone, or no longer of their team. */
  'casework.return-held': z.strictObject({ staffId: id }),
  /** Moves what was promised, after a day was closed. */
  'casework.move-clocks': z.strictObject({ dayId: id }),
  /** Tells a person of their appointment as it stands now. */
  'casework.tell-appointment': z.strictObject({ appointmentId: id }),
  /** Tells those whose request was the duplicate of a case what was decided of it. */
  'casework.tell-duplicates': z.strictObject({ caseId: id }),
  /** Tells a program of others that something happened. */
  'webhooks.tell': z.strictObject({ deliveryId: id }),
  /** Splits and reads one batch of scans. */
  'mailroom.read': z.strictObject({ batchId: id }),
} as const;

export type JobName = keyof typeof jobs;
export type Payload<N extends JobName> = z.output<(typeof jobs)[N]>;
export const jobNames = Object.keys(jobs) as JobName[];

/** Job queues: what makes them wait differs, so they wait apart. The correspondence worker has two, so that no program of others keeps the public waiting. */
export const jobQueues = ['casework', 'mailroom', 'correspondence', 'webhooks', 'records'] as const;
export type JobQueue = (typeof jobQueues)[number];

/** Tells which job queue carries a job. */
export function queueOf(job: JobName): JobQueue {
  return job.slice(0, job.indexOf('.')) as JobQueue;
}

/** One hand for every job of a queue: a job without a hand, or a hand with the wrong payload, does not compile. */
export type Handlers<Q extends JobQueue, Context> = {
  [N in Extract<JobName, `${Q}.${string}`>]: (
    payload: Payload<N>,
    job: JobFacts,
    ctx: Context,
  ) => Promise<void>;
};

export interface JobFacts {
  /** The outbox row this job came from: the key of its effect. */
  outboxId: string;
  /** Counts from 1. */
  attempt: number;
}
