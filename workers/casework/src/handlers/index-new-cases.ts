import { type DeskContext, indexCases } from '@guichet/casework';
import { second } from '@guichet/kernel';

/** Unit: milliseconds. After an upgrade there are all cases to go through: other work has its turn between. */
const turnMs = 4 * second;

/** Makes new cases findable by what they say, group after group until none is left or the turn is over. */
export async function indexNewCases(ctx: DeskContext): Promise<void> {
  const from = performance.now();
  while ((await indexCases(ctx)) > 0) if (performance.now() - from > turnMs) return;
}
