import { answerWidth, answerX } from './answer-column.ts';
import { boxHeight } from './comb.ts';
import type { CombField, LayoutItem } from './form-layout.ts';
import { lineHeight, type Row, styles, textAt } from './rows.ts';

/** Height of the name above a box. */
export const partHeight = lineHeight(styles.part.size) + 0.4;

/** Sets a comb with its name above and, on its right, how to fill it. */
export function combRow(field: CombField, note: string, above?: string): Row {
  const top = above === undefined ? 0 : partHeight;
  const items: LayoutItem[] =
    above === undefined ? [] : [textAt(above, answerX, 0, answerWidth, styles.part)];
  const shift = { ...field.place, y: top };
  items.push({ ...field, place: shift, cells: field.cells.map((cell) => ({ ...cell, y: top })) });
  const noteX = field.place.x + field.place.width + 4;
  const room = answerX + answerWidth - noteX;
  if (note !== '') items.push(textAt(note, noteX, top + 2.8, Math.max(room, 20), styles.part));
  return { height: top + boxHeight + 2, items, criticalFrom: top };
}
