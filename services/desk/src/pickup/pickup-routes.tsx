import { listPickups, markPickedUp } from '@guichet/casework';
import { formatReference } from '@guichet/kernel';
import { Notice, Table, words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskEnv } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { idAt } from '../frame/id-at.ts';
import { MarkButton } from '../frame/mark-button.tsx';
import { serviceName } from '../frame/service-name.ts';
import { waited } from '../frame/waited.ts';
import { staffOf } from '../session/require-staff.ts';

/** Lists the replies that wait at the counter, and takes those handed over off the list. */
export function pickupRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get('/pickup', async (c) => {
    const { ctx } = staffOf(c);
    const pickups = await listPickups(ctx);
    const language = c.get('language');
    const { desk, work } = words(language);
    const purposes: Readonly<Record<string, string>> = work.case.purpose;
    return draw(
      c,
      { title: work.pickup.title, current: 'pickup' },
      <>
        <h1>{work.pickup.title}</h1>
        <p class="quiet">{work.pickup.lead}</p>
        {c.req.query('told') === 'marked' ? (
          <Notice language={language} kind="success">
            {work.pickup.marked}
          </Notice>
        ) : null}
        <Table
          caption={work.pickup.title}
          captionHidden
          empty={work.pickup.none}
          columns={[
            { label: desk.queue.reference },
            { label: desk.queue.service },
            { label: desk.case.replies },
            { label: work.pickup.since, numeric: true },
            { label: work.pickup.mark },
          ]}
          rows={pickups.map((pickup) => ({
            href: `/cases/${pickup.reference}`,
            cells: [
              <span class="code">{formatReference(pickup.reference)}</span>,
              serviceName(ctx.catalogue, pickup.serviceCode, language),
              purposes[pickup.purpose] ?? pickup.purpose,
              waited(pickup.since, ctx.clock.now(), language),
              <MarkButton
                action={`/pickup/${pickup.deliveryId}/handover`}
                csrf={c.get('csrf')}
                label={work.pickup.mark}
                of={formatReference(pickup.reference)}
              />,
            ],
          }))}
        />
      </>,
    );
  });

  app.post('/pickup/:id/handover', async (c) => {
    await markPickedUp(staffOf(c).ctx, idAt<'delivery'>(c));
    return c.redirect('/pickup?told=marked', 303);
  });
  return app;
}
