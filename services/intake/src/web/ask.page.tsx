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
  /** True when the answer is a recording made by telephone: nothing has to be typed to keep it. */
  isRecorded: boolean;
}

/** Draws one question of a request, alone on its page. */
export function AskPage({ page, service, language, problems, csrf, fileNames, isRecorded }: AskPageProps) {
  const { question } = page;
  const { frame, walk } = words(language);
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
        {isRecorded ? <p>{walk.resume.recorded}</p> : null}
        <div class="actions">
          <Button action={{ do: 'continue' }}>{frame.continue}</Button>
          <Button kind="quiet" action={{ do: 'save' }}>
            {frame.saveForLater}
          </Button>
        </div>
      </QuestionForm>
    </>
  );
}
