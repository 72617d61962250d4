import { textWidth } from '../fonts.ts';
import type { LayoutItem } from './form-layout.ts';
import type { FormSetting } from './form-setting.ts';
import { lineHeight, type Row, textAt } from './rows.ts';

const labelGap = 2.2;
const columnGap = 5;

/** Sets check boxes in as many columns as their words allow, read down each column. */
export function checkRows(
  { answer: { x, width }, check: checkSize, styles }: FormSetting,
  options: { option: string; label: string }[],
  path: string,
): Row[] {
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
    let height = checkSize + 2.4;
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
