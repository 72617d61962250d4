import {
  listBatches,
  listChecks,
  listLetters,
  readBatch,
  receiveBatch,
  type ReceivedBatch,
} from '@guichet/casework';
import type { PostedForm } from '@guichet/catalogue';
import { isDeskError } from '@guichet/kernel';
import { errorWords, words } from '@guichet/pages';
import { readUpload, type Upload } from '@guichet/platform/http';
import { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import type { DeskDeps, DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { staffOf } from '../session/require-staff.ts';
import { batchRoutes } from './batch-routes.tsx';
import { checkRoutes } from './check-routes.tsx';
import { figuresRoutes } from './figures-routes.tsx';
import { findRoutes } from './find-routes.tsx';
import { letterRoutes } from './letter-routes.tsx';
import { MailroomPage } from './mailroom-page.tsx';
import { settledBefore } from './settled-before.ts';
import { namedBatches, ToldFiles } from './told-files.tsx';

/**
 * Receives scanned files and shows what waits in the mailroom.
 *
 * Unit: `sampleShare` of the sure fields, and of those that people keyed, that are keyed once more blind: 0 to 1
 */
export function mailroomRoutes({
  sampleShare: share = 0,
  onePersonOffice = false,
}: Pick<DeskDeps, 'sampleShare' | 'onePersonOffice'>): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get('/mailroom', async (c) => {
    return mailroomPage(c, settledBefore(c).told ?? (await toldOf(c)));
  });

  app.post('/mailroom/batches', async (c) => {
    const { ctx } = staffOf(c, 'mailroom.receive');
    const language = c.get('language');
    const sent = filesSent(c.get('form'));
    if (sent.length === 0) return mailroomPage(c, undefined, words(language).work.mailroom.chooseFile);
    const uploads: Upload[] = [];
    // All are looked at before any is kept: a wrong one among several loses nothing and doubles nothing.
    for (const file of sent) {
      try {
        uploads.push(await readUpload(file));
      } catch (error) {
        if (!isDeskError(error) || error.code !== 'invalid') throw error;
        const { ofFile } = words(language).work.batch;
        return mailroomPage(c, undefined, ofFile(file.name, errorWords(error, language)));
      }
    }
    const received: ReceivedBatch[] = [];
    for (const upload of uploads) received.push(await receiveBatch(ctx, { ...upload, source: 'upload' }));
    return c.redirect(addressOf(received), 303);
  });

  app.route('/', batchRoutes({ onePersonOffice }));
  app.route('/', findRoutes());
  app.route('/', letterRoutes({ share }));
  app.route('/', checkRoutes());
  app.route('/', figuresRoutes({ share }));
  return app;
}

/** Gives the files sent, an empty one among them: it is refused by its name. */
function filesSent(form: PostedForm): File[] {
  const value = form['file'];
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((one): one is File => one instanceof File && (one.size > 0 || one.name !== ''));
}

/** One file leads to its batch; several, to the list with each by name. */
function addressOf(received: readonly ReceivedBatch[]): string {
  const [only, next] = received;
  if (only !== undefined && next === undefined) return `/mailroom/batches/${only.batchId}?told=${only.kind}`;
  return `/mailroom?${received.map(({ kind, batchId }) => `${kind}=${batchId}`).join('&')}`;
}

/** Says what became of several files sent just before, as the address of the page names them. */
async function toldOf(c: DeskRequest): Promise<Child | undefined> {
  const { ctx } = staffOf(c);
  const named = (['received', 'already', 'otherwise'] as const).flatMap((kind) =>
    namedBatches(c.req.queries(kind) ?? []).map((id) => ({ kind, id })),
  );
  if (named.length === 0) return undefined;
  const files = await Promise.all(
    named.map(async ({ kind, id }) => ({ kind, batch: await readBatch(ctx, id) })),
  );
  return <ToldFiles language={c.get('language')} files={files} />;
}

async function mailroomPage(c: DeskRequest, told: Child | undefined, problem?: string): Promise<Response> {
  const { ctx } = staffOf(c);
  const language = c.get('language');
  return draw(
    c,
    {
      title: words(language).stations.mailroom.title,
      current: 'mailroom',
      hasErrors: problem !== undefined,
      status: problem === undefined ? 200 : 422,
      here: '/mailroom',
    },
    <MailroomPage
      language={language}
      csrf={c.get('csrf')}
      catalogue={ctx.catalogue}
      now={ctx.clock.now()}
      letters={await listLetters(ctx)}
      checks={await listChecks(ctx)}
      batches={await listBatches(ctx)}
      {...(told === undefined ? {} : { told })}
      {...(problem === undefined ? {} : { problem })}
    />,
  );
}
