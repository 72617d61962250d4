import type { QuestionOf } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { Button, codeQuestion, Field, type FieldProblem, QuestionForm, words } from '@guichet/pages';

export interface ResumeTyped {
  number: string;
  code: string;
}

/** What is asked of a person who set a request aside. */
export const resumeQuestions: readonly QuestionOf<'text'>[] = [
  codeQuestion(
    'number',
    ({ work }) => work.counter.resume.number,
    ({ work }) => work.counter.resume.numberHint,
  ),
  codeQuestion(
    'code',
    ({ work }) => work.counter.resume.code,
    ({ work }) => work.counter.resume.codeHint,
  ),
];

export interface ResumeFormProps {
  language: Language;
  csrf: string;
  typed: ResumeTyped;
  problems: readonly FieldProblem[];
}

/** Draws the form that takes up a request set aside, from its number and its code; closed until asked for. */
export function ResumeForm({ language, csrf, typed, problems }: ResumeFormProps) {
  const { resume } = words(language).work.counter;
  return (
    <details class="details fold" open={problems.length > 0}>
      <summary>{resume.title}</summary>
      <p class="help">{resume.lead}</p>
      <QuestionForm action="/counter/resume" csrf={csrf} dense>
        {resumeQuestions.map((question) => (
          <Field
            question={question}
            language={language}
            values={{ ...typed }}
            problems={problems}
            autofill={false}
          />
        ))}
        <Button kind="secondary">{resume.open}</Button>
      </QuestionForm>
    </details>
  );
}
