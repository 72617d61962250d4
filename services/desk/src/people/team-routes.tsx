import {
  addTeam,
  changeTeam,
  listCalendarDays,
  listStaffedTeams,
  readStaff,
  setCalendarDay,
  withdrawCalendarDay,
} from '@guichet/casework';
import { DeskError } from '@guichet/kernel';
import { type FieldProblem, words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { formProblem, problemFacts } from '../frame/form-problem.tsx';
import { idAt } from '../frame/id-at.ts';
import { textOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';
import { DaysPage } from './days-page.tsx';
import { numberOr } from './read-staff-form.ts';
import { TeamsPage } from './teams-page.tsx';

/** Names teams and says how much they hold, and on which days the body is closed. */
export function teamRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get('/supervisor/teams', (c) => teamsPage(c));
  app.post('/supervisor/teams', async (c) => {
    const { ctx } = staffOf(c, 'staff.write');
    const form = c.get('form');
    const name = { fr: textOf(form, 'fr'), en: textOf(form, 'en') };
    const at = { 'name-missing': name.fr === '' ? 'fr' : 'en' };
    const problem = await formProblem(c, { at, usual: 'code' }, async () => {
      if (!(await addTeam(ctx, textOf(form, 'code'), name)))
        throw new DeskError('conflict', 'team-code-taken');
    });
    return problem ? teamsPage(c, problem) : c.redirect('/supervisor/teams', 303);
  });
  app.post('/supervisor/teams/:code', async (c) => {
    const { ctx } = staffOf(c, 'staff.write');
    const [form, code] = [c.get('form'), c.req.param('code')];
    const name = { fr: textOf(form, `${code}-fr`), en: textOf(form, `${code}-en`) };
    const at = {
      'name-missing': name.fr === '' ? `${code}-fr` : `${code}-en`,
      'capacity-out-of-range': `${code}-capacity`,
      'untouched-out-of-range': `${code}-untouched`,
    };
    const problem = await formProblem(c, { at, usual: `${code}-fr` }, () =>
      changeTeam(ctx, {
        code,
        name,
        capacity: numberOr(textOf(form, `${code}-capacity`), Number.NaN),
        untouchedDays: numberOr(textOf(form, `${code}-untouched`), null),
      }),
    );
    return problem ? teamsPage(c, problem) : c.redirect('/supervisor/teams', 303);
  });

  app.get('/supervisor/days', (c) => daysPage(c));
  app.post('/supervisor/days', async (c) => {
    const { ctx } = staffOf(c, 'calendar.write');
    const form = c.get('form');
    const day = {
      day: textOf(form, 'day'),
      isOpen: textOf(form, 'open') === 'yes',
      name: textOf(form, 'why'),
    };
    const at = { 'calendar-name-missing': 'why' };
    const problem = await formProblem(c, { at, usual: 'day' }, () => setCalendarDay(ctx, day));
    return problem ? daysPage(c, problem) : c.redirect('/supervisor/days', 303);
  });
  app.post('/supervisor/days/:id/withdrawal', async (c) => {
    await withdrawCalendarDay(staffOf(c).ctx, idAt<'calendar-day'>(c));
    return c.redirect('/supervisor/days', 303);
  });
  return app;
}

async function teamsPage(c: DeskRequest, problem?: FieldProblem): Promise<Response> {
  const { ctx, actor } = staffOf(c, 'staff.read');
  const [teams, own] = await Promise.all([listStaffedTeams(ctx), readStaff(ctx, actor.staffId)]);
  return draw(
    c,
    {
      title: words(c.get('language')).work.people.teams.title,
      current: 'supervisor',
      here: '/supervisor/teams',
      ...problemFacts(problem),
    },
    <TeamsPage
      language={c.get('language')}
      csrf={c.get('csrf')}
      teams={teams}
      adds={own.wholeBody}
      form={c.get('form')}
      problem={problem}
    />,
  );
}

async function daysPage(c: DeskRequest, problem?: FieldProblem): Promise<Response> {
  const { ctx } = staffOf(c, 'staff.read');
  return draw(
    c,
    {
      title: words(c.get('language')).work.people.days.title,
      current: 'supervisor',
      here: '/supervisor/days',
      ...problemFacts(problem),
    },
    <DaysPage
      language={c.get('language')}
      csrf={c.get('csrf')}
      days={await listCalendarDays(ctx)}
      form={c.get('form')}
      problem={problem}
    />,
  );
}
