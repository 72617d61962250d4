import {
  type CompiledService,
  fieldName,
  type MemberQuestion,
  optionCodes,
  type Question,
} from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import type { CounterField, CounterScreen } from './counter-screen.ts';

/** A screen can't ask for another entry where no desk answers: it shows so many at once. */
const entriesShown = 4;

/**
 * Derives a counter's screen that holds every question there is, each with its condition in words: like paper, it can be filled
 * where no desk decides what is asked.
 *
 * Guarantee: what is answered under a question that does not hold is left out when the form is read, as on every screen.
 */
export function wholeCounterScreen(compiled: CompiledService, language: Language): CounterScreen {
  const field = <Q extends Question | MemberQuestion>(question: Q, name: string): CounterField<Q> => ({
    question,
    name,
    options: optionCodes(question, language),
    decides: false,
    ...(question.when === undefined ? {} : { when: compiled.describeCondition(question.when, language) }),
  });
  const entries = (group: Extract<Question, { type: 'group' }>) =>
    Array.from({ length: Math.max(group.min, Math.min(group.max, entriesShown)) }, (_, index) =>
      group.questions.map((member) => field(member, fieldName(group.key, index, member.key))),
    );
  const { questions, definition } = compiled;
  return {
    service: { code: definition.code, name: definition.name[language] },
    fields: questions.map((question) => ({
      ...field(question, question.key),
      ...(question.type === 'group' ? { entries: entries(question) } : {}),
    })),
    values: {},
    asked: questions.map(({ key }) => key).join(' '),
  };
}
