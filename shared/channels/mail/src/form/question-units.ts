import {
  type CompiledService,
  type MemberQuestion,
  type Question,
  type QuestionOf,
  wording,
} from '@guichet/catalogue';
import { conditionWords, questionNumbers } from './condition-words.ts';
import type { AskedAgain } from './form-options.ts';
import type { FormSetting } from './form-setting.ts';
import { howToAnswer } from './how-to-answer.ts';
import { answerRows } from './question-rows.ts';
import { type Row, textAt, textRow, type Unit } from './rows.ts';

/** Entries of a repeatable group that are printed; more go on a sheet of the person's own. */
export const entriesPrintedMax = 4;

/** Draws one question with its number, its condition in words and where to answer. */
export function questionUnits(
  compiled: CompiledService,
  question: Question,
  setting: FormSetting,
  /** In a letter to one person: what is certain of them needs no condition. */
  again?: AskedAgain,
): Unit[] {
  const { language, styles } = setting;
  const { frame } = setting.paper;
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
  const told = again?.conditional === false ? unconditional(question) : question;
  const head = headRows(compiled, told, `${numbers.get(question.key) ?? ''}`, setting);
  if (question.type === 'group') return groupUnits(compiled, question, head, numbers, setting);
  return [{ rows: [...head, ...answerRows(setting, question, question.key)], after: 4 }];
}

function unconditional(question: Question): Question {
  const { when: _, whenWords: __, ...rest } = question;
  return rest as Question;
}

function groupUnits(
  compiled: CompiledService,
  group: QuestionOf<'group'>,
  head: Row[],
  numbers: Map<string, number>,
  setting: FormSetting,
): Unit[] {
  const { answer, language, styles, words } = setting;
  const count = Math.min(group.max, entriesPrintedMax);
  const room = group.max > count ? words.moreEntries(count) : words.upToEntries(count);
  const lead: Row[] = [...head, textRow(room, answer.x, answer.width, styles.note, 2)];
  const units: Unit[] = [];
  for (let entry = 0; entry < count; entry++) {
    const name = group.entry[language];
    const title = `${name.charAt(0).toUpperCase()}${name.slice(1)} ${entry + 1}`;
    for (const [at, member] of group.questions.entries()) {
      const number = `${numbers.get(group.key) ?? ''}.${at + 1}`;
      const rows = [
        ...headRows(compiled, member, number, setting, at === 0 ? '' : `${name} ${entry + 1}`),
        ...answerRows(setting, member, `${group.key}.${entry}.${member.key}`),
      ];
      const above =
        at > 0 ? [] : entry > 0 ? [ruledRow(title, setting)] : [...lead, ruledRow(title, setting)];
      units.push({ rows: [...above, ...rows], after: at === group.questions.length - 1 ? 2.5 : 0 });
    }
  }
  return units;
}

/** A pale band with the name of an entry on it. */
function ruledRow(title: string, { answer, styles }: FormSetting): Row {
  const text = textAt(title, answer.x + 2, 0.9, answer.width - 4, styles.entry);
  const place = { x: answer.x, y: 0, width: answer.width, height: text.place.height + 1.8 };
  return { height: place.height + 1.6, items: [{ kind: 'shade', place, fill: 'pale' }, text] };
}

/** An entry may go on overleaf, so each of its further questions says whose it is. */
function headRows(
  compiled: CompiledService,
  question: Question | MemberQuestion,
  number: string,
  setting: FormSetting,
  whose = '',
): Row[] {
  const { answer, language, paper, styles, words } = setting;
  const { label: asked, help } = wording(question, 'mail', language);
  const { when, whenWords } = question;
  const asides = [whose, question.required ? '' : words.optional].filter((aside) => aside !== '');
  const label = asides.length === 0 ? asked : `${asked} (${asides.join(', ')})`;
  const text = textAt(label, answer.x, 0, answer.width, styles.label);
  const badge = textAt(number, paper.frame.x, 0, answer.x - paper.frame.x - 0.5, {
    ...styles.label,
    ink: 'blue',
  });
  const rows: Row[] = [{ height: text.place.height + 0.6, items: [badge, text] }];
  const say = (line: string, ink: 'grey' | 'blue') =>
    rows.push(textRow(line, answer.x, answer.width, { ...styles.note, ink }, 0.6));
  if (when !== undefined) say(conditionWords(compiled, { when, whenWords }, language), 'blue');
  if (help !== undefined) say(help, 'grey');
  for (const line of howToAnswer(question, language)) say(line, 'grey');
  const last = rows.at(-1);
  if (last !== undefined) rows[rows.length - 1] = { ...last, height: last.height + 0.6 };
  return rows;
}
