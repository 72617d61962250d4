import type { Language } from '@guichet/kernel';
import {
  Button,
  codeQuestion,
  ErrorSummary,
  Field,
  type FieldProblem,
  QuestionForm,
  words,
} from '@guichet/pages';

export interface ResumeTyped {
  number: string;
  code: string;
}

/** What is wrong with what was typed: missing, not ten right digits, a reference, of no draft, or of one sent already. */
export type ResumeWrong = 'number' | 'code' | 'digits' | 'reference' | 'unknown' | 'submitted';

export interface ResumePageProps {
  language: Language;
  typed: ResumeTyped;
  wrong: readonly ResumeWrong[];
  csrf: string;
}

/** Draws the form that asks for the number and the code of a draft. */
export function ResumePage({ language, typed, wrong, csrf }: ResumePageProps) {
  const { resume, services } = words(language).walk;
  const questions = [
    codeQuestion(
      'number',
      ({ walk }) => walk.resume.number,
      ({ walk }) => walk.resume.numberHint,
    ),
    codeQuestion(
      'code',
      ({ walk }) => walk.resume.code,
      ({ walk }) => walk.resume.codeHint,
    ),
  ];
  const said: Record<ResumeWrong, FieldProblem> = {
    number: { path: 'number', message: resume.missing.number },
    code: { path: 'code', message: resume.missing.code },
    digits: { path: 'number', message: resume.wrongNumber },
    reference: { path: 'number', message: resume.isReference },
    unknown: { path: 'number', message: resume.notFound },
    submitted: { path: 'number', message: resume.submitted },
  };
  const problems = wrong.map((one) => said[one]);
  return (
    <>
      <ErrorSummary language={language} problems={problems} questions={questions} />
      <h1>{resume.title}</h1>
      <p class="lead">{resume.lead}</p>
      <QuestionForm action="/resume" csrf={csrf}>
        {questions.map((question) => (
          <Field
            question={question}
            language={language}
            values={{ ...typed }}
            problems={problems}
            autofill={false}
          />
        ))}
        <Button action={{ do: 'continue' }}>{resume.open}</Button>
      </QuestionForm>
      <p>
        {resume.none} <a href="/status">{services.follow}</a>
      </p>
    </>
  );
}
