import type { MemberQuestion, Question, QuestionOf } from '@guichet/catalogue';
import { cellWidth, combAt, combWidth } from './comb.ts';
import { combRow } from './comb-row.ts';
import { checkRows } from './check-rows.ts';
import type { CombField, LayoutItem, TextField } from './form-layout.ts';
import type { FormSetting } from './form-setting.ts';
import { patternLength } from './pattern-length.ts';
import { rankingRows } from './ranking-rows.ts';
import { joined, lineHeight, type Row, textAt, together } from './rows.ts';
import { scaleRow } from './scale-row.ts';
import { slotRows } from './slot-rows.ts';

/** A longer list goes on past a fold: moved whole, it would leave a third of a page empty. */
const rankingHeightMax = 35;

type Asked = Exclude<Question, QuestionOf<'group'> | QuestionOf<'information'>>;

/**
 * Draws where one question is answered on paper.
 *
 * Guarantee: places depend on the question and the setting only, so that the reader finds them again.
 */
export function answerRows(setting: FormSetting, question: Asked | MemberQuestion, path: string): Row[] {
  const { answer, areas, language, words } = setting;
  const boxes = (row: Box[]) => boxRow(setting, row);
  switch (question.type) {
    case 'text':
      return [boxes([line(path, question.maxLength <= 20 ? shortBox(setting) : answer.width)])];
    case 'email':
      return [boxes([{ ...line(path, setting.print === 'large' ? answer.width : 130), content: 'email' }])];
    case 'long-text':
      return [area(setting, path, question.maxLength <= 500 ? areas.short : areas.long)];
    case 'place':
      return [boxes([{ ...line(`${path}.text`, answer.width), content: 'address', note: words.placeHint }])];
    case 'choice':
    case 'choices':
      return checked(
        setting,
        question.options.map((option) => ({ option: option.key, label: option.label[language] })),
        path,
      );
    case 'yes-no':
      return checked(
        setting,
        [
          { option: 'yes', label: words.yes },
          { option: 'no', label: words.no },
        ],
        path,
      );
    case 'consent':
      return checked(setting, [{ option: 'true', label: question.statement[language] }], path);
    case 'file':
      return checked(
        setting,
        [
          { option: 'attached', label: words.attached },
          ...(question.later.includes('counter') ? [{ option: 'counter', label: words.toCounter }] : []),
        ],
        path,
      );
    case 'scale':
      return [scaleRow(setting, question, path)];
    case 'ranking':
      return together(rankingRows(setting, question, path), rankingHeightMax);
    case 'slot':
      return together(slotRows(setting, question, path));
    case 'date':
      return [combRow(setting, combAt(setting, path, 'date', '9999 99 99', answer.x, 0), words.dateHint)];
    case 'phone':
      return [combRow(setting, combAt(setting, path, 'phone', '999 999 9999', answer.x, 0), words.phoneHint)];
    case 'identifier':
      return [combRow(setting, identifierComb(setting, question, path), words.example(question.example))];
    case 'number':
      return [numberComb(setting, question, path)];
    case 'money':
      return [moneyComb(setting, question, path)];
    case 'person':
      return together([
        ...nameRows(setting, path),
        ...(question.birthDate
          ? [
              combRow(
                setting,
                combAt(setting, `${path}.birthDate`, 'date', '9999 99 99', answer.x, 0),
                words.dateHint,
                words.birthDate,
              ),
            ]
          : []),
      ]);
    case 'address':
      return addressRows(setting, path);
  }
}

function checked(setting: FormSetting, options: { option: string; label: string }[], path: string): Row[] {
  return together(checkRows(setting, options, path));
}

interface Box {
  path: string;
  width: number;
  above?: string;
  note?: string;
  content?: TextField['content'];
}

const line = (path: string, width: number): Box => ({ path, width });

/** Sets text boxes side by side, each with its name above. */
function boxRow({ answer, cell, partHeight, styles }: FormSetting, row: Box[]): Row {
  const boxHeight = cell.height;
  const items: LayoutItem[] = [];
  const top = row.some((box) => box.above !== undefined) ? partHeight : 0;
  let x = answer.x;
  let height = top + boxHeight;
  for (const box of row) {
    if (box.above !== undefined) items.push(textAt(box.above, x, 0, box.width, styles.part));
    const place = { x, y: top, width: box.width, height: boxHeight };
    items.push({ kind: 'line', path: box.path, place, content: box.content ?? 'prose' });
    if (box.note !== undefined) {
      const note = textAt(box.note, x, top + boxHeight + 0.4, box.width, styles.part);
      items.push(note);
      height = top + boxHeight + 0.8 + note.place.height;
    }
    x += box.width + 4;
  }
  return { height: height + 2, items, criticalFrom: top };
}

