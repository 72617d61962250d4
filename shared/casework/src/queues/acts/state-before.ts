import type { LockedCase } from '../../cases/lock-case.ts';

/** Where a case was before an act: what undoing puts back. */
export interface StateBefore {
  team: string;
  heldBy: string | null;
  /** What it asked of whoever took it. */
  queueClass: number | null;
}

/** Takes it from a locked case. */
export function stateOf({ team, heldBy, queueClass }: LockedCase): StateBefore {
  return { team, heldBy, queueClass };
}
