import type { QuestionOf } from '@guichet/catalogue';
import type { Bilingual, Language } from '@guichet/kernel';
import { Button, Field, type FieldProblem, QuestionForm, words } from '@guichet/pages';

export interface ResumeTyped {
  number: string;
  code: string;
}

type ResumeWords = ReturnType<typeof words>['work']['counter']['resume'];

/** What is asked of a person who set a request aside. */
export const resumeQuestions: readonly QuestionOf<'text'>[] = [
  codeQuestion(
    'number',
    (said) => said.number,
    (said) => said.numberHint,
  ),
  codeQuestion(
    'code',
    (said) => said.code,
    (said) => said.codeHint,
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

function codeQuestion(
  key: string,
  label: (said: ResumeWords) => string,
  help: (said: ResumeWords) => string,
): QuestionOf<'text'> {
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

function inBoth(say: (said: ResumeWords) => string): Bilingual {
  return { fr: say(words('fr').work.counter.resume), en: say(words('en').work.counter.resume) };
}
