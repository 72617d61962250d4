import type { EndCounts } from '@guichet/casework';

/** How calls end, in the order in which they are stacked from the ground up. */
export const lineEnds = [
  'completed',
  'toAPerson',
  'abandoned',
  'noRequest',
  'unknown',
] as const satisfies readonly (keyof EndCounts)[];
