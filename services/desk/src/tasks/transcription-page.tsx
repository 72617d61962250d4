import { type ServiceShelf, type TaskFile, unheardWhys } from '@guichet/casework';
import type { FormValues, MemberQuestion, Question } from '@guichet/catalogue';
import { formatReference, type Language } from '@guichet/kernel';
import {
  Button,
  ErrorSummary,
  Field,
  type FieldProblem,
  Notice,
  QuestionForm,
  StatusTag,
  words,
} from '@guichet/pages';
import { serviceName } from '../frame/service-name.ts';
import type { PedalKeys } from '../keys/key-choice.ts';
import { PedalPlayer } from './pedal-player.tsx';
import { Suggestion } from './suggestion.tsx';
import { type Told, ToldNotice } from './told.tsx';

export interface TranscriptionPageProps {
  language: Language;
  csrf: string;
  catalogue: ServiceShelf;
  task: TaskFile;
  question: Question | MemberQuestion;
  values: FormValues;
  problems: FieldProblem[];
  /** Of the player. */
  keys: PedalKeys;
  /** How many other recordings wait, and the one that is next. */
  others: number;
  isOpenElsewhere: boolean;
  nextHref?: string | undefined;
  told?: Told | undefined;
}

/** Draws a recording beside the field to type it in, with what was keyed on the telephone already in it. */
export function TranscriptionPage(props: TranscriptionPageProps) {
  const { language, csrf, task, question, problems, others, nextHref, told } = props;
  const { desk, stations, work } = words(language);
  const { transcription } = stations;
  return (
    <>
      <a class="back" href="/tasks">
        {work.tasks.title}
      </a>
      <ErrorSummary language={language} problems={problems} hrefOf={() => `#q-${question.key}`} />
      {told === undefined ? null : <ToldNotice told={told} language={language} />}
      <h1>
        {transcription.title} <span class="count">{transcription.left(others)}</span>
      </h1>
      <p class="lead">{transcription.lead}</p>
      {task.reference === null ? null : (
        <p class="quiet">
          {serviceName(props.catalogue, task.serviceCode, language, task.serviceVersion ?? undefined)} ·{' '}
          {desk.queue.reference} <a href={`/cases/${task.reference}`}>{formatReference(task.reference)}</a>{' '}
          {props.isOpenElsewhere ? <StatusTag tone="warning">{transcription.openElsewhere}</StatusTag> : null}
        </p>
      )}
      {task.evidenceId !== null && task.recording.isStored ? (
        <PedalPlayer
          language={language}
          evidenceId={task.evidenceId}
          keys={props.keys}
          keysHref={`/keys?task=${task.id}`}
        />
      ) : (
        <Notice language={language} kind="warning">
          <p>{transcription.notHere}</p>
          <p>
            {transcription.notHereHint}{' '}
            {nextHref === undefined ? null : <a href={nextHref}>{transcription.next}</a>}
          </p>
        </Notice>
      )}
      {task.recording.suggestion === undefined ? null : (
        <Suggestion language={language} text={task.recording.suggestion} question={question} />
      )}
      <QuestionForm action={`/tasks/${task.id}/transcription`} csrf={csrf} dense>
        <AnswerField {...props} />
        <p class="row-buttons">
          {others === 0 ? (
            <Button>{transcription.save}</Button>
          ) : (
            <>
              <Button>{transcription.saveNext}</Button>
              <Button kind="secondary" name="_then" value="list">
                {transcription.saveList}
              </Button>
            </>
          )}
        </p>
      </QuestionForm>
      <details>
        <summary>{transcription.unclear}</summary>
        <QuestionForm action={`/tasks/${task.id}/unheard`} csrf={csrf} dense>
          <fieldset class="field">
            <legend class="label">{transcription.why}</legend>
            <div class="options">
              {unheardWhys.map((why, at) => (
                <div class="option">
                  <input type="radio" id={`why-${why}`} name="why" value={why} checked={at === 0} />
                  <label for={`why-${why}`}>{transcription.whys[why]}</label>
                </div>
              ))}
            </div>
          </fieldset>
          <Button kind="secondary">{transcription.callBack}</Button>
        </QuestionForm>
      </details>
    </>
  );
}

/** Draws the field of the question with what was typed, else with what was keyed on the telephone. */
export function AnswerField({
  language,
  task,
  question,
  values,
  problems,
}: Pick<TranscriptionPageProps, 'language' | 'task' | 'question' | 'values' | 'problems'>) {
  const keyed = Object.fromEntries(
    Object.entries(task.keyed ?? {}).map(([part, value]) => [`${question.key}.${part}`, value]),
  );
  return (
    <div data-start>
      <Field
        question={question}
        language={language}
        values={Object.keys(values).length > 0 ? values : keyed}
        problems={problems}
        channel="counter"
        autofill={false}
      />
    </div>
  );
}
