import type { CaseTask } from '@guichet/casework';
import { CsrfField, formatDay, words } from '@guichet/pages';
import type { CaseView } from '../frame/case-view.ts';
import { TaskForm } from './task-form.tsx';

/** Tasks that are done when somebody says so. */
const marked = new Set<CaseTask['kind']>(['missing-document', 'follow-up', 'own']);

/** Draws what is left to do on a case, each with how to do it, then what was done. */
export function TasksSection(view: CaseView) {
  const { file, language, me } = view;
  const { caseTasks } = words(language).work;
  const open = file.tasks.filter(({ doneAt }) => doneAt === null);
  const done = file.tasks.filter(({ doneAt }) => doneAt !== null);
  if (!me.tasks && open.length === 0) return null;
  return (
    <section aria-labelledby="tasks">
      <h2 id="tasks">
        {caseTasks.title} <span class="count">{open.length}</span>
      </h2>
      {open.length === 0 ? <p class="quiet">{caseTasks.none}</p> : null}
      <ul class="case-tasks">
        {open.map((task) => (
          <Task task={task} view={view} />
        ))}
      </ul>
      {done.length === 0 ? null : (
        <details class="details fold">
          <summary>
            {caseTasks.done} <span class="count">{done.length}</span>
          </summary>
          <ul class="case-tasks">
            {done.map((task) => (
              <Task task={task} view={view} />
            ))}
          </ul>
        </details>
      )}
      {me.tasks ? <TaskForm {...view} /> : null}
    </section>
  );
}

function Task({ task, view }: { task: CaseTask; view: CaseView }) {
  const { file, language, csrf, me } = view;
  const { caseTasks } = words(language).work;
  const isDone = task.doneAt !== null;
  const label = caseTasks.kinds[task.kind];
  return (
    <li>
      <p>
        <strong>{label}</strong>
        {task.dueOn === null ? null : (
          <span class="quiet"> · {caseTasks.dueOn(formatDay(task.dueOn, language))}</span>
        )}
      </p>
      {task.words === null ? null : <p class="task-words">{task.words}</p>}
      {marked.has(task.kind) && me.tasks ? (
        <form method="post" action={`/cases/${file.reference}/tasks/${task.id}/completion`}>
          <CsrfField token={csrf} />
          <button
            class={isDone ? 'link' : 'button button-secondary button-row'}
            type="submit"
            name="done"
            value={isDone ? 'no' : 'yes'}
            aria-label={`${isDone ? caseTasks.undo : caseTasks.mark} : ${task.words ?? label}`}
          >
            {isDone ? caseTasks.undo : caseTasks.mark}
          </button>
        </form>
      ) : isDone || !me.tasks ? null : (
        <p>
          <a href={`/tasks/${task.id}`}>{caseTasks.open}</a>
        </p>
      )}
    </li>
  );
}
