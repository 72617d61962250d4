import { finishTask, listAwaitedNews, listTasks, readTask, transcribeAnswer } from '@guichet/casework';
import { readFormAnswer, typedValues } from '@guichet/catalogue';
import type { TaskId } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { idAt } from '../frame/id-at.ts';
import { staffOf } from '../session/require-staff.ts';
import { saidProblems } from '../counter/counter-form.ts';
import { CallBackPage } from './call-back-page.tsx';
import { questionOf } from './task-question.ts';
import { TasksPage } from './tasks-page.tsx';
import { TranscriptionPage, type TranscriptionPageProps } from './transcription-page.tsx';

/** Lists what the machine leaves to a person, recordings to type and calls to return, and takes the work done. */
export function tasksRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get('/tasks', async (c) => {
    const { ctx } = staffOf(c);
    const language = c.get('language');
    const told: Readonly<Record<string, string>> = {
      typed: words(language).work.tasks.done,
      called: words(language).work.tasks.calledDone,
    };
    const said = told[c.req.query('told') ?? ''];
    return draw(
      c,
      { title: words(language).work.tasks.title, current: 'tasks' },
      <TasksPage
        language={language}
        catalogue={ctx.catalogue}
        now={ctx.clock.now()}
        tasks={await listTasks(ctx)}
        awaited={await listAwaitedNews(ctx)}
        {...(said === undefined ? {} : { told: said })}
      />,
    );
  });

  app.get('/tasks/:id', (c) => taskPage(c, idAt<'task'>(c)));

  app.post('/tasks/:id/transcription', async (c) => {
    const { ctx } = staffOf(c, 'task.do');
    const id = idAt<'task'>(c);
    const form = c.get('form');
    const task = await readTask(ctx, id);
    const found = questionOf(ctx.catalogue, task);
    const raw = found && readFormAnswer(found.question, form);
    const done = await transcribeAnswer(ctx, id, raw);
    if (done.kind !== 'incomplete') return c.redirect('/tasks?told=typed', 303);
    // The field stands alone on its page, under its own name.
    const problems = saidProblems(found?.service, done.problems, c.get('language')).map((problem) => ({
      ...problem,
      path: found?.question.key ?? problem.path,
    }));
    return taskPage(c, id, { values: typedValues(form), problems }, 422);
  });

  app.post('/tasks/:id/call', async (c) => {
    await finishTask(staffOf(c).ctx, idAt<'task'>(c));
    return c.redirect('/tasks?told=called', 303);
  });
  return app;
}

async function taskPage(
  c: DeskRequest,
  id: TaskId,
  typed: Pick<TranscriptionPageProps, 'values' | 'problems'> = { values: {}, problems: [] },
  status = 200,
): Promise<Response> {
  const { ctx } = staffOf(c, 'task.do');
  const task = await readTask(ctx, id);
  const language = c.get('language');
  const csrf = c.get('csrf');
  const { stations, work } = words(language);
  const title = task.kind === 'call-back' ? work.tasks.callBacks : stations.transcription.title;
  const found = questionOf(ctx.catalogue, task);
  return draw(
    c,
    { title, current: 'tasks', status, hasErrors: typed.problems.length > 0, here: `/tasks/${id}` },
    task.kind === 'call-back' || !found ? (
      <CallBackPage language={language} csrf={csrf} task={task} />
    ) : (
      <TranscriptionPage language={language} csrf={csrf} task={task} question={found.question} {...typed} />
    ),
  );
}
