import { countWork, type DeskContext } from '@guichet/casework';
import { second } from '@guichet/kernel';

/** Unit: milliseconds. After an upgrade there are years to go through: other work has its turn between. */
const turnMs = 4 * second;

/** Counts the hours that are over, day after day until none is left or the turn is over. */
export async function countPastWork(ctx: DeskContext): Promise<void> {
  const from = performance.now();
  while (await countWork(ctx)) if (performance.now() - from > turnMs) return;
}
