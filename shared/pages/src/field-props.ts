import type { FormValues, MemberQuestion, Question } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import type { FieldProblem } from './field-problem.ts';

/** What any question is drawn from. */
export interface FieldProps {
  question: Question | MemberQuestion;
  /** The control's name; absent means the question's key. */
  name?: string;
  language: Language;
  /** What the controls hold: `formValues` of a stored answer, or the form as it was typed. */
  values: FormValues;
  problems?: readonly FieldProblem[];
  /** Makes the question the page's first heading, when it is alone on the page. */
  heading?: boolean;
  /** Which channel's wording to use. */
  channel?: 'web' | 'counter';
  /** Lets the browser fill in the person's own details; off for other people's (groups). */
  autofill?: boolean;
  /** What each entry of a group asks for; absent means every member in each entry. */
  entries?: readonly (readonly MemberQuestion[])[];
  /** Names of files already received, by evidence id. */
  fileNames?: Readonly<Record<string, string>>;
}
