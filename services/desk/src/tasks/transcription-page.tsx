import type { TaskFile } from '@guichet/casework';
import type { FormValues, MemberQuestion, Question } from '@guichet/catalogue';
import { formatReference, type Language } from '@guichet/kernel';
import { Button, ErrorSummary, Field, type FieldProblem, QuestionForm, words } from '@guichet/pages';

export interface TranscriptionPageProps {
  language: Language;
  csrf: string;
  task: TaskFile;
  question: Question | MemberQuestion;
  values: FormValues;
  problems: FieldProblem[];
}

/** Draws a recording beside the field to type it in, with what was keyed on the telephone already in it. */
export function TranscriptionPage({
  language,
  csrf,
  task,
  question,
  values,
  problems,
}: TranscriptionPageProps) {
  const { desk, stations, work } = words(language);
  const keyed = Object.fromEntries(
    Object.entries(task.keyed ?? {}).map(([part, value]) => [`${question.key}.${part}`, value]),
  );
  const held = Object.keys(values).length > 0 ? values : keyed;
  return (
    <>
      <a class="back" href="/tasks">
        {work.tasks.title}
      </a>
      <ErrorSummary language={language} problems={problems} hrefOf={() => `#q-${question.key}`} />
      <h1>{stations.transcription.title}</h1>
      <p class="lead">{stations.transcription.lead}</p>
      {task.reference === null ? null : (
        <p class="quiet">
          {desk.queue.reference} <a href={`/cases/${task.reference}`}>{formatReference(task.reference)}</a>
        </p>
      )}
      {task.evidenceId === null ? null : (
        <audio
          class="player"
          controls
          preload="auto"
          src={`/evidence/${task.evidenceId}`}
          aria-label={stations.transcription.listen}
        ></audio>
      )}
      <QuestionForm action={`/tasks/${task.id}/transcription`} csrf={csrf} dense>
        <div data-start>
          <Field
            question={question}
            language={language}
            values={held}
            problems={problems}
            channel="counter"
            autofill={false}
          />
        </div>
        <Button>{stations.transcription.submit}</Button>
      </QuestionForm>
    </>
  );
}
