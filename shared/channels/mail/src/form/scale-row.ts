import { type QuestionOf, scaleMarks } from '@guichet/catalogue';
import { textWidth } from '../fonts.ts';
import type { LayoutItem } from './form-layout.ts';
import type { FormSetting } from './form-setting.ts';
import { joined, lineHeight, type Row, textAt } from './rows.ts';

/** From the first box to the last; the words of the last one stand on its right. */
const spanMax = 110;
const pitchMax = 30;
const labelGap = 1.6;

/**
 * Sets the marks of a scale in one row, each beside its box, the words of its ends under the first and the last; in several rows,
 * with the words of its ends under them, where one is too narrow for the print.
 */
export function scaleRow(setting: FormSetting, question: QuestionOf<'scale'>, path: string): Row {
  const { answer, check, styles } = setting;
  const marks = scaleMarks(question).map(String);
  const widest = Math.max(...marks.map((mark) => textWidth(mark, styles.option.weight, styles.option.size)));
  const pitch = Math.min(pitchMax, spanMax / (marks.length - 1));
  const least = check + labelGap + widest + 1;
  if (pitch < least) return severalRows(setting, question, path, marks, least + 3);
  const wordsY = check + 1.8;
  const span = pitch * (marks.length - 1);
  const [low, high] = [question.low[setting.language], question.high[setting.language]];
  const lowText = textAt(low, answer.x, wordsY, span - 4, styles.note);
  const highText = textAt(high, answer.x + span, wordsY, answer.width - span, styles.note);
  const wordsHeight = Math.max(lowText.place.height, highText.place.height);
  return {
    height: wordsY + wordsHeight + 1.8,
    items: [...boxes(setting, path, marks, pitch), lowText, highText],
    criticalFrom: 0.4,
  };
}

function severalRows(
  setting: FormSetting,
  question: QuestionOf<'scale'>,
  path: string,
  marks: readonly string[],
  pitch: number,
): Row {
  const { answer, check, language, styles, words } = setting;
  const perRow = Math.max(1, Math.floor(answer.width / pitch));
  const rows: Row[] = [];
  for (let from = 0; from < marks.length; from += perRow) {
    const items = boxes(setting, path, marks.slice(from, from + perRow), pitch);
    rows.push({ height: check + 3.4, items, criticalFrom: 0.4 });
  }
  const ends = [
    [marks[0], question.low[language]],
    [marks.at(-1), question.high[language]],
  ];
  for (const [mark, said] of ends) {
    const text = textAt(`${mark}${words.colon} ${said}`, answer.x, 0, answer.width, styles.note);
    rows.push({ height: text.place.height + 0.6, items: [text] });
  }
  return joined(rows);
}

function boxes(
  { answer, check, styles }: FormSetting,
  path: string,
  marks: readonly string[],
  pitch: number,
): LayoutItem[] {
  return marks.flatMap((mark, at): LayoutItem[] => {
    const x = answer.x + at * pitch;
    const place = { x, y: 0.4, width: check, height: check };
    const y = 0.4 + (check - lineHeight(styles.option.size)) / 2;
    return [
      { kind: 'check', path, option: mark, place },
      textAt(mark, x + check + labelGap, y, pitch - check - labelGap, styles.option),
    ];
  });
}
