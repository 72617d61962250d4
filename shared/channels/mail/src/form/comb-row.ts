import type { CombField, LayoutItem } from './form-layout.ts';
import type { FormSetting } from './form-setting.ts';
import { lineHeight, type Row, textAt } from './rows.ts';

/** Sets a comb with its name above and how to fill it on its right, or below where there is no room. */
export function combRow(setting: FormSetting, field: CombField, note: string, above?: string): Row {
  const { answer, cell, partHeight, styles } = setting;
  const top = above === undefined ? 0 : partHeight;
  const items: LayoutItem[] =
    above === undefined ? [] : [textAt(above, answer.x, 0, answer.width, styles.part)];
  const shift = { ...field.place, y: top };
  items.push({ ...field, place: shift, cells: field.cells.map((one) => ({ ...one, y: top })) });
  const end = top + cell.height;
  if (note === '') return { height: end + 2, items, criticalFrom: top };
  const noteX = field.place.x + field.place.width + 4;
  const room = Math.max(answer.x + answer.width - noteX, 20);
  const beside = textAt(note, noteX, 0, room, styles.part);
  const line = lineHeight(styles.part.size);
  if (noteX + beside.place.width <= answer.x + answer.width + 1 && beside.place.height <= cell.height) {
    const y =
      top + (beside.lines.length > 1 ? (cell.height - beside.place.height) / 2 : (cell.height - line) / 2);
    return {
      height: end + 2,
      items: [...items, { ...beside, place: { ...beside.place, y } }],
      criticalFrom: top,
    };
  }
  const below = textAt(note, answer.x, end + 0.4, answer.width, styles.part);
  return { height: end + 0.4 + below.place.height + 2.4, items: [...items, below], criticalFrom: top };
}
