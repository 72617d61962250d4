import type { CallAttempt, TaskFile } from '@guichet/casework';
import { writePhone } from '@guichet/catalogue';
import { formatReference, type Language } from '@guichet/kernel';
import { Button, formatInstant, Notice, QuestionForm, Table, words } from '@guichet/pages';

export interface CallBackPageProps {
  language: Language;
  csrf: string;
  task: TaskFile;
  /** The telephones at the desk, of which one takes the call. */
  lines: readonly string[];
  now: Date;
  attempts: CallAttempt[];
  /** Why nobody was called just now. */
  refused?: string;
}

/** Draws a call to return: whom to call, in which language and when. */
export function CallBackPage(props: CallBackPageProps) {
  const { language, csrf, task } = props;
  const { desk, stations, work } = words(language);
  const { callBack } = task;
  const facts: [string, string][] = [
    [work.tasks.call, callBack?.phone === undefined ? work.tasks.inRecording : writePhone(callBack.phone)],
    ...(callBack?.at === undefined
      ? []
      : [[work.tasks.wanted, formatInstant(new Date(callBack.at), language)] as [string, string]]),
    ...whyOf(callBack?.reason, work.tasks),
    [work.tasks.since, formatInstant(task.createdAt, language)],
    ...(callBack === undefined
      ? []
      : [[work.case.language, work.case.languages[callBack.language]] as [string, string]]),
    ...(task.reference === null
      ? []
      : [[desk.queue.reference, formatReference(task.reference)] as [string, string]]),
  ];
  return (
    <>
      <a class="back" href="/tasks">
        {work.tasks.title}
      </a>
      <h1>{work.tasks.callBacks}</h1>
      <dl class="facts">
        {facts.map(([label, value]) => (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {task.evidenceId === null ? null : (
        <audio
          class="player"
          controls
          preload="none"
          src={`/evidence/${task.evidenceId}`}
          aria-label={stations.transcription.listen}
        ></audio>
      )}
      {task.liveCallId === null ? null : (
        <p>
          <a href={`/calls/${task.liveCallId}`}>{work.calls.openAnswers}</a>
        </p>
      )}
      {task.doneAt === null && task.callBack?.phone !== undefined ? <CallNow {...props} /> : null}
      {task.doneAt === null ? (
        <QuestionForm action={`/tasks/${task.id}/call`} csrf={csrf} dense>
          <Button>{work.tasks.called}</Button>
        </QuestionForm>
      ) : (
        <p>{work.tasks.calledDone}</p>
      )}
    </>
  );
}

/** Rings the person, then the telephone at the desk; every attempt so far is beside the button. */
function CallNow({ language, csrf, task, lines, now, attempts, refused }: CallBackPageProps) {
  const { callBack } = words(language).work;
  const wantedAt = task.callBack?.at === undefined ? undefined : new Date(task.callBack.at);
  const isEarly = wantedAt !== undefined && wantedAt > now;
  return (
    <section aria-labelledby="call-now">
      <h2 id="call-now">{callBack.title}</h2>
      {refused === undefined ? null : (
        <Notice language={language} kind="warning">
          {refused}
        </Notice>
      )}
      {lines.length === 0 ? (
        <p class="quiet">{callBack.noLine}</p>
      ) : (
        <>
          <p class="quiet">{callBack.hint}</p>
          {isEarly ? <p>{callBack.early(formatInstant(wantedAt, language))}</p> : null}
          <QuestionForm action={`/tasks/${task.id}/attempts`} csrf={csrf} dense>
            {lines.length === 1 ? null : (
              <div class="field">
                <label class="label" for="line">
                  {callBack.line}
                </label>
                <select class="input" id="line" name="line">
                  {lines.map((line, index) => (
                    <option value={String(index)}>{writePhone(line)}</option>
                  ))}
                </select>
              </div>
            )}
            <Button>{callBack.now}</Button>
          </QuestionForm>
        </>
      )}
      {attempts.length === 0 ? null : (
        <div data-poll>
          <Table
            caption={callBack.attempts}
            empty=""
            columns={[{ label: callBack.askedAt }, { label: callBack.by }, { label: callBack.state }]}
            rows={attempts.map(({ askedAt, by, state }) => ({
              cells: [formatInstant(askedAt, language), by, callBack.states[state]],
            }))}
          />
        </div>
      )}
    </section>
  );
}

/** A reason that has no words yet is left out rather than shown as code. */
function whyOf(
  reason: string | undefined,
  { why, reasons }: { why: string; reasons: Readonly<Record<string, string>> },
): [string, string][] {
  const said = reason === undefined ? undefined : reasons[reason];
  return said === undefined ? [] : [[why, said]];
}
