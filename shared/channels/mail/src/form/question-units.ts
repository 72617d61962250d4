import type { CompiledService, Condition, MemberQuestion, Question, QuestionOf } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { frame } from '../paper.ts';
import { answerRows, answerWidth, answerX } from './question-rows.ts';
import { type Row, styles, textAt, textRow, type Unit } from './rows.ts';
import { formWords } from './words.ts';

/** Entries of a repeatable group that are printed; more go on a sheet of the person's own. */
export const entriesPrintedMax = 4;

/** Gives each question its number on paper; an information has none. */
export function questionNumbers(compiled: CompiledService): Map<string, number> {
  const asked = compiled.questions.filter((question) => question.type !== 'information');
  return new Map(asked.map((question, at) => [question.key, at + 1]));
}

/** Draws one question with its number, its condition in words and where to answer. */
export function questionUnits(compiled: CompiledService, question: Question, language: Language): Unit[] {
  const numbers = questionNumbers(compiled);
  if (question.type === 'information') {
    const rows = [
      textRow(question.label[language], frame.x, frame.width, styles.heading),
      ...(question.when === undefined
        ? []
        : [
            textRow(conditionWords(compiled, question.when, language, 'forYou'), frame.x, frame.width, {
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
  const asked = question.ask?.mail?.[language] ?? question.label[language];
  const asides = [whose, question.required ? '' : words.optional].filter((aside) => aside !== '');
  const label = asides.length === 0 ? asked : `${asked} (${asides.join(', ')})`;
  const text = textAt(label, answerX, 0, answerWidth, styles.label);
  const badge = textAt(number, frame.x, 0, 8.5, { ...styles.label, ink: 'blue' });
  const rows: Row[] = [{ height: text.place.height + 0.6, items: [badge, text] }];
  const say = (line: string, ink: 'grey' | 'blue') =>
    rows.push(textRow(line, answerX, answerWidth, { ...styles.note, ink }, 0.6));
  if (question.when !== undefined) say(conditionWords(compiled, question.when, language), 'blue');
  if (question.help !== undefined) say(question.help[language], 'grey');
  if (question.type === 'choice') say(words.one, 'grey');
  if (question.type === 'choices') say(words.several, 'grey');
  const last = rows.at(-1);
  if (last !== undefined) rows[rows.length - 1] = { ...last, height: last.height + 0.6 };
  return rows;
}

/** Says a condition after "answer only", with the numbers of the questions it names. */
export function conditionWords(
  compiled: CompiledService,
  when: Condition,
  language: Language,
  lead: 'onlyIf' | 'forYou' = 'onlyIf',
): string {
  const words = formWords[language];
  const described = compiled.describeCondition(when, language).replace(/\.$/, '');
  const lowered = `${described.charAt(0).toLowerCase()}${described.slice(1)}`;
  const numbers = questionNumbers(compiled);
  const named = [...new Set(questionsOf(when))].flatMap((key) => numbers.get(key) ?? []);
  const seen = named.length === 0 ? '' : ` (${words.see(named.join(', '))})`;
  return `${words[lead](lowered)}${seen}.`;
}

function questionsOf(when: Condition): string[] {
  if ('all' in when) return when.all.flatMap(questionsOf);
  if ('any' in when) return when.any.flatMap(questionsOf);
  if ('not' in when) return questionsOf(when.not);
  return Object.values(when).map((test: { question: string }) => test.question);
}
