import type { CallState } from '../dialog/call-state.ts';

/** Tells whether a prompt is said in short: not to who has the slow line, was not understood or asked to hear it again. */
export function isBrief({ slow, again }: CallState, { misses }: { misses: number }): boolean {
  return !slow && again === undefined && misses === 0;
}
