import type { DeskAct } from '@guichet/pages';

/** Names the control in which the letter of an act is chosen: pedals and the station's tools have names of their own. */
export function letterField(act: DeskAct): `letter-${DeskAct}` {
  return `letter-${act}`;
}
