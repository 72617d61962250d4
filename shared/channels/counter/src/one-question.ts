import {
  type FormValues,
  type MemberQuestion,
  optionCodes,
  type PostedForm,
  type Question,
  typedValues,
} from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { decodeControl } from './coded-form.ts';
import type { CounterField } from './counter-screen.ts';

/** Derives one question alone, as the counter's screen draws it, under a name. */
export function questionField<Q extends Question | MemberQuestion>(
  question: Q,
  name: string,
  language: Language,
): CounterField<Q> {
  return { question, name, options: optionCodes(question, language), decides: false };
}

/** Turns what was typed of one question into what any form posts. Guarantee: what can't be told stays as typed. */
export function decodeQuestion(
  question: Question | MemberQuestion,
  form: PostedForm,
  name: string,
  language: Language,
): FormValues {
  const values = typedValues(form);
  decodeControl(question, name, values, language);
  return values;
}
