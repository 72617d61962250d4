import { readLine } from '@guichet/casework';
import { words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { staffOf } from '../session/require-staff.ts';
import { LinePage } from './line-page.tsx';

/** Unit: days. */
const periods = [7, 30, 90] as const;
const usual = 30;

/** Shows a supervisor what the telephone line hears about itself, over a period that its address names. */
export function lineRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get('/supervisor/line', (c) => linePage(c, usual));
  for (const days of periods) app.get(`/supervisor/line/${days}`, (c) => linePage(c, days));
  return app;
}

async function linePage(c: DeskRequest, days: number): Promise<Response> {
  const { ctx } = staffOf(c, 'desk.supervise');
  const language = c.get('language');
  const report = await readLine(ctx, { days });
  return draw(
    c,
    { title: words(language).work.line.title, current: 'supervisor' },
    <LinePage language={language} catalogue={ctx.catalogue} report={report} days={days} periods={periods} />,
  );
}
