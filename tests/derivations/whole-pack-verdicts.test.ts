import {
  type Answers,
  type CompiledService,
  type FormValues,
  formValues,
  type Problem,
  type Question,
  readFormAnswer,
} from '@guichet/catalogue';
import { counterScreen, readCounterForm } from '@guichet/channels/counter';
import { answerQuestion } from '@guichet/channels/web';
import type { Language } from '@guichet/kernel';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complete, packRows, today } from './whole-pack.ts';

/** What people type by mistake, and what nobody could mean. */
const wrongs = ['', ' ', 'zzz', '-1', '0', '99999999999', 'a@', '<b>', 'x'.repeat(20_001)];
const byOptions = new Set(['choice', 'choices', 'scale', 'yes-no', 'consent']);

/** What a door says of one answer: what is wrong with it, or what it keeps. */
interface Verdict {
  codes: string[];
  value?: unknown;
}

describe.each(packRows())('$name ($language)', ({ service, language }) => {
  it('says the same of a wrong answer by web, at the counter, and where every door ends', () => {
    fc.assert(
      fc.property(complete(service), fc.nat(), fc.nat(), (answers, at, which) => {
        const question = asked(service, answers, at);
        const form = spoilt(question, answers, language, which);
        const raw = readFormAnswer(question, form);
        const verdict = byParse(service, question, answers, raw);
        expect(byWeb(service, question, answers, form)).toEqual(verdict);
        expect(byCounter(service, question, answers, form, language)).toEqual(verdict);
      }),
      { numRuns: 40 },
    );
  });
});

/** One of the questions that hold, but for groups and information: their members and their lack of answers have tests of their own. */
function asked(service: CompiledService, answers: Answers, at: number): Question {
  const open = service.visible(answers).filter(({ type }) => type !== 'group' && type !== 'information');
  const question = open[at % open.length];
  if (question === undefined) throw new Error('nothing is asked');
  return question;
}

/** The form of a right answer with one control typed wrong. */
function spoilt(question: Question, answers: Answers, language: Language, which: number): FormValues {
  if (question.type === 'date') return { [question.key]: which % 2 === 0 ? '2026-02-31' : 'demain' };
  const form = formValues(question, answers[question.key], language);
  const controls = Object.keys(form).filter((name) => !name.startsWith('_') && !name.includes('birthDate'));
  const name = controls[which % controls.length] ?? question.key;
  const choices = byOptions.has(question.type) ? ['', 'zzz'] : wrongs;
  return { ...form, [name]: choices[which % choices.length] ?? '' };
}

function byWeb(service: CompiledService, question: Question, answers: Answers, form: FormValues): Verdict {
  const read = answerQuestion(service, question, form, { answers: without(answers, question), today });
  if (read.kind === 'refused') return { codes: codes(read.problems) };
  if (read.kind === 'answered') return { codes: [], value: read.value };
  if (read.kind === 'skipped') return { codes: [] };
  throw new Error(`${question.key} is ${read.kind}`);
}

function byCounter(
  service: CompiledService,
  question: Question,
  answers: Answers,
  form: FormValues,
  language: Language,
): Verdict {
  const own = (name: string) => name === question.key || name.startsWith(`${question.key}.`);
  const screen = counterScreen(service, answers, { language, today });
  const others = Object.entries(screen.values).filter(([name]) => !own(name));
  const typed = { ...Object.fromEntries(others), ...form, _asked: screen.asked };
  const read = readCounterForm(service, typed, { language, today });
  const told = codes(read.problems.filter(({ path }) => own(path)));
  const value = read.answers[question.key];
  return told.length > 0 || value === undefined ? { codes: told } : { codes: [], value };
}

/** The check that acceptance makes of every submission, by whatever door it came. */
function byParse(service: CompiledService, question: Question, answers: Answers, raw: unknown): Verdict {
  const read = service.parseAnswer(question, raw, { today, answers: without(answers, question) });
  const whole = service.parse(
    { ...without(answers, question), ...(raw === undefined ? {} : { [question.key]: raw }) },
    { today },
  );
  const own = ({ path }: Problem) => path === question.key || path.startsWith(`${question.key}.`);
  const told = whole.ok ? [] : codes(whole.problems.filter(own));
  expect(told).toEqual(read.ok ? [] : codes(read.problems));
  return read.ok && read.value !== undefined ? { codes: [], value: read.value } : { codes: told };
}

const codes = (problems: readonly Problem[]): string[] =>
  problems.map(({ path, code }) => `${path} ${code}`).sort();

const without = (answers: Answers, { key }: Question): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => name !== key));
