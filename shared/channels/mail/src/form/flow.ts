import { foldClearance, type Paper } from '../paper.ts';
import type { LayoutItem } from './form-layout.ts';
import { moved, type Row, type Unit } from './rows.ts';

/**
 * Sets units down the pages, one after the other.
 *
 * Guarantee: nothing to be read lies on a fold; a unit is split only when a whole page can't hold it.
 * Shape:     `tops` is where the first page and the others begin, in millimetres
 */
export function flow(
  units: readonly Unit[],
  { frame, folds }: Paper,
  tops: { first: number; others: number },
): LayoutItem[][] {
  const pages: LayoutItem[][] = [[]];
  let y = tops.first;
  const turn = () => {
    pages.push([]);
    y = tops.others;
  };
  for (const unit of units) {
    let set = setRows(unit.rows, y, folds);
    const atTop = pages.at(-1)?.length === 0;
    if (set.end > frame.bottom && !atTop) {
      turn();
      set = setRows(unit.rows, y, folds);
    }
    if (set.end <= frame.bottom) {
      pages.at(-1)?.push(...set.items);
      y = set.end + unit.after;
      continue;
    }
    for (const run of runsOf(unit.rows)) {
      let part = setRows(run, y, folds);
      if (part.end > frame.bottom) {
        turn();
        part = setRows(run, y, folds);
      }
      pages.at(-1)?.push(...part.items);
      y = part.end;
    }
    y += unit.after;
  }
  return pages;
}

/** Sets rows from a height down, moving the lead text along when what it leads to must clear a fold. */
function setRows(
  rows: readonly Row[],
  from: number,
  folds: Paper['folds'],
): { items: LayoutItem[]; end: number } {
  const items: LayoutItem[] = [];
  let y = from;
  let lead: LayoutItem[] = [];
  for (const row of rows) {
    if (row.criticalFrom === undefined) {
      lead.push(...row.items.map((item) => moved(item, 0, y)));
    } else {
      const shift = clearOfFolds(y + row.criticalFrom, row.height - row.criticalFrom, folds);
      items.push(
        ...lead.map((item) => moved(item, 0, shift)),
        ...row.items.map((item) => moved(item, 0, y + shift)),
      );
      lead = [];
      y += shift;
    }
    y += row.height;
  }
  return { items: [...items, ...lead], end: y };
}

function clearOfFolds(top: number, height: number, folds: Paper['folds']): number {
  const fold = folds.find((at) => top < at + foldClearance && top + height > at - foldClearance);
  return fold === undefined ? 0 : fold + foldClearance - top;
}

/** Splits rows into runs that end with something to fill, so that a label never stays behind alone; text alone, after its first two. */
function runsOf(rows: readonly Row[]): Row[][] {
  if (rows.every((row) => row.criticalFrom === undefined))
    return [rows.slice(0, 2), ...rows.slice(2).map((row) => [row])];
  const runs: Row[][] = [[]];
  for (const row of rows) {
    runs.at(-1)?.push(row);
    if (row.criticalFrom !== undefined) runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}
