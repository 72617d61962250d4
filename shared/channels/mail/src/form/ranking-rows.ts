import type { QuestionOf } from '@guichet/catalogue';
import { textWidth } from '../fonts.ts';
import { combAt } from './comb.ts';
import type { LayoutItem } from './form-layout.ts';
import type { FormSetting } from './form-setting.ts';
import { type Row, textAt } from './rows.ts';

const labelGap = 2.6;
const columnGap = 6;

/** Sets a box for one figure before each option, in two columns where the words allow, read down each column. */
export function rankingRows(setting: FormSetting, question: QuestionOf<'ranking'>, path: string): Row[] {
  const { answer, cell, language, styles } = setting;
  const style = styles.option;
  const labels = question.options.map((option) => option.label[language]);
  const widest = Math.max(...labels.map((label) => textWidth(label, style.weight, style.size)));
  const half = (answer.width - columnGap) / 2;
  const columns = labels.length > 3 && cell.width + labelGap + widest <= half ? 2 : 1;
  const perColumn = Math.ceil(labels.length / columns);
  const width = columns === 2 ? half : answer.width;
  return Array.from({ length: perColumn }, (_, line) => {
    const items: LayoutItem[] = [];
    let height: number = cell.height;
    for (let column = 0; column < columns; column++) {
      const option = question.options[column * perColumn + line];
      if (option === undefined) continue;
      const x = answer.x + column * (half + columnGap);
      const labelX = x + cell.width + labelGap;
      const label = textAt(option.label[language], labelX, 0, width - cell.width - labelGap, style);
      const y = Math.max(0, (cell.height - label.place.height) / 2);
      items.push(combAt(setting, `${path}.${option.key}`, 'rank', '9', x, 0));
      items.push({ ...label, place: { ...label.place, y } });
      height = Math.max(height, label.place.height);
    }
    return { height: height + 1.8, items, criticalFrom: 0 };
  });
}
