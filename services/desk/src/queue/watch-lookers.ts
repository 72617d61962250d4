import { type DeskContext, listLookers, type Looker, type QueueMarks } from '@guichet/casework';
import { second } from '@guichet/kernel';
import { type QueueWatch, watchQueue } from './watch-queue.ts';

export interface LookersWatch extends QueueWatch {
  /** Everybody who looked at a case at the last look. */
  now(): readonly Looker[];
}

/** Twice in the second that a colleague is told within. Unit: milliseconds. */
const everyMs = second / 2;

/** Watches who looks at which case, for all open pages at once. Guarantee: as `watchQueue`: one look at a time, none when nobody waits. */
export function watchLookers(ctx: DeskContext): LookersWatch {
  let latest: readonly Looker[] = [];
  const readMarks = async (system: DeskContext): Promise<QueueMarks> => {
    latest = await listLookers(system);
    const marks = new Map<string, string>();
    for (const { team, reference, staffId } of latest)
      marks.set(team, `${marks.get(team) ?? ''}${reference}.${staffId},`);
    return marks;
  };
  return { ...watchQueue(ctx, readMarks, everyMs), now: () => latest };
}
