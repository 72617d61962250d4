import {
  cancelAbsence,
  changeStaff,
  disableStaff,
  enableStaff,
  hireStaff,
  listStaff,
  listStaffedTeams,
  planAbsence,
  readStaff,
  resetPassword,
} from '@guichet/casework';
import { languageOr } from '@guichet/kernel';
import { Panel, words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { idAt } from '../frame/id-at.ts';
import { textOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';
import { PersonPage } from './person-page.tsx';
import { readStaffForm } from './read-staff-form.ts';
import { StaffPage } from './staff-page.tsx';

/** Adds colleagues, says what they can take and when they are away, and closes accounts. */
export function staffRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const person = (c: DeskRequest) => `/supervisor/staff/${idAt<'staff'>(c)}?told=saved`;

  app.get('/supervisor/staff', async (c) => {
    const { ctx } = staffOf(c, 'staff.read');
    const language = c.get('language');
    const { staff } = words(language).work.people;
    const [all, teams] = await Promise.all([listStaff(ctx), listStaffedTeams(ctx)]);
    const told = c.req.query('told') === 'already' ? { told: staff.already } : {};
    const props = { language, csrf: c.get('csrf'), catalogue: ctx.catalogue, teams, staff: all, ...told };
    return draw(c, { title: staff.title, current: 'supervisor' }, <StaffPage {...props} />);
  });

  app.post('/supervisor/staff', async (c) => {
    const { ctx } = staffOf(c, 'staff.write');
    const form = c.get('form');
    const facts = {
      ...readStaffForm(form),
      signIn: textOf(form, 'signIn'),
      language: languageOr(textOf(form, 'language')),
    };
    const hired = await hireStaff(ctx, facts);
    if (hired.kind === 'already') return c.redirect('/supervisor/staff?told=already', 303);
    return passwordPage(c, facts.name, hired.password);
  });

  app.get('/supervisor/staff/:id', async (c) => {
    const { ctx, actor } = staffOf(c, 'staff.read');
    const language = c.get('language');
    const [found, teams] = await Promise.all([readStaff(ctx, idAt<'staff'>(c)), listStaffedTeams(ctx)]);
    const told = c.req.query('told') === 'saved' ? { told: words(language).work.people.staff.saved } : {};
    return draw(
      c,
      { title: found.name, current: 'supervisor' },
      <PersonPage
        language={language}
        csrf={c.get('csrf')}
        catalogue={ctx.catalogue}
        teams={teams}
        person={found}
        isOwn={found.id === actor.staffId}
        {...told}
      />,
    );
  });

  app.post('/supervisor/staff/:id', async (c) => {
    await changeStaff(staffOf(c).ctx, { staffId: idAt<'staff'>(c), ...readStaffForm(c.get('form')) });
    return c.redirect(person(c), 303);
  });
  app.post('/supervisor/staff/:id/password', async (c) => {
    const { ctx } = staffOf(c, 'staff.write');
    const { name } = await readStaff(ctx, idAt<'staff'>(c));
    return passwordPage(c, name, await resetPassword(ctx, idAt<'staff'>(c)));
  });
  app.post('/supervisor/staff/:id/closure', async (c) => {
    await disableStaff(staffOf(c).ctx, idAt<'staff'>(c));
    return c.redirect(person(c), 303);
  });
  app.post('/supervisor/staff/:id/opening', async (c) => {
    await enableStaff(staffOf(c).ctx, idAt<'staff'>(c));
    return c.redirect(person(c), 303);
  });
  app.post('/supervisor/staff/:id/absences', async (c) => {
    const form = c.get('form');
    const days = { fromOn: textOf(form, 'from'), toOn: textOf(form, 'to') };
    await planAbsence(staffOf(c).ctx, { staffId: idAt<'staff'>(c), ...days });
    return c.redirect(person(c), 303);
  });
  app.post('/supervisor/staff/:id/absences/:absence/cancellation', async (c) => {
    await cancelAbsence(staffOf(c).ctx, idAt<'absence'>(c, 'absence'));
    return c.redirect(person(c), 303);
  });
  return app;
}

/** Shows a temporary password, once: the page is stored nowhere, and drawn again it would be another. */
function passwordPage(c: DeskRequest, name: string, password: string): Response | Promise<Response> {
  const language = c.get('language');
  const { staff } = words(language).work.people;
  return draw(
    c,
    { title: staff.passwordTitle, current: 'supervisor', here: '/supervisor/staff' },
    <>
      <Panel title={staff.passwordTitle}>
        <p class="code">{password}</p>
      </Panel>
      <p>{staff.password(name)}</p>
      <p>
        <a href="/supervisor/staff">{staff.back}</a>
      </p>
    </>,
  );
}
