import { type JobQueue, type Recurring, schedule } from '@guichet/jobs';
import { deskTimeZone, second } from '@guichet/kernel';
import type { Queues } from './open-queues.ts';

/** Puts the page of recurring work into the job queues. Guarantee: repeating it changes nothing. */
export async function scheduleRecurring(queues: Queues): Promise<void> {
  for (const entry of schedule as readonly Recurring[]) {
    const name = entry.name.slice(0, entry.name.indexOf('.')) as JobQueue;
    const when = entry.every
      ? { every: entry.every.seconds * second }
      : { pattern: entry.cron ?? '', tz: deskTimeZone };
    await queues.of(name).upsertJobScheduler(entry.name, when, {
      name: entry.name,
      data: {},
      opts: { removeOnComplete: true, removeOnFail: true, attempts: 1 },
    });
  }
}
