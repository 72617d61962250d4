import type { GroupEntry } from '@guichet/catalogue';
import type { CallState } from './call-state.ts';
import type { CallDeps, Move } from './move.ts';
import { nextMember } from './next-question.ts';
import { serviceOf } from './service-of.ts';

/**
 * Takes up a group whose last entry was left half way, where it was left; undefined when there is none.
 *
 * Guarantee: what the entry holds is kept: only what it lacks is asked.
 */
export function reopenGroup(state: CallState, deps: CallDeps, lead: string[]): Move | undefined {
  const service = serviceOf(state, deps);
  for (const group of service?.visible(state.answers) ?? []) {
    if (group.type !== 'group') continue;
    const { [group.key]: held, ...answers } = state.answers;
    const entries = Array.isArray(held) ? (held as GroupEntry[]) : [];
    const last = entries.at(-1);
    if (last === undefined) continue;
    const lacking = service
      ?.visibleMembers(group, last, state.answers)
      .some(({ key, required }) => required && last[key] === undefined);
    if (lacking) return nextMember({ ...state, answers, entries, making: group.key }, group, deps, lead, []);
  }
  return undefined;
}
