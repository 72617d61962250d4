import { type FieldProblem, words } from '@guichet/pages';
import type { DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { staffOf } from '../session/require-staff.ts';
import type { ResumeTyped } from './resume-form.tsx';
import { ServicesPage } from './services-page.tsx';

export interface ServicesAnswer {
  typed?: ResumeTyped;
  problems?: FieldProblem[];
  status?: number;
}

/** Answers with the counter's first page, and what is wrong with the number and the code typed there. */
export function servicesPage(
  c: DeskRequest,
  { typed = { number: '', code: '' }, problems = [], status = 422 }: ServicesAnswer = {},
): Response | Promise<Response> {
  const { ctx } = staffOf(c, 'counter.serve');
  const language = c.get('language');
  return draw(
    c,
    {
      title: words(language).stations.counter.title,
      current: 'counter',
      status: problems.length > 0 ? status : 200,
      hasErrors: problems.length > 0,
      here: '/counter',
    },
    <ServicesPage
      language={language}
      catalogue={ctx.catalogue}
      csrf={c.get('csrf')}
      typed={typed}
      problems={problems}
    />,
  );
}
