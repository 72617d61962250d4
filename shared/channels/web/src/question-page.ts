import {
  type Answers,
  type CompiledService,
  type FormValues,
  formValues,
  heldEntries,
  type MemberQuestion,
  type PostedForm,
  type Question,
  readFormAnswer,
  shownEntries,
  typedValues,
  wording,
} from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { placeOf } from './walk.ts';

/** One question, ready to be drawn on a page of its own. */
export interface QuestionPage {
  question: Question;
  /** The question in the person's language: the page's title. */
  title: string;
  /** From 1, among the questions that hold. */
  index: number;
  total: number;
  /** Absent on the first question. */
  previousKey?: string;
  /** True when the person may go on without an answer. */
  skippable: boolean;
  values: FormValues;
  /** What each entry of a group asks for; absent for other questions. */
  entries?: MemberQuestion[][];
}

/** Derives the page of a question; undefined when it does not hold for these answers. */
export function questionPage(
  compiled: CompiledService,
  answers: Answers,
  key: string,
  options: {
    language: Language;
    /** ISO day, for date ranges in groups. */
    today: string;
    /** The form to draw again as it was typed; absent means the stored answer. */
    typed?: PostedForm;
  },
): QuestionPage | undefined {
  const place = placeOf(compiled, answers, key);
  if (!place) return undefined;
  const { question } = place;
  const { language, typed } = options;
  const values = typed ? typedValues(typed) : formValues(question, answers[key], language);
  return {
    ...place,
    title: wording(question, 'web', language).label,
    skippable: !question.required && question.type !== 'information',
    values,
    ...(question.type === 'group'
      ? { entries: entriesOf(compiled, question, values, answers, options.today) }
      : {}),
  };
}

function entriesOf(
  compiled: CompiledService,
  group: Extract<Question, { type: 'group' }>,
  values: FormValues,
  answers: Answers,
  today: string,
): MemberQuestion[][] {
  const raw = readFormAnswer(group, values);
  const typed: unknown[] = Array.isArray(raw) ? raw : [];
  const shown = Array.from({ length: shownEntries(group, values) }, (_, index) => typed[index] ?? {});
  return heldEntries(compiled, group, shown, answers, { today }).map((entry) => entry.members);
}
