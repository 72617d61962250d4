import type { TaskFile } from '@guichet/casework';
import { writePhone } from '@guichet/catalogue';
import { formatReference, type Language } from '@guichet/kernel';
import { Button, formatInstant, QuestionForm, words } from '@guichet/pages';

/** Draws a call to return: whom to call, in which language and when. */
export function CallBackPage({ language, csrf, task }: { language: Language; csrf: string; task: TaskFile }) {
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

/** A reason that has no words yet is left out rather than shown as code. */
function whyOf(
  reason: string | undefined,
  { why, reasons }: { why: string; reasons: Readonly<Record<string, string>> },
): [string, string][] {
  const said = reason === undefined ? undefined : reasons[reason];
  return said === undefined ? [] : [[why, said]];
}
