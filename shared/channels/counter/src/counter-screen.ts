import {
  type Answers,
  type CodedOption,
  type CompiledService,
  type FormValues,
  fieldName,
  heldEntries,
  type MemberQuestion,
  optionCodes,
  type Question,
  readFormAnswer,
  shownEntries,
} from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { decodeForm, encodeAnswers } from './coded-form.ts';

/** One question on the screen, as the design system draws it. */
export interface CounterField<Q extends Question | MemberQuestion = Question | MemberQuestion> {
  question: Q;
  name: string;
  /** Options with the codes a clerk types; empty for questions answered otherwise. */
  options: CodedOption[];
  /** True when other questions depend on it. */
  decides: boolean;
  /** Its condition in words, on a screen that shows questions whether they hold or not. */
  when?: string;
  /** The fields of each entry shown of a group. */
  entries?: CounterField<MemberQuestion>[][];
}

/** Every question that holds, on one screen, in the order of the keys pressed. */
export interface CounterScreen {
  service: { code: string; name: string };
  fields: CounterField<Question>[];
  values: FormValues;
  /** The keys of the questions shown, for the control named `askedName()`. */
  asked: string;
}

/** Derives the counter's screen from the answers so far; `typed` keeps what was typed, right or wrong. */
export function counterScreen(
  compiled: CompiledService,
  answers: Answers,
  options: { language: Language; today: string; typed?: FormValues },
): CounterScreen {
  const { language } = options;
  const values = options.typed ?? encodeAnswers(compiled, answers, language);
  const decoded = decodeForm(compiled, values, language);
  const visible = compiled.visible(answers);
  const field = <Q extends Question | MemberQuestion>(question: Q, name: string): CounterField<Q> => ({
    question,
    name,
    options: optionCodes(question, language),
    decides: compiled.deciding.has(question.key),
  });
  const entries = (group: Extract<Question, { type: 'group' }>) => {
    const raw = readFormAnswer(group, decoded);
    const typed: unknown[] = Array.isArray(raw) ? raw : [];
    const shown = Array.from({ length: shownEntries(group, values) }, (_, index) => typed[index] ?? {});
    return heldEntries(compiled, group, shown, answers, options).map(({ members }, index) =>
      members.map((member) => field(member, fieldName(group.key, index, member.key))),
    );
  };
  return {
    service: { code: compiled.definition.code, name: compiled.definition.name[language] },
    fields: visible.map((question) => ({
      ...field(question, question.key),
      ...(question.type === 'group' ? { entries: entries(question) } : {}),
    })),
    values,
    asked: visible.map((question) => question.key).join(' '),
  };
}
