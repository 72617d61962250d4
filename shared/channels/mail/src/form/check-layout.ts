import { DeskError } from '@guichet/kernel';
import { foldClearance, grown, overlaps, type Paper, papers, type Rect } from '../paper.ts';
import { type FormLayout, isField, type LayoutItem, type LayoutPage } from './form-layout.ts';

const markClearance = 1.5;
/** A QR needs four modules of white around it; ours have at least 29 modules a side. */
const quietZone = (code: Rect) => grown(code, (code.width * 4) / 29);

/**
 * Refuses a layout that could not be read back.
 *
 * Errors: DeskError `invalid` (`form-layout`); the detail names the page, the thing and what it runs into.
 */
export function checkLayout(layout: FormLayout): void {
  for (const page of layout.pages) checkPage(page, papers[layout.paper]);
}

function checkPage(page: LayoutPage, paper: Paper): void {
  const { codes, folds, marks } = paper;
  for (const { place } of page.items.filter((item) => item.kind === 'shade')) {
    // A panel or a rule may lie under a text, never in the white around a code.
    if (codes.some((code) => overlaps(place, quietZone(code.place))))
      refuse(page, { kind: 'shade', place, fill: 'pale' }, 'the quiet zone of the page code');
  }
  const solid = page.items.filter((item) => item.kind !== 'shade');
  for (const [at, item] of solid.entries()) {
    for (const mark of marks)
      if (overlaps(item.place, grown(mark, markClearance))) refuse(page, item, 'a mark');
    for (const code of codes)
      if (overlaps(item.place, quietZone(code.place))) refuse(page, item, 'the quiet zone of the page code');
    if (!inside(item.place, paper)) refuse(page, item, 'the edge of the sheet');
    if (isField(item) || item.kind === 'signature') {
      for (const fold of folds) {
        const band = { x: 0, y: fold - foldClearance, width: paper.width, height: 2 * foldClearance };
        if (overlaps(item.place, band)) refuse(page, item, 'a fold');
      }
    }
    for (const other of solid.slice(at + 1)) {
      if (areasOf(item).some((area) => areasOf(other).some((taken) => overlaps(area, taken))))
        refuse(page, item, nameOf(other));
    }
  }
}

/** Between the groups of a comb there is room for a decimal mark. */
function areasOf(item: LayoutItem): readonly Rect[] {
  return item.kind === 'comb' ? item.cells : [item.place];
}

function inside(place: Rect, sheet: Paper): boolean {
  return (
    place.x >= 10 &&
    place.y >= 10 &&
    place.x + place.width <= sheet.width - 10 &&
    place.y + place.height <= sheet.height - 10
  );
}

function refuse(page: LayoutPage, item: LayoutItem, into: string): never {
  const thing = nameOf(item);
  throw new DeskError('invalid', 'form-layout', {
    detail: `page ${page.number}: ${thing} runs into ${into}`,
    params: { page: page.number, thing, into },
  });
}

function nameOf(item: LayoutItem): string {
  if (item.kind === 'text') return `the text "${item.lines.join(' ').slice(0, 40)}"`;
  if (item.kind === 'signature') return 'the place to sign';
  return item.kind === 'shade' ? 'a panel' : `the field ${item.path}`;
}
