import {
  type CompiledService,
  type MemberQuestion,
  type Question,
  type QuestionOf,
  wording,
} from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { frame } from '../paper.ts';
import { answerWidth, answerX } from './answer-column.ts';
import { conditionWords, questionNumbers } from './condition-words.ts';
import { howToAnswer } from './how-to-answer.ts';
import { answerRows } from './question-rows.ts';
import { type Row, styles, textAt, textRow, type Unit } from './rows.ts';
import { formWords } from './words.ts';

/** Entries of a repeatable group that are printed; more go on a sheet of the person's own. */
export const entriesPrintedMax = 4;

/** Draws one question with its number, its condition in words and where to answer. */
export function questionUnits(compiled: CompiledService, question: Question, language: Language): Unit[] {
  const numbers = questionNumbers(compiled);
  if (question.type === 'information') {
    const { when, whenWords } = question;
    const rows = [
      textRow(wording(question, 'mail', language).label, frame.x, frame.width, styles.heading),
      ...(when === undefined
        ? []
        : [
            textRow(conditionWords(compiled, { when, whenWords }, language, 'forYou'), frame.x, frame.width, {
              ...styles.note,
              ink: 'blue' as const,
            }),
          ]),
      textRow(question.body[language], frame.x, frame.width, styles.body),
    ];
    return [{ rows, after: 3.5 }];
  }
  const head = headRows(compiled, question, `${numbers.get(question.key) ?? ''}`, language);
  if (question.type === 'group') return groupUnits(compiled, question, head, numbers, language);
  return [{ rows: [...head, ...answerRows(question, question.key, language)], after: 4 }];
}

function groupUnits(
  compiled: CompiledService,
  group: QuestionOf<'group'>,
  head: Row[],
  numbers: Map<string, number>,
  language: Language,
): Unit[] {
  const words = formWords[language];
  const count = Math.min(group.max, entriesPrintedMax);
  const room = group.max > count ? words.moreEntries(count) : words.upToEntries(count);
  const lead: Row[] = [...head, textRow(room, answerX, answerWidth, styles.note, 2)];
  const units: Unit[] = [];
  for (let entry = 0; entry < count; entry++) {
    const name = group.entry[language];
    const title = `${name.charAt(0).toUpperCase()}${name.slice(1)} ${entry + 1}`;
    for (const [at, member] of group.questions.entries()) {
      const number = `${numbers.get(group.key) ?? ''}.${at + 1}`;
      const rows = [
        ...headRows(compiled, member, number, language, at === 0 ? '' : `${name} ${entry + 1}`),
        ...answerRows(member, `${group.key}.${entry}.${member.key}`, language),
      ];
      const above = at > 0 ? [] : entry > 0 ? [ruledRow(title)] : [...lead, ruledRow(title)];
      units.push({ rows: [...above, ...rows], after: at === group.questions.length - 1 ? 2.5 : 0 });
    }
  }
  return units;
}

/** A pale band with the name of an entry on it. */
function ruledRow(title: string): Row {
  const text = textAt(title, answerX + 2, 0.9, answerWidth - 4, styles.entry);
  const place = { x: answerX, y: 0, width: answerWidth, height: text.place.height + 1.8 };
  return { height: place.height + 1.6, items: [{ kind: 'shade', place, fill: 'pale' }, text] };
}

/** An entry may go on overleaf, so each of its further questions says whose it is. */
function headRows(
  compiled: CompiledService,
  question: Question | MemberQuestion,
  number: string,
  language: Language,
  whose = '',
): Row[] {
  const words = formWords[language];
  const { label: asked, help } = wording(question, 'mail', language);
  const { when, whenWords } = question;
  const asides = [whose, question.required ? '' : words.optional].filter((aside) => aside !== '');
  const label = asides.length === 0 ? asked : `${asked} (${asides.join(', ')})`;
  const text = textAt(label, answerX, 0, answerWidth, styles.label);
  const badge = textAt(number, frame.x, 0, 8.5, { ...styles.label, ink: 'blue' });
  const rows: Row[] = [{ height: text.place.height + 0.6, items: [badge, text] }];
  const say = (line: string, ink: 'grey' | 'blue') =>
    rows.push(textRow(line, answerX, answerWidth, { ...styles.note, ink }, 0.6));
  if (when !== undefined) say(conditionWords(compiled, { when, whenWords }, language), 'blue');
  if (help !== undefined) say(help, 'grey');
  for (const line of howToAnswer(question, language)) say(line, 'grey');
  const last = rows.at(-1);
  if (last !== undefined) rows[rows.length - 1] = { ...last, height: last.height + 0.6 };
  return rows;
}
