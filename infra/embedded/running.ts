import type { KeptProcess } from './processes/keep-running.ts';

interface Stoppable {
  stop(): Promise<void>;
}

/** What runs, in the order in which it is stopped. */
export interface Running {
  doors: KeptProcess[];
  hands: KeptProcess[];
  outside?: Stoppable;
  redis?: Stoppable;
  database?: Stoppable;
}

/**
 * Stops everything: first those who use a thing, then the thing.
 *
 * Guarantee: one that does not stop as it should does not keep the others running.
 */
export async function stopAll({ doors, hands, outside, redis, database }: Running): Promise<void> {
  const faults: unknown[] = [];
  for (const group of [doors, hands, [outside], [redis], [database]]) {
    const results = await Promise.allSettled(group.map((one) => one?.stop()));
    for (const result of results) if (result.status === 'rejected') faults.push(result.reason);
  }
  if (faults.length > 0) throw new AggregateError(faults, 'not everything stopped as it should');
}
