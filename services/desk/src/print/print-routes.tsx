import { listPrintBatches, listPrintQueue, takePrintBatch } from '@guichet/casework';
import { isDeskError, isId, newId, type PrintBatchId } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskEnv } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { textOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';
import { batchRoutes } from './batch-routes.tsx';
import { PrintPage } from './print-page.tsx';
import { returnedRoutes } from './returned-routes.tsx';

/** Shows what waits to be printed and the batches taken of it, and takes the next batch. */
export function printRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get('/print', async (c) => {
    const { ctx } = staffOf(c, 'print.list');
    const language = c.get('language');
    const { print } = words(language).work;
    return draw(
      c,
      { title: print.title, current: 'print' },
      <PrintPage
        language={language}
        csrf={c.get('csrf')}
        catalogue={ctx.catalogue}
        now={ctx.clock.now()}
        queue={await listPrintQueue(ctx)}
        batches={await listPrintBatches(ctx)}
        nextBatch={newId<'print-batch'>()}
        {...(c.req.query('told') === 'none' ? { told: print.told.none } : {})}
      />,
    );
  });

  app.post('/print/batches', async (c) => {
    const { ctx } = staffOf(c, 'print.mark');
    const named = textOf(c.get('form'), 'batch');
    // A page kept from before the batch had a name still takes one.
    const batchId = (isId(named) ? named : newId<'print-batch'>()) as PrintBatchId;
    try {
      const taken = await takePrintBatch(ctx, { batchId });
      return c.redirect(`/print/batches/${batchId}?told=${taken.kind}`, 303);
    } catch (error) {
      if (!isDeskError(error) || error.publicKey !== 'nothing-to-print') throw error;
      return c.redirect('/print?told=none', 303);
    }
  });

  app.route('/', batchRoutes());
  app.route('/', returnedRoutes());
  return app;
}
