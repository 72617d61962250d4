import { readKeying, resetThreshold } from '@guichet/casework';
import { words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { textOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';
import { FiguresPage } from './figures-page.tsx';

/** Unit: days. Nobody's figures are looked at further back. */
const periods = [7, 30, 90] as const;
const usual = 30;

/** Shows a supervisor how well letters are read and keyed, and takes a threshold back that a mended reader needs no more. */
export function figuresRoutes({ share }: { share: number }): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get('/supervisor/mailroom', (c) => figuresPage(c, share, usual));
  for (const days of periods) app.get(`/supervisor/mailroom/${days}`, (c) => figuresPage(c, share, days));
  app.post('/supervisor/mailroom/threshold', async (c) => {
    await resetThreshold(staffOf(c, 'desk.supervise').ctx, textOf(c.get('form'), 'content'));
    return c.redirect('/supervisor/mailroom?told=reset', 303);
  });
  return app;
}

async function figuresPage(c: DeskRequest, share: number, days: number): Promise<Response> {
  const { ctx } = staffOf(c, 'desk.supervise');
  const language = c.get('language');
  const { figures } = words(language).work.station;
  return draw(
    c,
    { title: figures.title, current: 'supervisor' },
    <FiguresPage
      language={language}
      csrf={c.get('csrf')}
      catalogue={ctx.catalogue}
      report={await readKeying(ctx, { days })}
      share={share}
      days={days}
      periods={periods}
      told={c.req.query('told') === 'reset' ? figures.resetDone : undefined}
    />,
  );
}
