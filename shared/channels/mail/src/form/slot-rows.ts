import type { QuestionOf } from '@guichet/catalogue';
import { cellWidth, combAt, combWidth } from './comb.ts';
import { checkRows } from './check-rows.ts';
import type { LayoutItem } from './form-layout.ts';
import type { FormSetting } from './form-setting.ts';
import { joined, lineHeight, type Row, textAt } from './rows.ts';

const datePattern = '9999 99 99';
const timePattern = '99 99';

/** Sets the places to choose from, unless there is but one, then the day and the time, side by side where they fit. */
export function slotRows(setting: FormSetting, question: QuestionOf<'slot'>, path: string): Row[] {
  const places = question.places.map((place) => ({
    option: place.key,
    label: place.label[setting.language],
  }));
  return [...(places.length > 1 ? checkRows(setting, places, `${path}.place`) : []), whenRow(setting, path)];
}

function whenRow(setting: FormSetting, path: string): Row {
  const { answer, cell, partHeight } = setting;
  const timeX = answer.x + combWidth(setting, datePattern) + 16;
  const row = (items: LayoutItem[]): Row => ({
    height: partHeight + cell.height + 2,
    items,
    criticalFrom: partHeight,
  });
  const day = dayItems(setting, path);
  if (setting.print === 'large') return joined([row(day), row(timeItems(setting, path, answer.x))]);
  return row([...day, ...timeItems(setting, path, timeX)]);
}

function dayItems(setting: FormSetting, path: string): LayoutItem[] {
  const { answer, partHeight, styles, words } = setting;
  const room = setting.print === 'large' ? answer.width : combWidth(setting, datePattern) + 12;
  return [
    textAt(words.slotDay, answer.x, 0, room, styles.part),
    combAt(setting, `${path}.day`, 'date', datePattern, answer.x, partHeight),
  ];
}

function timeItems(setting: FormSetting, path: string, x: number): LayoutItem[] {
  const { answer, cell, partHeight, styles, words } = setting;
  const markY = partHeight + (cell.height - lineHeight(styles.body.size)) / 2;
  const markX = x + 2 * cellWidth(setting, timePattern) + cell.gap * 0.2;
  return [
    textAt(words.slotTime, x, 0, answer.x + answer.width - x, styles.part),
    combAt(setting, `${path}.time`, 'time', timePattern, x, partHeight),
    textAt(words.timeMark, markX, markY, cell.gap * 0.8, styles.body),
  ];
}
