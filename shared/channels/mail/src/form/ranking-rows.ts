import type { QuestionOf } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { textWidth } from '../fonts.ts';
import { answerWidth, answerX } from './answer-column.ts';
import { boxHeight, cellWidth, combAt } from './comb.ts';
import type { LayoutItem } from './form-layout.ts';
import { type Row, styles, textAt } from './rows.ts';

const labelGap = 2.6;
const columnGap = 6;

/** Sets a box for one figure before each option, in two columns where the words allow, read down each column. */
export function rankingRows(question: QuestionOf<'ranking'>, path: string, language: Language): Row[] {
  const style = styles.option;
  const labels = question.options.map((option) => option.label[language]);
  const widest = Math.max(...labels.map((label) => textWidth(label, style.weight, style.size)));
  const half = (answerWidth - columnGap) / 2;
  const columns = labels.length > 3 && cellWidth + labelGap + widest <= half ? 2 : 1;
  const perColumn = Math.ceil(labels.length / columns);
  const width = columns === 2 ? half : answerWidth;
  return Array.from({ length: perColumn }, (_, line) => {
    const items: LayoutItem[] = [];
    let height: number = boxHeight;
    for (let column = 0; column < columns; column++) {
      const option = question.options[column * perColumn + line];
      if (option === undefined) continue;
      const x = answerX + column * (half + columnGap);
      const labelX = x + cellWidth + labelGap;
      const label = textAt(option.label[language], labelX, 0, width - cellWidth - labelGap, style);
      const y = Math.max(0, (boxHeight - label.place.height) / 2);
      items.push(combAt(`${path}.${option.key}`, 'rank', '9', x, 0));
      items.push({ ...label, place: { ...label.place, y } });
      height = Math.max(height, label.place.height);
    }
    return { height: height + 1.8, items, criticalFrom: 0 };
  });
}
