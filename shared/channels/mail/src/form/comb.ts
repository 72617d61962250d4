import type { CombField } from './form-layout.ts';
import type { FormSetting } from './form-setting.ts';

/**
 * Makes a comb: one cell a character, with a gap between groups; narrower cells where they would not fit on a line.
 *
 * Shape: `pattern` holds a class a cell and a space where a gap goes: `9999 99 99`.
 */
export function combAt(
  setting: FormSetting,
  path: string,
  shape: CombField['shape'],
  pattern: string,
  x: number,
  y: number,
  decimals = 0,
): CombField {
  const { height, gap } = setting.cell;
  const width = cellWidth(setting, pattern);
  const cells: { x: number; y: number; width: number; height: number }[] = [];
  let left = x;
  for (const mark of pattern) {
    if (mark === ' ') left += gap;
    else {
      cells.push({ x: left, y, width, height });
      left += width;
    }
  }
  const place = { x, y, width: left - x, height };
  return { kind: 'comb', path, place, cells, classes: pattern.replaceAll(' ', ''), shape, decimals };
}

/** Gives the width a comb takes. */
export function combWidth(setting: FormSetting, pattern: string): number {
  const gaps = pattern.split(' ').length - 1;
  return (pattern.length - gaps) * cellWidth(setting, pattern) + gaps * setting.cell.gap;
}

/** Gives the width of one cell of a comb. */
export function cellWidth({ answer, cell }: FormSetting, pattern: string): number {
  const gaps = pattern.split(' ').length - 1;
  return Math.min(cell.width, (answer.width - gaps * cell.gap) / (pattern.length - gaps));
}
