import { writePhone } from '@guichet/catalogue';
import { formatReference } from '@guichet/kernel';
import { Button, ErrorSummary, QuestionForm, words } from '@guichet/pages';
import { PedalPlayer } from './pedal-player.tsx';
import { ToldNotice } from './told.tsx';
import { AnswerField, type TranscriptionPageProps } from './transcription-page.tsx';

/** Draws the call to a person whose recording nobody understands: whom to call, and the field for what they say. */
export function RecallPage(props: Omit<TranscriptionPageProps, 'others' | 'isOpenElsewhere' | 'nextHref'>) {
  const { language, csrf, task, question, problems } = props;
  const { desk, stations, work } = words(language);
  const { transcription } = stations;
  const { evidenceId, recording, reference } = task;
  return (
    <>
      <a class="back" href="/tasks">
        {work.tasks.title}
      </a>
      <ErrorSummary language={language} problems={problems} hrefOf={() => `#q-${question.key}`} />
      {props.told === undefined ? null : <ToldNotice told={props.told} language={language} />}
      <h1>{transcription.recall}</h1>
      <p class="lead">{transcription.recallLead}</p>
      <dl class="facts">
        <div>
          <dt>{work.tasks.call}</dt>
          <dd>{recording.phone === undefined ? transcription.noPhone : writePhone(recording.phone)}</dd>
        </div>
        {recording.unheard === undefined ? null : (
          <div>
            <dt>{work.tasks.why}</dt>
            <dd>{transcription.whys[recording.unheard]}</dd>
          </div>
        )}
        {reference === null ? null : (
          <div>
            <dt>{desk.queue.reference}</dt>
            <dd>
              <a href={`/cases/${reference}`}>{formatReference(reference)}</a>
            </dd>
          </div>
        )}
      </dl>
      {evidenceId !== null && recording.isStored ? (
        <PedalPlayer
          language={language}
          evidenceId={evidenceId}
          keys={props.keys}
          keysHref={`/keys?task=${task.id}`}
        />
      ) : null}
      <QuestionForm action={`/tasks/${task.id}/transcription`} csrf={csrf} dense>
        <AnswerField {...props} />
        <p class="row-buttons">
          <Button name="_then" value="list">
            {transcription.save}
          </Button>
        </p>
      </QuestionForm>
      <details>
        <summary>{transcription.notHad}</summary>
        <p>{transcription.notHadHint}</p>
        <QuestionForm action={`/tasks/${task.id}/no-answer`} csrf={csrf} dense>
          <Button kind="danger">{transcription.notHadSubmit}</Button>
        </QuestionForm>
      </details>
    </>
  );
}
