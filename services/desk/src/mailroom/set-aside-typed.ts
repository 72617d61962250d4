import { type AsideWhy, asideWhys, type LetterAnswer, type SetAside } from '@guichet/casework';
import type { PostedForm } from '@guichet/catalogue';
import { type Language, languageOr, languages } from '@guichet/kernel';
import { type FieldProblem, words } from '@guichet/pages';
import { textOf } from '../frame/text-of.ts';

/** How who sent a letter that is not for us may be answered. */
export const answerWays = ['none', 'email', 'letter'] as const;
export type AnswerWay = (typeof answerWays)[number];

/** What a person typed to write to who sent a letter, right or wrong. */
export interface AnswerTyped {
  way: AnswerWay;
  language: Language;
  email: string;
  name: string;
  /** One line a line. */
  address: string;
  words: string;
}

/** What a person typed to set a letter aside, right or wrong. */
export interface SetAsideTyped extends AnswerTyped {
  why: AsideWhy | '';
}

/** Reads what is to be written to who sent a letter. */
export function readAnswer(form: PostedForm): AnswerTyped {
  return {
    way: answerWays.find((way) => way === textOf(form, 'answer-way')) ?? 'none',
    language: languageOr(textOf(form, 'answer-language')),
    email: textOf(form, 'answer-email'),
    name: textOf(form, 'answer-name'),
    address: textOf(form, 'answer-address').replaceAll('\r\n', '\n'),
    words: textOf(form, 'answer-words').replaceAll('\r\n', '\n'),
  };
}

/** Reads the form by which a letter is set aside; an untouched template follows the language that was chosen. */
export function readSetAside(form: PostedForm): SetAsideTyped {
  const typed = readAnswer(form);
  const templateIn = (language: Language) => words(language).work.free.template;
  const isTemplate = languages.some((language) => templateIn(language) === typed.words);
  return {
    ...typed,
    why: asideWhys.find((why) => why === textOf(form, 'why')) ?? '',
    words: isTemplate ? templateIn(typed.language) : typed.words,
  };
}

/** Says what keeps a letter from being set aside as typed. */
export function asideProblems(typed: SetAsideTyped, language: Language): FieldProblem[] {
  const missing = { path: 'why', message: words(language).work.free.chooseWhy };
  const problems = typed.way === 'none' ? [] : answerProblems(typed, language);
  return typed.why === '' ? [missing, ...problems] : problems;
}

/** Says what keeps an answer from being sent as typed. */
export function answerProblems(typed: AnswerTyped, language: Language): FieldProblem[] {
  const { keys } = words(language).errors;
  const problems: FieldProblem[] = [];
  const isReachable =
    typed.way === 'email'
      ? /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(typed.email)
      : typed.way === 'letter' && typed.name !== '' && linesOf(typed).length >= 2;
  if (!isReachable)
    problems.push({
      path: typed.way === 'letter' ? 'answer-name' : 'answer-email',
      message: keys['answer-without-recipient'](),
    });
  if (typed.words === '' || typed.words.length > 4000)
    problems.push({ path: 'answer-words', message: keys['answer-without-words']() });
  return problems;
}

/** Gives what was typed as the verb takes it. */
export function asideOf(typed: SetAsideTyped): SetAside {
  const reason = typed.why === '' ? {} : { why: typed.why };
  const answer = answerOf(typed);
  return answer === undefined ? reason : { ...reason, answer };
}

/** Gives an answer as the verb takes it; undefined when none is to be sent. */
export function answerOf(typed: AnswerTyped): LetterAnswer | undefined {
  const { way, language, words: said, email, name } = typed;
  if (way === 'none') return undefined;
  const to = way === 'email' ? { way, email } : { way, name, lines: linesOf(typed) };
  return { language, words: said, to };
}

function linesOf({ address }: AnswerTyped): string[] {
  return address
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
