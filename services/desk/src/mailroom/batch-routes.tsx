import {
  checkBatch,
  destroyBatchPaper,
  destructionMethods,
  may,
  readBatch,
  readSmallPicture,
} from '@guichet/casework';
import { DeskError, isDeskError } from '@guichet/kernel';
import { errorWords, type FieldProblem, words } from '@guichet/pages';
import { storedFile } from '@guichet/platform/http';
import { Hono } from 'hono';
import { readFileSync } from 'node:fs';
import type { DeskDeps, DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { idAt } from '../frame/id-at.ts';
import { textOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';
import type { GateTyped } from './batch-gate.tsx';
import { BatchPage } from './batch-page.tsx';
import { BatchRecord } from './batch-record.tsx';
import { toldFiles } from './told-files.tsx';

/** The product's own version: part of what documents a transfer from paper. */
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** Shows a batch page by page, and takes the two facts that its paper needs before it may go, of two persons unless the body has one. */
export function batchRoutes({ onePersonOffice = false }: Pick<DeskDeps, 'onePersonOffice'>): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get('/mailroom/batches/:id', (c) => batchPage(c, onePersonOffice));

  app.get('/mailroom/batches/:id/pages/:place/picture', async (c) => {
    const place = Number(c.req.param('place'));
    if (!Number.isInteger(place) || place < 1 || place > 1000)
      throw new DeskError('not-found', 'no-such-evidence');
    const bytes = await readSmallPicture(staffOf(c).ctx, idAt<'batch'>(c), place);
    return storedFile(c, { bytes, mediaType: 'image/jpeg', fileName: `page-${place}.jpg` });
  });

  app.get('/mailroom/batches/:id/record', async (c) => {
    const batch = await readBatch(staffOf(c).ctx, idAt<'batch'>(c));
    if (batch.destruction === undefined) throw new DeskError('not-found', 'not-found');
    const language = c.get('language');
    const title = words(language).work.batch.gate.recordTitle;
    return draw(c, { title, current: 'mailroom' }, <BatchRecord batch={batch} language={language} />);
  });

  app.post('/mailroom/batches/:id/check', async (c) => {
    const { ctx } = staffOf(c, 'mailroom.check');
    const typed = typedIn(c, ['counted', 'looked-at']);
    const counted = typed['counted'] ?? '';
    if (!/^\d{1,4}$/.test(counted))
      return refuse(c, onePersonOffice, 'counted', 'batch-count-missing', typed);
    if (typed['looked-at'] !== 'yes')
      return refuse(c, onePersonOffice, 'looked-at', 'batch-not-looked-at', typed);
    return settle(c, onePersonOffice, typed, 'counted', 'checked', (batchId) =>
      checkBatch(ctx, { batchId, pagesCounted: Number(counted) }),
    );
  });

  app.post('/mailroom/batches/:id/destruction', async (c) => {
    const { ctx } = staffOf(c, 'mailroom.destroy');
    const typed = typedIn(c, ['rule', 'format', 'process', 'guarantees', 'method', 'heritage']);
    const empty = ['rule', 'format', 'process', 'guarantees'].find((name) => !typed[name]);
    if (empty !== undefined) return refuse(c, onePersonOffice, empty, 'destruction-field-missing', typed);
    const method = destructionMethods.find((one) => one === typed['method']);
    if (method === undefined) return refuse(c, onePersonOffice, 'method', 'destruction-field-missing', typed);
    return settle(c, onePersonOffice, typed, 'heritage', 'destroyed', (batchId) =>
      destroyBatchPaper(ctx, {
        batchId,
        retentionRule: typed['rule'] ?? '',
        originalFormat: typed['format'] ?? '',
        transferProcess: typed['process'] ?? '',
        guarantees: typed['guarantees'] ?? '',
        method,
        noHeritage: typed['heritage'] === 'yes',
        onePersonOffice,
      }),
    );
  });
  return app;
}

/** Unit: characters of one field. */
const fieldMax = 1000;

function typedIn(c: DeskRequest, names: readonly string[]): GateTyped {
  return Object.fromEntries(names.map((name) => [name, textOf(c.get('form'), name).slice(0, fieldMax)]));
}

async function settle(
  c: DeskRequest,
  onePersonOffice: boolean,
  typed: GateTyped,
  path: string,
  told: string,
  act: (id: ReturnType<typeof idAt<'batch'>>) => Promise<void>,
): Promise<Response> {
  const id = idAt<'batch'>(c);
  try {
    await act(id);
  } catch (error) {
    if (!isDeskError(error) || (error.code !== 'invalid' && error.code !== 'conflict')) throw error;
    return batchPage(c, onePersonOffice, {
      problems: [{ path, message: errorWords(error, c.get('language')) }],
      typed,
    });
  }
  return c.redirect(`/mailroom/batches/${id}?told=${told}`, 303);
}

function refuse(
  c: DeskRequest,
  onePersonOffice: boolean,
  path: string,
  key: string,
  typed: GateTyped,
): Promise<Response> {
  const message = errorWords({ code: 'invalid', publicKey: key }, c.get('language'));
  return batchPage(c, onePersonOffice, { problems: [{ path, message }], typed });
}

async function batchPage(
  c: DeskRequest,
  onePersonOffice: boolean,
  { problems, typed }: { problems: FieldProblem[]; typed: GateTyped } = { problems: [], typed: {} },
): Promise<Response> {
  const { ctx, actor } = staffOf(c, 'mailroom.read');
  const language = c.get('language');
  const batch = await readBatch(ctx, idAt<'batch'>(c));
  const { gate } = words(language).work.batch;
  const said: Readonly<Record<string, string>> = {
    checked: gate.toldChecked,
    destroyed: gate.toldDestroyed,
    ...toldFiles(batch, language),
  };
  const told = said[c.req.query('told') ?? ''];
  return draw(
    c,
    {
      title: words(language).work.batch.title(batch.fileName),
      current: 'mailroom',
      hasErrors: problems.length > 0,
      status: problems.length > 0 ? 422 : 200,
      here: `/mailroom/batches/${batch.id}`,
    },
    <BatchPage
      language={language}
      csrf={c.get('csrf')}
      catalogue={ctx.catalogue}
      batch={batch}
      problems={problems}
      typed={typed}
      mayCheck={may(actor, 'mailroom.check')}
      mayDestroy={may(actor, 'mailroom.destroy')}
      staffId={actor.staffId}
      onePersonOffice={onePersonOffice}
      version={version}
      {...(told === undefined ? {} : { told })}
    />,
  );
}
