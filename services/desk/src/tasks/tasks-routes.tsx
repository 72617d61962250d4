import {
  finishTask,
  listAwaitedNews,
  listCallAttempts,
  listTasks,
  markTask,
  placeCallBack,
  type PlacedCallBack,
  readTask,
  type TaskFile,
} from '@guichet/casework';
import { formatReference, type Language, type TaskId } from '@guichet/kernel';
import { Button, formatDay, formatInstant, QuestionForm, words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskDeps, DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { idAt } from '../frame/id-at.ts';
import { textOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';
import { CallBackPage } from './call-back-page.tsx';
import { TasksPage } from './tasks-page.tsx';
import { toldOf } from './told.tsx';
import { transcriptionPage, transcriptionRoutes } from './transcription-routes.tsx';

/** Lists what the machine leaves to a person, recordings to type and calls to return, and takes the work done. */
export function tasksRoutes({ calls }: DeskDeps): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get('/tasks', async (c) => {
    const { ctx } = staffOf(c);
    const language = c.get('language');
    return draw(
      c,
      { title: words(language).work.tasks.title, current: 'tasks' },
      <TasksPage
        language={language}
        catalogue={ctx.catalogue}
        now={ctx.clock.now()}
        tasks={await listTasks(ctx)}
        awaited={await listAwaitedNews(ctx)}
        told={toldOf(c)}
      />,
    );
  });

  const lines = calls?.lines ?? [];

  app.get('/tasks/:id', (c) => taskPage(c, idAt<'task'>(c), lines));

  app.post('/tasks/:id/attempts', async (c) => {
    const { ctx } = staffOf(c, 'call.place');
    const taskId = idAt<'task'>(c);
    const line = Number(textOf(c.get('form'), 'line') || '0');
    if (!calls || lines[line] === undefined) {
      const { refusals } = words(c.get('language')).work.callBack;
      return taskPage(c, taskId, lines, { refused: refusals.line }, 422);
    }
    const placed = await placeCallBack(ctx, { taskId, line, rules: calls.rules });
    if (placed.kind !== 'refused') return c.redirect(`/tasks/${taskId}`, 303);
    return taskPage(c, taskId, lines, { refused: whyRefused(placed, c.get('language')) }, 422);
  });

  app.post('/tasks/:id/completion', async (c) => {
    await markTask(staffOf(c).ctx, idAt<'task'>(c), true);
    return c.redirect('/tasks?told=done', 303);
  });

  app.post('/tasks/:id/call', async (c) => {
    await finishTask(staffOf(c).ctx, idAt<'task'>(c));
    return c.redirect('/tasks?told=called', 303);
  });
  app.route('/', transcriptionRoutes());
  return app;
}

const onCase = new Set(['missing-document', 'follow-up', 'own']);

/** Draws the follow-up of a case that another team has now, which may not be seen any more. */
function followUpPage(c: DeskRequest, task: TaskFile): Response | Promise<Response> {
  const language = c.get('language');
  const { transfer, caseTasks } = words(language).work;
  return draw(
    c,
    { title: caseTasks.kinds['follow-up'], current: 'tasks' },
    <>
      <h1>
        {caseTasks.kinds['follow-up']} <span class="code">{formatReference(task.reference ?? '')}</span>
      </h1>
      <p>{transfer.followed(task.givenTo ?? '')}</p>
      {task.dueOn === null ? null : <p>{caseTasks.dueOn(formatDay(task.dueOn, language))}</p>}
      {task.doneAt === null ? (
        <QuestionForm action={`/tasks/${task.id}/completion`} csrf={c.get('csrf')} dense>
          <Button>{transfer.markFollowed}</Button>
        </QuestionForm>
      ) : (
        <p>{caseTasks.done}</p>
      )}
    </>,
  );
}

/** Says why nobody is called. */
function whyRefused(placed: Extract<PlacedCallBack, { kind: 'refused' }>, language: Language): string {
  const { refusals } = words(language).work.callBack;
  return placed.why === 'hours'
    ? refusals.hours(formatInstant(placed.opensAt, language))
    : refusals[placed.why];
}

async function taskPage(
  c: DeskRequest,
  id: TaskId,
  lines: readonly string[],
  { refused }: { refused?: string } = {},
  status = 200,
): Promise<Response> {
  const { ctx } = staffOf(c, 'task.do');
  const task = await readTask(ctx, id);
  // Its work stands on the page of its case.
  if (task.kind === 'address' && task.reference) return c.redirect(`/cases/${task.reference}/address`, 303);
  if (onCase.has(task.kind) && task.reference && task.isSeen)
    return c.redirect(`/cases/${task.reference}#tasks`, 303);
  if (task.kind === 'follow-up') return followUpPage(c, task);
  const typing = await transcriptionPage(c, task);
  if (typing) return typing;
  const language = c.get('language');
  return draw(
    c,
    {
      title: words(language).work.tasks.callBacks,
      current: 'tasks',
      here: `/tasks/${id}`,
      status,
      hasErrors: refused !== undefined,
    },
    <CallBackPage
      language={language}
      csrf={c.get('csrf')}
      task={task}
      lines={lines}
      now={ctx.clock.now()}
      attempts={await listCallAttempts(ctx, id)}
      {...(refused === undefined ? {} : { refused })}
    />,
  );
}
