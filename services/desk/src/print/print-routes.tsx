import { listPrintQueue, markPrinted, readLetterToPrint } from '@guichet/casework';
import { formatReference } from '@guichet/kernel';
import { Notice, Table, words } from '@guichet/pages';
import { storedFile } from '@guichet/platform/http';
import { Hono } from 'hono';
import type { DeskEnv } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { idAt } from '../frame/id-at.ts';
import { MarkButton } from '../frame/mark-button.tsx';
import { serviceName } from '../frame/service-name.ts';
import { waited } from '../frame/waited.ts';
import { staffOf } from '../session/require-staff.ts';

/** Lists the letters to print, gives each as a PDF, and takes the printed ones off the list. */
export function printRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get('/print', async (c) => {
    const { ctx } = staffOf(c);
    const letters = await listPrintQueue(ctx);
    const language = c.get('language');
    const { desk, work } = words(language);
    const purposes: Readonly<Record<string, string>> = work.case.purpose;
    return draw(
      c,
      { title: work.print.title, current: 'print' },
      <>
        <h1>{work.print.title}</h1>
        <p class="quiet">{work.print.lead}</p>
        {c.req.query('told') === 'marked' ? (
          <Notice language={language} kind="success">
            {work.print.marked}
          </Notice>
        ) : null}
        <Table
          caption={work.print.title}
          captionHidden
          empty={work.print.none}
          columns={[
            { label: desk.queue.reference },
            { label: desk.queue.service },
            { label: desk.case.replies },
            { label: work.print.queued, numeric: true },
            { label: work.print.openPdf },
            { label: work.print.mark },
          ]}
          rows={letters.map((letter) => ({
            cells: [
              <span class="code">{formatReference(letter.reference)}</span>,
              serviceName(ctx.catalogue, letter.serviceCode, language),
              purposes[letter.purpose] ?? letter.purpose,
              waited(letter.queuedAt, ctx.clock.now(), language),
              <a
                href={`/print/${letter.deliveryId}/letter.pdf`}
                aria-label={`${work.print.openPdf} : ${letter.reference}`}
              >
                {work.print.openPdf}
              </a>,
              <MarkButton
                action={`/print/${letter.deliveryId}/printing`}
                csrf={c.get('csrf')}
                label={work.print.mark}
                of={formatReference(letter.reference)}
              />,
            ],
          }))}
        />
      </>,
    );
  });

  app.get('/print/:id/letter.pdf', async (c) => {
    const bytes = await readLetterToPrint(staffOf(c).ctx, idAt<'delivery'>(c));
    return storedFile(c, { bytes, mediaType: 'application/pdf', fileName: 'lettre.pdf' });
  });

  app.post('/print/:id/printing', async (c) => {
    await markPrinted(staffOf(c).ctx, idAt<'delivery'>(c));
    return c.redirect('/print?told=marked', 303);
  });
  return app;
}
