import type { QuestionPage } from '@guichet/channels/web';
import type { Language } from '@guichet/kernel';
import {
  Button,
  ErrorSummary,
  Field,
  type FieldProblem,
  Progress,
  QuestionForm,
  words,
} from '@guichet/pages';
import { hrefOf } from './open-draft.ts';

export interface AskPageProps {
  page: QuestionPage;
  /** The service's name. */
  service: string;
  language: Language;
  problems: readonly FieldProblem[];
  csrf: string;
  fileNames: Readonly<Record<string, string>>;
}

/** Draws one question of a request, alone on its page. */
export function AskPage({ page, service, language, problems, csrf, fileNames }: AskPageProps) {
  const { question } = page;
  return (
    <>
      <ErrorSummary language={language} problems={problems} questions={[question]} />
      <p class="quiet">{service}</p>
      <Progress index={page.index} total={page.total} language={language} />
      <QuestionForm action={hrefOf(question.key)} csrf={csrf} files={question.type === 'file'}>
        <Field
          question={question}
          language={language}
          values={page.values}
          problems={problems}
          heading
          channel="web"
          fileNames={fileNames}
          {...(page.entries ? { entries: page.entries } : {})}
        />
        <Button action={{ do: 'continue' }}>{words(language).frame.continue}</Button>
      </QuestionForm>
    </>
  );
}
