import { type AsideWhy, asideWhys, type SetAside } from '@guichet/casework';
import type { PostedForm } from '@guichet/catalogue';
import { type Language, languageOr } from '@guichet/kernel';
import { type FieldProblem, words } from '@guichet/pages';
import { textOf } from '../frame/text-of.ts';

export const answerWays = ['none', 'email', 'letter'] as const;
export type AnswerWay = (typeof answerWays)[number];

/** What a person typed to set a letter aside, right or wrong. */
export interface SetAsideTyped {
  why: AsideWhy | '';
  way: AnswerWay;
  language: Language;
  email: string;
  name: string;
  /** One line a line. */
  address: string;
  words: string;
}

/** Reads the form by which a letter is set aside; an untouched template follows the language that was chosen. */
export function readSetAside(form: PostedForm): SetAsideTyped {
  const language = languageOr(textOf(form, 'answer-language'));
  const { template } = words(language).work.free;
  const typed = textOf(form, 'answer-words').replaceAll('\r\n', '\n');
  return {
    why: asideWhys.find((why) => why === textOf(form, 'why')) ?? '',
    way: answerWays.find((way) => way === textOf(form, 'answer-way')) ?? 'none',
    language,
    email: textOf(form, 'answer-email'),
    name: textOf(form, 'answer-name'),
    address: textOf(form, 'answer-address').replaceAll('\r\n', '\n'),
    words: Object.values(template).includes(typed) ? template[language] : typed,
  };
}

/** Says what keeps a letter from being set aside as typed. */
export function asideProblems(typed: SetAsideTyped, language: Language): FieldProblem[] {
  const { work, errors } = words(language);
  const problems: FieldProblem[] = [];
  if (typed.why === '') problems.push({ path: 'why', message: work.free.chooseWhy });
  if (typed.way === 'none') return problems;
  const recipient = errors.keys['answer-without-recipient']();
  if (typed.way === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed.email))
    problems.push({ path: 'answer-email', message: recipient });
  if (typed.way === 'letter' && (typed.name === '' || linesOf(typed).length < 2))
    problems.push({ path: 'answer-name', message: recipient });
  if (typed.words === '' || typed.words.length > 4000)
    problems.push({ path: 'answer-words', message: errors.keys['answer-without-words']() });
  return problems;
}

/** Gives what was typed as the verb takes it. */
export function asideOf(typed: SetAsideTyped): SetAside {
  const { why, way, language, words: said } = typed;
  const reason = why === '' ? {} : { why };
  if (way === 'none') return reason;
  const to =
    way === 'email'
      ? ({ way, email: typed.email } as const)
      : ({ way, name: typed.name, lines: linesOf(typed) } as const);
  return { ...reason, answer: { language, words: said, to } };
}

function linesOf({ address }: SetAsideTyped): string[] {
  return address
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
