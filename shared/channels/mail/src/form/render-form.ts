import { PageCanvas } from '../page-canvas.ts';
import { papers, type Rect } from '../paper.ts';
import {
  type FormLayout,
  isField,
  type LayoutField,
  type LayoutItem,
  type LayoutText,
} from './form-layout.ts';
import { readingOrder } from './reading-order.ts';
import { type FormWords, formWords } from './words.ts';

/**
 * Draws a form as a tagged PDF, from the numbers that the reader goes by.
 *
 * Guarantee: heard from top to bottom: headings, each question, then each of its boxes by name; marks, codes, running heads and
 *   feet are passed over.
 */
export async function renderForm(layout: FormLayout): Promise<Buffer> {
  const words = formWords[layout.language];
  const paper = papers[layout.paper];
  const canvas = new PageCanvas(layout.title, layout.language, layout.paper);
  for (const page of layout.pages) {
    canvas.addPage();
    canvas.decoration(() => {
      for (const mark of paper.marks) canvas.paint(mark, 'black');
      for (const code of paper.codes) canvas.qr(page.code, code.level, code.place);
    });
    let label = '';
    for (const item of readingOrder(page.items)) {
      if (item.kind === 'text' && item.role === 'label') label = said(item);
      drawItem(canvas, item, nameOf(words, page.items, item, label));
    }
  }
  return canvas.finish();
}

const said = (text: LayoutText): string => text.lines.join(' ');

/** A box is heard by the words of its option, or by its question and the part of the answer that goes there. */
function nameOf(words: FormWords, items: readonly LayoutItem[], item: LayoutItem, label: string): string {
  if (item.kind === 'signature') return words.places.sign;
  if (!isField(item)) return '';
  const at = items.indexOf(item);
  const [before, after] = [items[at - 1], items[at + 1]];
  if (item.kind === 'check') return words.places.check(after?.kind === 'text' ? said(after) : label);
  if (item.kind === 'comb' && item.shape === 'rank')
    return words.places.write(after?.kind === 'text' ? said(after) : label);
  const part = before?.kind === 'text' && before.role === 'part' ? `, ${said(before)}` : '';
  return words.places.write(`${label}${part}`);
}

function drawItem(canvas: PageCanvas, item: LayoutItem, name: string): void {
  if (item.kind === 'text') drawText(canvas, item);
  else if (item.kind === 'shade') canvas.decoration(() => canvas.paint(item.place, item.fill));
  else if (item.kind === 'signature') canvas.field(name, 'tv', () => drawBox(canvas, item.place, 0.3));
  else canvas.field(name, item.kind === 'check' ? 'cb' : 'tv', () => drawField(canvas, item));
}

const tags = { title: 'H1', heading: 'H2', label: 'H2', note: 'P', part: 'P', body: 'P' } as const;

function drawText(canvas: PageCanvas, { lines, place, size, weight, ink, role }: LayoutText): void {
  if (role === 'running') canvas.running(lines, place, size, weight, ink);
  else canvas.text(lines, place, size, weight, ink, tags[role]);
}

function drawBox(canvas: PageCanvas, place: Rect, thickness: number): void {
  canvas.paint(place, 'white');
  canvas.frame(place, thickness, 'black');
}

/** Dividers are thinner than frames: a digit that touches one loses less. */
function drawField(canvas: PageCanvas, field: LayoutField): void {
  if (field.kind !== 'comb') return drawBox(canvas, field.place, field.kind === 'check' ? 0.35 : 0.3);
  canvas.paint(field.place, 'white');
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
