import type { QuestionOf } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { answerX } from './answer-column.ts';
import { boxHeight, cellWidth, combAt, combWidth } from './comb.ts';
import { partHeight } from './comb-row.ts';
import { checkRows } from './check-rows.ts';
import { type Row, styles, textAt } from './rows.ts';
import { formWords } from './words.ts';

const datePattern = '9999 99 99';
const timePattern = '99 99';

/** Sets the places to choose from, unless there is but one, then the day and the time side by side. */
export function slotRows(question: QuestionOf<'slot'>, path: string, language: Language): Row[] {
  const places = question.places.map((place) => ({ option: place.key, label: place.label[language] }));
  return [...(places.length > 1 ? checkRows(places, `${path}.place`) : []), whenRow(path, language)];
}

function whenRow(path: string, language: Language): Row {
  const words = formWords[language];
  const timeX = answerX + combWidth(datePattern) + 16;
  const day = textAt(words.slotDay, answerX, 0, combWidth(datePattern) + 12, styles.part);
  const time = textAt(words.slotTime, timeX, 0, 60, styles.part);
  const mark = textAt(words.timeMark, timeX + 2 * cellWidth + 0.6, partHeight + 2.4, 2.4, styles.body);
  return {
    height: partHeight + boxHeight + 2,
    items: [
      day,
      combAt(`${path}.day`, 'date', datePattern, answerX, partHeight),
      time,
      combAt(`${path}.time`, 'time', timePattern, timeX, partHeight),
      mark,
    ],
    criticalFrom: partHeight,
  };
}
