import { PageCanvas } from '../page-canvas.ts';
import { codes, marks, type Rect } from '../paper.ts';
import { type FormLayout, isField, type LayoutField, type LayoutItem } from './form-layout.ts';

/** Draws a form as a tagged PDF, from the numbers that the reader goes by. */
export async function renderForm(layout: FormLayout): Promise<Buffer> {
  const canvas = new PageCanvas(layout.title, layout.language);
  const boxWords = layout.language === 'fr' ? 'case à cocher' : 'check box';
  for (const page of layout.pages) {
    canvas.addPage();
    canvas.decoration(() => {
      for (const mark of marks) canvas.paint(mark, 'black');
      for (const code of codes) canvas.qr(page.code, code.level, code.place);
    });
    for (const item of page.items) drawItem(canvas, item, boxWords);
  }
  return canvas.finish();
}

function drawItem(canvas: PageCanvas, item: LayoutItem, boxWords: string): void {
  if (item.kind === 'text') {
    const tag = item.role === 'title' ? 'H1' : item.role === 'heading' || item.role === 'label' ? 'H2' : 'P';
    canvas.text(item.lines, item.place, item.size, item.weight, item.ink, tag);
  } else if (item.kind === 'shade') {
    canvas.decoration(() => canvas.paint(item.place, item.fill));
  } else if (item.kind === 'check') {
    canvas.figure(boxWords, () => drawField(canvas, item));
  } else if (isField(item)) {
    canvas.decoration(() => drawField(canvas, item));
  }
}

/** Dividers are thinner than frames: a digit that touches one loses less. */
function drawField(canvas: PageCanvas, field: LayoutField): void {
  canvas.paint(field.place, 'white');
  if (field.kind !== 'comb') {
    canvas.frame(field.place, field.kind === 'check' ? 0.35 : 0.3, 'black');
    return;
  }
  for (const group of groupsOf(field.cells)) {
    for (const cell of group.cells.slice(1)) canvas.divider(cell);
    canvas.frame(group.place, 0.3, 'black');
  }
}

function groupsOf(cells: readonly Rect[]): { place: Rect; cells: Rect[] }[] {
  const groups: { place: Rect; cells: Rect[] }[] = [];
  for (const cell of cells) {
    const last = groups.at(-1);
    const end = last === undefined ? Number.NaN : last.place.x + last.place.width;
    if (last !== undefined && Math.abs(end - cell.x) < 0.1) {
      last.cells.push(cell);
      last.place = { ...last.place, width: last.place.width + cell.width };
    } else groups.push({ place: cell, cells: [cell] });
  }
  return groups;
}