function area({ answer }: FormSetting, path: string, height: number): Row {
  const place = { x: answer.x, y: 0, width: answer.width, height };
  return { height: height + 2, items: [{ kind: 'area', path, place, content: 'prose' }], criticalFrom: 0 };
}

function identifierComb(setting: FormSetting, question: QuestionOf<'identifier'>, path: string): CombField {
  const example = question.example.toUpperCase().replace(/[^A-Z0-9]/g, '').length;
  const length = Math.min(Math.max(patternLength(question.pattern) ?? example + 2, example), 22);
  const mark = question.alphabet === 'digits' ? '9' : 'X';
  const pattern =
    length > 6 && length % 3 === 0 && length <= 12
      ? mark.repeat(length).replace(/...(?=.)/g, '$& ')
      : mark.repeat(length);
  return combAt(setting, path, 'identifier', pattern, setting.answer.x, 0);
}

function numberComb(setting: FormSetting, question: QuestionOf<'number'>, path: string): Row {
  const whole = question.max === undefined ? 6 : Math.max(String(Math.trunc(question.max)).length, 1);
  const pattern = '9'.repeat(whole) + (question.decimals > 0 ? ` ${'9'.repeat(question.decimals)}` : '');
  const field = combAt(setting, path, 'number', pattern, setting.answer.x, 0, question.decimals);
  const row = combRow(setting, field, question.unit?.[setting.language] ?? '');
  return withDecimalMark(setting, row, field, pattern);
}

function moneyComb(setting: FormSetting, question: QuestionOf<'money'>, path: string): Row {
  const whole =
    question.maxCents === undefined ? 6 : Math.max(String(Math.trunc(question.maxCents / 100)).length, 2);
  const pattern = `${'9'.repeat(whole)} 99`;
  const field = combAt(setting, path, 'money', pattern, setting.answer.x, 0, 2);
  return withDecimalMark(setting, combRow(setting, field, '$'), field, pattern);
}

function withDecimalMark(setting: FormSetting, row: Row, field: CombField, pattern: string): Row {
  if (field.decimals === 0) return row;
  const { answer, cell, language, styles } = setting;
  const x = answer.x + pattern.indexOf(' ') * cellWidth(setting, pattern) + cell.gap * 0.3;
  const y = cell.height - lineHeight(styles.label.size) - 0.6;
  const mark = textAt(language === 'fr' ? ',' : '.', x, y, cell.gap * 0.7, styles.label);
  return { ...row, items: [...row.items, mark] };
}

/** Given and family name, side by side where the print leaves each room to write in. */
function nameRows(setting: FormSetting, path: string): Row[] {
  const { answer, print, words } = setting;
  const width = print === 'large' ? answer.width : answer.width / 2 - 2;
  const given = { ...line(`${path}.given`, width), above: words.given };
  const family = { ...line(`${path}.family`, width), above: words.family };
  return print === 'large'
    ? [boxRow(setting, [given]), boxRow(setting, [family])]
    : [boxRow(setting, [given, family])];
}

function addressRows(setting: FormSetting, path: string): Row[] {
  const { answer, print, words } = setting;
  const unit = print === 'large' ? 40 : 30;
  const first = boxRow(setting, [
    { ...line(`${path}.street`, answer.width - unit - 4), content: 'address', above: words.street },
    { ...line(`${path}.unit`, unit), above: words.unit },
  ]);
  const postal = combWidth(setting, 'A9A 9A9');
  const province = combWidth(setting, 'AA');
  if (print === 'large') {
    const town = boxRow(setting, [
      { ...line(`${path}.municipality`, answer.width), above: words.municipality },
    ]);
    const codes = codeItems(setting, path, answer.x, answer.x + Math.max(province, 30) + 8);
    return [joined([first, town, { ...town, items: codes }])];
  }
  const town = answer.width - postal - province - 8;
  const second = boxRow(setting, [{ ...line(`${path}.municipality`, town), above: words.municipality }]);
  const provinceX = answer.x + town + 4;
  const items = [...second.items, ...codeItems(setting, path, provinceX, provinceX + province + 4)];
  return [joined([first, { ...second, items }])];
}

function codeItems(setting: FormSetting, path: string, provinceX: number, postalX: number): LayoutItem[] {
  const { partHeight, styles, words } = setting;
  return [
    textAt(words.province, provinceX, 0, postalX - provinceX, styles.part),
    combAt(setting, `${path}.province`, 'province', 'AA', provinceX, partHeight),
    textAt(words.postalCode, postalX, 0, combWidth(setting, 'A9A 9A9'), styles.part),
    combAt(setting, `${path}.postalCode`, 'postal-code', 'A9A 9A9', postalX, partHeight),
  ];
}

/** Room for a word or two. */
function shortBox({ answer, print }: FormSetting): number {
  return print === 'large' ? answer.width * 0.7 : 70;
}
