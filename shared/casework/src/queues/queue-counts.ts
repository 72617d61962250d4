import type { Channel, Language } from '@guichet/kernel';
import type { DueClass, QueueFilter } from './queue-filter.ts';

/** How many cases wait that are alike in all that is filtered by. */
export interface QueueCount {
  team: string;
  serviceCode: string;
  channel: Channel;
  language: Language;
  due: DueClass;
  waiting: number;
}

/** Counts what waits under filters; undefined where that can't be told without looking (a street, who holds). */
export function countUnder(counts: readonly QueueCount[], filter: QueueFilter): number | undefined {
  if (filter.place !== undefined || filter.heldBy !== undefined) return undefined;
  return counts.reduce((total, count) => total + (isUnder(count, filter) ? count.waiting : 0), 0);
}

function isUnder(count: QueueCount, { service, channel, language, team, due }: QueueFilter): boolean {
  return (
    (service === undefined || count.serviceCode === service) &&
    (channel === undefined || count.channel === channel) &&
    (language === undefined || count.language === language) &&
    (team === undefined || count.team === team) &&
    (due === undefined || count.due === due)
  );
}
