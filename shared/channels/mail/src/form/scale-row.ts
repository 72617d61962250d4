import { type QuestionOf, scaleMarks } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { answerWidth, answerX } from './answer-column.ts';
import { checkSize } from './check-rows.ts';
import type { LayoutItem } from './form-layout.ts';
import { lineHeight, type Row, styles, textAt } from './rows.ts';

/** From the first box to the last; the words of the last one stand on its right. */
const spanMax = 110;
const pitchMax = 30;
const wordsY = checkSize + 1.8;

/** Sets the marks of a scale in one row, each beside its box, the words of its ends under the first and the last. */
export function scaleRow(question: QuestionOf<'scale'>, path: string, language: Language): Row {
  const marks = scaleMarks(question);
  const pitch = Math.min(pitchMax, spanMax / (marks.length - 1));
  const boxes = marks.flatMap((mark, at): LayoutItem[] => {
    const x = answerX + at * pitch;
    const place = { x, y: 0.4, width: checkSize, height: checkSize };
    const y = 0.4 + (checkSize - lineHeight(styles.option.size)) / 2;
    return [
      { kind: 'check', path, option: String(mark), place },
      textAt(String(mark), x + checkSize + 1.6, y, pitch - checkSize - 1.6, styles.option),
    ];
  });
  const span = pitch * (marks.length - 1);
  const low = textAt(question.low[language], answerX, wordsY, span - 4, styles.note);
  const high = textAt(question.high[language], answerX + span, wordsY, answerWidth - span, styles.note);
  const wordsHeight = Math.max(low.place.height, high.place.height);
  return { height: wordsY + wordsHeight + 1.8, items: [...boxes, low, high], criticalFrom: 0.4 };
}
