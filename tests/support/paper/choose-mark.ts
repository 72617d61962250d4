import type { LayoutField } from '@guichet/channels/mail';
import type { MarkKind } from './draw-mark.ts';

/** How often people mark a box each way, once they mark it. Unit: shares. */
const habits: readonly (readonly [MarkKind, number])[] = [
  ['x', 0.33],
  ['tick', 0.27],
  ['slash', 0.1],
  ['dot', 0.05],
  ['faint', 0.08],
  ['outside', 0.07],
  ['ring', 0.04],
  ['blackened', 0.06],
];
/** Unit: shares of the boxes that are not chosen. */
const correctedShare = 0.02;
const astrayShare = 0.02;

/** Says what a person does to a box that their answer chooses, or doesn't; undefined is nothing. */
export function chooseMark(
  field: Extract<LayoutField, { kind: 'check' }>,
  chosen: string | string[] | undefined,
  random: () => number,
): MarkKind | undefined {
  let chance = random();
  if (chosen?.includes(field.option) !== true) {
    // A mark is corrected where another box of the question holds the right one.
    if (chance < correctedShare && chosen !== undefined) return 'corrected';
    return chance > 1 - astrayShare ? 'astray' : undefined;
  }
  for (const [kind, share] of habits) {
    if (chance < share) return kind;
    chance -= share;
  }
  return 'x';
}
