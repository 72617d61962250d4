import type { MemberQuestion, Question, QuestionOf } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { answerWidth, answerX } from './answer-column.ts';
import { boxHeight, cellWidth, combAt, combWidth } from './comb.ts';
import { combRow, partHeight } from './comb-row.ts';
import { checkRows } from './check-rows.ts';
import type { CombField, LayoutItem, TextField } from './form-layout.ts';
import { patternLength } from './pattern-length.ts';
import { rankingRows } from './ranking-rows.ts';
import { joined, type Row, styles, textAt, together } from './rows.ts';
import { scaleRow } from './scale-row.ts';
import { slotRows } from './slot-rows.ts';
import { formWords } from './words.ts';

/** A longer list goes on past a fold: moved whole, it would leave a third of a page empty. */
const rankingHeightMax = 35;

type Asked = Exclude<Question, QuestionOf<'group'> | QuestionOf<'information'>>;

/**
 * Draws where one question is answered on paper.
 *
 * Guarantee: places depend on the question and the language only, so that the reader finds them again.
 */
export function answerRows(question: Asked | MemberQuestion, path: string, language: Language): Row[] {
  const words = formWords[language];
  switch (question.type) {
    case 'text':
      return [boxes([line(path, question.maxLength <= 20 ? 70 : answerWidth)])];
    case 'email':
      return [boxes([{ ...line(path, 130), content: 'email' }])];
    case 'long-text':
      return [area(path, question.maxLength <= 500 ? 27 : 44)];
    case 'place':
      return [boxes([{ ...line(`${path}.text`, answerWidth), content: 'address', note: words.placeHint }])];
    case 'choice':
    case 'choices':
      return checked(
        question.options.map((option) => ({ option: option.key, label: option.label[language] })),
        path,
      );
    case 'yes-no':
      return checked(
        [
          { option: 'yes', label: words.yes },
          { option: 'no', label: words.no },
        ],
        path,
      );
    case 'consent':
      return checked([{ option: 'true', label: question.statement[language] }], path);
    case 'file':
      return checked(
        [
          { option: 'attached', label: words.attached },
          ...(question.later.includes('counter') ? [{ option: 'counter', label: words.toCounter }] : []),
        ],
        path,
      );
    case 'scale':
      return [scaleRow(question, path, language)];
    case 'ranking':
      return together(rankingRows(question, path, language), rankingHeightMax);
    case 'slot':
      return together(slotRows(question, path, language));
    case 'date':
      return [combRow(combAt(path, 'date', '9999 99 99', answerX, 0), words.dateHint)];
    case 'phone':
      return [combRow(combAt(path, 'phone', '999 999 9999', answerX, 0), words.phoneHint)];
    case 'identifier':
      return [combRow(identifierComb(question, path), words.example(question.example))];
    case 'number':
      return [numberComb(question, path, language)];
    case 'money':
      return [moneyComb(question, path, language)];
    case 'person':
      return together([
        boxes([
          { ...line(`${path}.given`, answerWidth / 2 - 2), above: words.given },
          { ...line(`${path}.family`, answerWidth / 2 - 2), above: words.family },
        ]),
        ...(question.birthDate
          ? [
              combRow(
                combAt(`${path}.birthDate`, 'date', '9999 99 99', answerX, 0),
                words.dateHint,
                words.birthDate,
              ),
            ]
          : []),
      ]);
    case 'address':
      return addressRows(path, words);
  }
}

function checked(options: { option: string; label: string }[], path: string): Row[] {
  return together(checkRows(options, path));
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
function boxes(row: Box[]): Row {
  const items: LayoutItem[] = [];
  const top = row.some((box) => box.above !== undefined) ? partHeight : 0;
  let x = answerX;
  let height = top + boxHeight;
  for (const box of row) {
    if (box.above !== undefined) items.push(textAt(box.above, x, 0, box.width, styles.part));
    const place = { x, y: top, width: box.width, height: boxHeight };
    items.push({ kind: 'line', path: box.path, place, content: box.content ?? 'prose' });
    if (box.note !== undefined) {
      items.push(textAt(box.note, x, top + boxHeight + 0.4, box.width, styles.part));
      height = top + boxHeight + 0.4 + partHeight;
    }
    x += box.width + 4;
  }
  return { height: height + 2, items, criticalFrom: top };
}

function area(path: string, height: number): Row {
  const place = { x: answerX, y: 0, width: answerWidth, height };
  return { height: height + 2, items: [{ kind: 'area', path, place, content: 'prose' }], criticalFrom: 0 };
}

function identifierComb(question: QuestionOf<'identifier'>, path: string): CombField {
  const example = question.example.toUpperCase().replace(/[^A-Z0-9]/g, '').length;
  const length = Math.min(Math.max(patternLength(question.pattern) ?? example + 2, example), 22);
  const mark = question.alphabet === 'digits' ? '9' : 'X';
  const pattern =
    length > 6 && length % 3 === 0 && length <= 12
      ? mark.repeat(length).replace(/...(?=.)/g, '$& ')
      : mark.repeat(length);
  return combAt(path, 'identifier', pattern, answerX, 0);
}

function numberComb(question: QuestionOf<'number'>, path: string, language: Language): Row {
  const whole = question.max === undefined ? 6 : Math.max(String(Math.trunc(question.max)).length, 1);
  const pattern = '9'.repeat(whole) + (question.decimals > 0 ? ` ${'9'.repeat(question.decimals)}` : '');
  const field = combAt(path, 'number', pattern, answerX, 0, question.decimals);
  return withDecimalMark(combRow(field, question.unit?.[language] ?? ''), field, whole, language);
}

function moneyComb(question: QuestionOf<'money'>, path: string, language: Language): Row {
  const whole =
    question.maxCents === undefined ? 6 : Math.max(String(Math.trunc(question.maxCents / 100)).length, 2);
  const field = combAt(path, 'money', `${'9'.repeat(whole)} 99`, answerX, 0, 2);
  return withDecimalMark(combRow(field, '$'), field, whole, language);
}

function withDecimalMark(row: Row, field: CombField, whole: number, language: Language): Row {
  if (field.decimals === 0) return row;
  const mark = textAt(language === 'fr' ? ',' : '.', answerX + whole * cellWidth + 0.9, 3.6, 2, styles.label);
  return { ...row, items: [...row.items, mark] };
}

function addressRows(path: string, words: (typeof formWords)[Language]): Row[] {
  const unit = 30;
  const first = boxes([
    { ...line(`${path}.street`, answerWidth - unit - 4), content: 'address', above: words.street },
    { ...line(`${path}.unit`, unit), above: words.unit },
  ]);
  const postal = combWidth('A9A 9A9');
  const province = combWidth('AA');
  const town = answerWidth - postal - province - 8;
  const second = boxes([{ ...line(`${path}.municipality`, town), above: words.municipality }]);
  const provinceX = answerX + town + 4;
  const postalX = provinceX + province + 4;
  const items: LayoutItem[] = [
    ...second.items,
    textAt(words.province, provinceX, 0, province + 4, styles.part),
    combAt(`${path}.province`, 'province', 'AA', provinceX, partHeight),
    textAt(words.postalCode, postalX, 0, postal, styles.part),
    combAt(`${path}.postalCode`, 'postal-code', 'A9A 9A9', postalX, partHeight),
  ];
  return [joined([first, { ...second, items }])];
}
