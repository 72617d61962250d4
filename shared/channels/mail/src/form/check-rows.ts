import { textWidth } from '../fonts.ts';
import { frame } from '../paper.ts';
import type { LayoutItem } from './form-layout.ts';
import { lineHeight, type Row, styles, textAt } from './rows.ts';

export const checkSize = 4.2;
const labelGap = 2.2;
const columnGap = 5;
const x = frame.x + 9;
const width = frame.width - 9;

/** Sets check boxes in as many columns as their words allow, read down each column. */
export function checkRows(options: { option: string; label: string }[], path: string): Row[] {
  const style = styles.option;
  const widest = Math.max(...options.map((option) => textWidth(option.label, style.weight, style.size)));
  const wanted = Math.min(options.length, options.length > 16 ? 4 : 3);
  const columns = Math.max(
    1,
    Math.min(wanted, Math.floor((width + columnGap) / (checkSize + labelGap + widest + columnGap))),
  );
  const perColumn = Math.ceil(options.length / columns);
  const pitch =
    columns > 1 && options.length <= 3
      ? checkSize + labelGap + widest + columnGap + 3
      : (width + columnGap) / columns;
  return Array.from({ length: perColumn }, (_, line) => {
    const items: LayoutItem[] = [];
    let height = 6.6;
    for (let column = 0; column < columns; column++) {
      const option = options[column * perColumn + line];
      if (option === undefined) continue;
      const left = x + column * pitch;
      const label = textAt(
        option.label,
        left + checkSize + labelGap,
        0,
        pitch - checkSize - labelGap - columnGap + 0.1,
        style,
      );
      const firstLine = lineHeight(style.size);
      const place = { x: left, y: 0.4, width: checkSize, height: checkSize };
      items.push({ kind: 'check', path, option: option.option, place });
      items.push({ ...label, place: { ...label.place, y: 0.4 + (checkSize - firstLine) / 2 } });
      height = Math.max(height, label.place.height + 2.2);
    }
    return { height, items, criticalFrom: 0.4 };
  });
}
