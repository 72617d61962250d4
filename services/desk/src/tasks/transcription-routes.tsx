import {
  type DeskContext,
  finishTask,
  listTasks,
  markUnheard,
  readTask,
  type TaskFile,
  type TaskRow,
  transcribeAnswer,
  type UnheardWhy,
  unheardWhys,
} from '@guichet/casework';
import { readFormAnswer, typedValues } from '@guichet/catalogue';
import type { TaskId } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { Hono } from 'hono';
import { saidProblems } from '../counter/counter-form.ts';
import type { DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { idAt } from '../frame/id-at.ts';
import { readKeyChoice } from '../keys/key-choice.ts';
import { staffOf } from '../session/require-staff.ts';
import { RecallPage } from './recall-page.tsx';
import { questionOf } from './task-question.ts';
import { telling, type Told, toldOf, toldWords } from './told.tsx';
import { TranscriptionPage, type TranscriptionPageProps } from './transcription-page.tsx';

/** Takes what is typed from recordings, one after the other, and those that nobody understands. */
export function transcriptionRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.post('/tasks/:id/transcription', async (c) => {
    const { ctx } = staffOf(c, 'task.do');
    const id = idAt<'task'>(c);
    const form = c.get('form');
    const task = await readTask(ctx, id);
    const found = questionOf(ctx.catalogue, task);
    const raw = found && readFormAnswer(found.question, form);
    const done = await transcribeAnswer(ctx, id, raw);
    if (done.kind !== 'incomplete') {
      const kind = done.kind === 'overtaken' ? 'overtaken' : 'typed';
      const told: Told = { kind, ...(task.reference && { reference: task.reference }) };
      return form['_then'] === 'list' ? c.redirect(telling('/tasks', told), 303) : toNext(c, ctx, id, told);
    }
    // The field stands alone on its page, under its own name.
    const problems = saidProblems(found?.service, done.problems, c.get('language')).map((problem) => ({
      ...problem,
      path: found?.question.key ?? problem.path,
    }));
    const page = await transcriptionPage(c, task, { values: typedValues(form), problems }, 422);
    return page ?? c.redirect('/tasks', 303);
  });

  app.post('/tasks/:id/unheard', async (c) => {
    const { ctx } = staffOf(c, 'task.do');
    const id = idAt<'task'>(c);
    const why = unheardWhys.find((one) => one === c.get('form')['why']) ?? ('inaudible' satisfies UnheardWhy);
    await markUnheard(ctx, id, why);
    return toNext(c, ctx, id, { kind: 'unheard' });
  });

  app.post('/tasks/:id/no-answer', async (c) => {
    await finishTask(staffOf(c).ctx, idAt<'task'>(c));
    return c.redirect('/tasks?told=no-answer', 303);
  });
  return app;
}

/** Goes on with the next recording of the queue, else back to the tasks. */
async function toNext(c: DeskRequest, ctx: DeskContext, id: TaskId, told: Told): Promise<Response> {
  const others = othersToType(await listTasks(ctx), id);
  // Two people at the station do not follow each other from recording to recording.
  const next = others.find(({ isOpenElsewhere }) => !isOpenElsewhere) ?? others[0];
  return c.redirect(telling(`/tasks${next ? `/${next.id}` : ''}`, told), 303);
}

/** Lists the other recordings to type that are here, longest first. */
function othersToType(tasks: TaskRow[], id: TaskId): TaskRow[] {
  return tasks.filter(
    (task) => task.kind === 'transcription' && task.isStored && !task.isUnheard && task.id !== id,
  );
}

/** Draws the page of a recording to type, or of the call that stands for it; undefined where no question is left to answer. */
export async function transcriptionPage(
  c: DeskRequest,
  task: TaskFile,
  typed: Pick<TranscriptionPageProps, 'values' | 'problems'> = { values: {}, problems: [] },
  status = 200,
): Promise<Response | undefined> {
  const { ctx } = staffOf(c, 'task.do');
  const language = c.get('language');
  const { stations } = words(language);
  const { transcription } = stations;
  const found = questionOf(ctx.catalogue, task);
  if (task.kind !== 'transcription' || !found) return undefined;
  const told = toldOf(c);
  const isRecall = task.recording.unheard !== undefined;
  const keys = readKeyChoice(c).pedals;
  const props = {
    language,
    csrf: c.get('csrf'),
    catalogue: ctx.catalogue,
    task,
    keys,
    question: found.question,
    told,
    ...typed,
  };
  const title = isRecall ? transcription.recall : transcription.title;
  const tasks = isRecall ? [] : await listTasks(ctx);
  const others = othersToType(tasks, task.id);
  const next = others[0];
  return draw(
    c,
    {
      // Heard first where the focus goes straight to the field.
      title: told ? `${toldWords(told, language)} ${title}` : title,
      current: 'tasks',
      status,
      hasErrors: typed.problems.length > 0,
      here: `/tasks/${task.id}`,
    },
    isRecall ? (
      <RecallPage {...props} />
    ) : (
      <TranscriptionPage
        {...props}
        others={others.length}
        isOpenElsewhere={tasks.some(({ id, isOpenElsewhere }) => id === task.id && isOpenElsewhere)}
        nextHref={next && `/tasks/${next.id}`}
      />
    ),
  );
}
