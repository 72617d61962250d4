import {
  handOverBatch,
  instantOn,
  listAddresses,
  openPrintBatch,
  type PrintBatch,
  readPrintBatch,
  type SpoiledWhy,
  spoiledWhys,
} from '@guichet/casework';
import { joinPdfs } from '@guichet/channels/mail';
import { DeskError, isDeskError, type PostingId } from '@guichet/kernel';
import { errorWords, words } from '@guichet/pages';
import { storedFile } from '@guichet/platform/http';
import { Hono } from 'hono';
import { csvOf } from '../frame/csv-of.ts';
import type { DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { idAt } from '../frame/id-at.ts';
import { textOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';
import { BatchList } from './batch-list.tsx';
import type { HandOverForm } from './batch-letters.tsx';
import { BatchPage } from './batch-page.tsx';
import { sheetsOf } from './sheets-of.ts';

/** Shows one batch, gives its PDF and its address list, and takes its counted hand-over. */
export function batchRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const at = '/print/batches/:id';

  app.get(at, (c) => {
    const { told } = words(c.get('language')).work.print;
    const said: Readonly<Record<string, string>> = told;
    const key = c.req.query('told') ?? '';
    return batchPage(c, Object.hasOwn(said, key) ? { told: said[key] ?? '' } : {});
  });

  app.get(`${at}/letters.pdf`, async (c) => {
    const { ctx } = staffOf(c, 'print.mark');
    const only = c.req.query('letter') as PostingId | undefined;
    const pdfs = await openPrintBatch(ctx, idAt<'print-batch'>(c), only);
    const bytes = await joinPdfs(pdfs, { duplex: c.req.query('sides') !== '1' });
    return storedFile(c, { bytes, mediaType: 'application/pdf', fileName: 'lot.pdf' });
  });

  app.get(`${at}/list`, async (c) => {
    const { ctx } = staffOf(c, 'print.mark');
    const id = idAt<'print-batch'>(c);
    const batch = await readPrintBatch(ctx, id);
    const language = c.get('language');
    return draw(
      c,
      { title: words(language).work.print.listTitle(batch.number), current: 'print' },
      <BatchList language={language} batch={batch} addresses={await listAddresses(ctx, id)} />,
    );
  });

  app.get(`${at}/list.csv`, async (c) => {
    const { ctx } = staffOf(c, 'print.mark');
    const id = idAt<'print-batch'>(c);
    const { print } = words(c.get('language')).work;
    const { number } = await readPrintBatch(ctx, id);
    const rows = (await listAddresses(ctx, id)).map(({ position, reference, name, pages }) => [
      String(position),
      reference ?? print.noCase,
      name,
      String(sheetsOf(pages)),
    ]);
    c.header('content-type', 'text/csv; charset=utf-8');
    c.header('content-disposition', `attachment; filename="${print.csvName(number)}"`);
    c.header('cache-control', 'no-store');
    return c.body(csvOf([print.csvHead, ...rows]));
  });

  app.post(`${at}/handover`, async (c) => {
    const { ctx } = staffOf(c, 'print.mark');
    const batchId = idAt<'print-batch'>(c);
    const typed = typedIn(c);
    try {
      const done = await handOverBatch(ctx, { batchId, ...readTyped(typed) });
      if (done.kind === 'differs') {
        const { print } = words(c.get('language')).work;
        const message = print.differs(
          print.countEnvelopes(done.counted),
          String(done.expected),
          done.counted < done.expected,
        );
        return await batchPage(c, { typed, problem: { path: 'count', message } }, 422);
      }
      const told = done.kind === 'already' ? 'handedBefore' : 'handed';
      return c.redirect(`/print/batches/${batchId}?told=${told}`, 303);
    } catch (error) {
      if (!isDeskError(error) || error.code !== 'invalid') throw error;
      const path = fieldOf[error.publicKey] ?? 'count';
      return batchPage(c, { typed, problem: { path, message: errorWords(error, c.get('language')) } }, 422);
    }
  });
  return app;
}

const fieldOf: Readonly<Record<string, string>> = {
  'handed-to-missing': 'handedTo',
  'handed-at-wrong': 'handedOn',
};

function typedIn(c: DeskRequest): HandOverForm {
  const form = c.get('form');
  const spoiled = Object.keys(form).flatMap((name): [string, SpoiledWhy][] => {
    const why = spoiledWhys.find((one) => one === textOf(form, name));
    return name.startsWith('spoiled.') && why ? [[name.slice('spoiled.'.length), why]] : [];
  });
  return {
    count: textOf(form, 'count'),
    handedTo: textOf(form, 'handedTo'),
    handedOn: textOf(form, 'handedOn'),
    handedAt: textOf(form, 'handedAt'),
    spoiled: Object.fromEntries(spoiled),
  };
}

function readTyped({ count, handedTo, handedOn, handedAt, spoiled }: HandOverForm) {
  return {
    count: /^\d{1,5}$/.test(count) ? Number(count) : Number.NaN,
    handedTo,
    handedAt: momentOf(handedOn, handedAt),
    spoiled: Object.entries(spoiled).map(([id, why]) => ({ id: id as PostingId, why })),
  };
}

function momentOf(day: string, time: string): Date {
  const [, hour, minute] = /^(\d{1,2})\s*[:hH]\s*(\d{2})$/.exec(time) ?? [];
  try {
    return instantOn(day, Number(hour), Number(minute));
  } catch {
    throw new DeskError('invalid', 'handed-at-wrong');
  }
}

async function batchPage(
  c: DeskRequest,
  more: { told?: string; typed?: HandOverForm; problem?: { path: string; message: string } },
  status = 200,
): Promise<Response> {
  const { ctx, actor } = staffOf(c, 'print.list');
  const language = c.get('language');
  const batch: PrintBatch = await readPrintBatch(ctx, idAt<'print-batch'>(c));
  const prints = batch.takenBy.staffId === actor.staffId || actor.roles.includes('supervisor');
  return draw(
    c,
    {
      title: words(language).work.print.batchTitle(batch.number),
      current: 'print',
      status,
      hasErrors: more.problem !== undefined,
      here: `/print/batches/${batch.id}`,
    },
    <BatchPage
      language={language}
      csrf={c.get('csrf')}
      catalogue={ctx.catalogue}
      now={ctx.clock.now()}
      batch={batch}
      prints={prints}
      {...more}
    />,
  );
}
