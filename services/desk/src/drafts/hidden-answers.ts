import {
  type Answers,
  type CompiledService,
  entriesName,
  fieldName,
  type FormValues,
  type MemberQuestion,
  type PostedForm,
  postedEntries,
  type Question,
  readFormAnswer,
} from '@guichet/catalogue';
import { counterScreen } from '@guichet/channels/counter';
import type { Language } from '@guichet/kernel';

/** Names the questions whose answers are not shown while someone goes on with the request. */
export function hiddenKeys(service: CompiledService, answers: Answers): string[] {
  return Object.keys(answers).filter((key) => service.sensitivityOf.get(key) === 'sensitive');
}

/**
 * Fills a posted form with the answers that its page did not show, where nothing was typed instead.
 *
 * Guarantee: what is typed in one field of a group takes the place of that field alone; the other fields and entries stay.
 */
export function fillHidden(
  service: CompiledService,
  form: PostedForm,
  answers: Answers,
  options: { language: Language; today: string },
): PostedForm {
  const filled: Record<string, unknown> = { ...form };
  for (const key of hiddenKeys(service, answers)) {
    const question = service.question(key);
    const value = answers[key];
    if (question === undefined || value === undefined) continue;
    const { values } = counterScreen(service, { [key]: value }, options);
    for (const field of fieldsOf(question, values)) {
      if (isTyped(form, field)) continue;
      for (const [name, held] of Object.entries(values)) if (isFieldOf(field.name, name)) filled[name] = held;
    }
    if (question.type === 'group') {
      const count = Math.max(postedEntries(question, form), postedEntries(question, values));
      filled[entriesName(key)] = String(count);
    }
  }
  return filled;
}

/** Leaves the hidden answers out of what a page shows; how many entries a group has is shown, so that each can be gone on with. */
export function withoutHidden(values: FormValues, hidden: readonly string[]): FormValues {
  const isHidden = (name: string) => hidden.some((key) => isFieldOf(key, name));
  return Object.fromEntries(Object.entries(values).filter(([name]) => !isHidden(name)));
}

/** Tells whether anything is typed in a posted form under a question. */
export function isTypedIn(form: PostedForm, question: Question): boolean {
  return fieldsOf(question, form).some((field) => isTyped(form, field));
}

interface Field {
  question: Question | MemberQuestion;
  name: string;
}

/** The questions of the held answer that are typed by themselves: itself, or the members of each entry held. */
function fieldsOf(question: Question, values: PostedForm): Field[] {
  if (question.type !== 'group') return [{ question, name: question.key }];
  return Array.from({ length: postedEntries(question, values) }, (_, index) =>
    question.questions.map((member) => ({
      question: member,
      name: fieldName(question.key, index, member.key),
    })),
  ).flat();
}

/** A box left empty says nothing of a consent given before. */
function isTyped(form: PostedForm, { question, name }: Field): boolean {
  const typed = readFormAnswer(question, form, name);
  return question.type === 'consent' ? typed === true : typed !== undefined;
}

/** Tells whether a control belongs to a question. */
export function isFieldOf(key: string, name: string): boolean {
  return name === key || name.startsWith(`${key}.`);
}
