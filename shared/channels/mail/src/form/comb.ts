import type { CombField } from './form-layout.ts';

export const cellWidth = 6.4;
export const boxHeight = 9;
const groupGap = 3;

/**
 * Makes a comb: one cell a character, with a gap between groups.
 *
 * Shape: `pattern` holds a class a cell and a space where a gap goes: `9999 99 99`.
 */
export function combAt(
  path: string,
  shape: CombField['shape'],
  pattern: string,
  x: number,
  y: number,
  decimals = 0,
): CombField {
  const cells: { x: number; y: number; width: number; height: number }[] = [];
  let left = x;
  for (const mark of pattern) {
    if (mark === ' ') left += groupGap;
    else {
      cells.push({ x: left, y, width: cellWidth, height: boxHeight });
      left += cellWidth;
    }
  }
  const place = { x, y, width: left - x, height: boxHeight };
  return { kind: 'comb', path, place, cells, classes: pattern.replaceAll(' ', ''), shape, decimals };
}

/** Gives the width a comb takes. */
export function combWidth(pattern: string): number {
  const gaps = pattern.split(' ').length - 1;
  return (pattern.length - gaps) * cellWidth + gaps * groupGap;
}
