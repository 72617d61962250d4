import type { Language } from '@guichet/kernel';
import {
  Button,
  codeQuestion,
  ErrorSummary,
  Field,
  type FieldProblem,
  Notice,
  QuestionForm,
  words,
} from '@guichet/pages';

export interface StatusFormPageProps {
  language: Language;
  reference: string;
  wrong: readonly ('reference' | 'fact' | 'unknown')[];
  csrf: string;
  /** The person has just closed what this browser had open. */
  hasFinished: boolean;
}

/** Draws the form that asks for a reference and a second fact. */
export function StatusFormPage({ language, reference, wrong, csrf, hasFinished }: StatusFormPageProps) {
  const { walk, appointments } = words(language);
  const { status, services } = walk;
  const questions = [
    codeQuestion(
      'reference',
      ({ walk }) => walk.status.reference,
      ({ walk }) => walk.status.referenceHint,
    ),
    codeQuestion(
      'fact',
      ({ walk }) => walk.status.proof,
      ({ walk }) => walk.status.proofHint,
    ),
  ];
  const problems = wrong.map(
    (field): FieldProblem =>
      field === 'unknown'
        ? { path: 'reference', message: status.notFound }
        : { path: field, message: status.missing[field] },
  );
  return (
    <>
      <ErrorSummary language={language} problems={problems} questions={questions} />
      {hasFinished ? (
        <Notice kind="success" language={language} title={appointments.person.finished} />
      ) : null}
      <h1>{status.title}</h1>
      <p class="lead">{status.lead}</p>
      <QuestionForm action="/status" csrf={csrf}>
        {questions.map((question) => (
          <Field
            question={question}
            language={language}
            values={{ reference }}
            problems={problems}
            autofill={false}
          />
        ))}
        <Button action={{ do: 'continue' }}>{status.show}</Button>
      </QuestionForm>
      <p>
        <a href="/resume">{services.resume}</a>
      </p>
    </>
  );
}
