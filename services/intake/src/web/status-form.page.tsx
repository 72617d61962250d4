import type { QuestionOf } from '@guichet/catalogue';
import type { Bilingual, Language } from '@guichet/kernel';
import { Button, ErrorSummary, Field, type FieldProblem, QuestionForm, words } from '@guichet/pages';

export interface StatusFormPageProps {
  language: Language;
  reference: string;
  wrong: readonly ('reference' | 'fact' | 'unknown')[];
  csrf: string;
}

/** Draws the form that asks for a reference and a second fact. */
export function StatusFormPage({ language, reference, wrong, csrf }: StatusFormPageProps) {
  const { status } = words(language).walk;
  const questions = [
    textQuestion(
      'reference',
      (said) => said.reference,
      (said) => said.referenceHint,
    ),
    textQuestion(
      'fact',
      (said) => said.proof,
      (said) => said.proofHint,
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
    </>
  );
}

/** The form of the status page is drawn like any question, so that it looks and reads as all others. */
function textQuestion(key: string, label: Say, help: Say): QuestionOf<'text'> {
  return {
    key,
    type: 'text',
    label: inBoth(label),
    help: inBoth(help),
    required: true,
    sensitivity: 'personal',
    maxLength: 120,
  };
}

function inBoth(say: Say): Bilingual {
  return { fr: say(words('fr').walk.status), en: say(words('en').walk.status) };
}

type Say = (said: ReturnType<typeof words>['walk']['status']) => string;
