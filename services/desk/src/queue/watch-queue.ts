import { type DeskContext, queueMark, readQueueMarks } from '@guichet/casework';
import type { SignedIn } from '../frame/desk-env.ts';
import { everyMs, type MarkWatch, watchMarks } from './watch-marks.ts';

export type QueueWatch = MarkWatch<SignedIn['actor']>;

/** Watches the queues, or what else changes team by team, for all open pages at once. */
export function watchQueue(ctx: DeskContext, readMarks = readQueueMarks, restMs = everyMs): QueueWatch {
  return watchMarks(ctx, readMarks, queueMark, restMs);
}
