import type { StaffId } from '@guichet/kernel';
import type { DeskContext } from '../../context.ts';

/** An answer that was keyed once or twice, and by whom. */
export interface KeyedBy {
  firstBy: StaffId;
  secondBy: StaffId | null;
  differs: boolean | null;
}

/**
 * Tells whether the actor may decide between two keyings that differ: any third person, and, where none is there, a supervisor,
 * who may have keyed one of them.
 */
export function mayDecide({ actor }: DeskContext, { firstBy, secondBy, differs }: KeyedBy): boolean {
  if (actor.kind !== 'staff' || differs !== true) return false;
  const isThird = firstBy !== actor.staffId && secondBy !== actor.staffId;
  return isThird || actor.roles.includes('supervisor');
}
