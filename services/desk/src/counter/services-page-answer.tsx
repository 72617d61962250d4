import { listCounters, listPlaces, readDeskLine, readVisit } from '@guichet/casework';
import { type FieldProblem, words } from '@guichet/pages';
import type { DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { staffOf } from '../session/require-staff.ts';
import type { FindTyped } from './line/find-form.tsx';
import type { ResumeTyped } from './resume-form.tsx';
import { ServicesPage } from './services-page.tsx';

export interface ServicesAnswer {
  typed?: ResumeTyped;
  problems?: FieldProblem[];
  status?: number;
  /** What was typed to find a service, when it led to none or to several. */
  find?: FindTyped;
}

/** Answers with the counter's first page: the line and who is at the counter, and what is wrong with what was typed there. */
export async function servicesPage(
  c: DeskRequest,
  { typed = { number: '', code: '' }, problems = [], status = 422, find }: ServicesAnswer = {},
): Promise<Response> {
  const { ctx, actor } = staffOf(c, 'counter.serve');
  const language = c.get('language');
  const isRefused = problems.length > 0 || find !== undefined;
  const line = await readDeskLine(ctx);
  const serving = line?.atHand?.state === 'serving' ? line.atHand.visitId : undefined;
  const place = line && (await listPlaces(ctx)).find(({ id }) => id === line.counter.placeId);
  return draw(
    c,
    {
      title: words(language).stations.counter.title,
      current: 'counter',
      status: isRefused ? status : 200,
      hasErrors: isRefused,
      here: '/counter',
    },
    <ServicesPage
      language={language}
      catalogue={ctx.catalogue}
      csrf={c.get('csrf')}
      typed={typed}
      problems={problems}
      now={ctx.clock.now()}
      line={line}
      visit={serving && (await readVisit(ctx, serving))}
      counters={line ? [] : await listCounters(ctx)}
      priorityMinutes={place?.priorityMinutes ?? 0}
      manages={actor.roles.includes('supervisor')}
      find={find}
      told={toldWords(c)}
    />,
  );
}

function toldWords(c: DeskRequest): string | undefined {
  const { line, seat } = words(c.get('language')).work.visits;
  const told = c.req.method === 'GET' ? c.req.query('told') : undefined;
  if (told === 'empty') return line.noneForYou;
  if (told === 'counted') return line.counted;
  if (told === 'left') return seat.left;
  return told !== undefined && /^[A-Z]\d{3,5}$/.test(told) ? line.given(told) : undefined;
}
