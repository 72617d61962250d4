import {
  cancelAbsence,
  changeStaff,
  disableStaff,
  enableStaff,
  hireStaff,
  listKeysOfStaff,
  listStaff,
  listStaffedTeams,
  planAbsence,
  readStaff,
  resetPassword,
  setWholeBody,
} from '@guichet/casework';
import { DeskError, languageOr } from '@guichet/kernel';
import { Panel, words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { formProblem, problemFacts } from '../frame/form-problem.tsx';
import { idAt } from '../frame/id-at.ts';
import { textOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';
import { PersonPage, type PersonPageProps } from './person-page.tsx';
import { readStaffForm, staffControls, staffTyped } from './read-staff-form.ts';
import { StaffPage, type StaffPageProps } from './staff-page.tsx';

/** Adds colleagues, says what they can take and when they are away, and closes accounts. */
export function staffRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const person = (c: DeskRequest) => `/supervisor/staff/${idAt<'staff'>(c)}?told=saved`;

  app.get('/supervisor/staff', (c) => staffPage(c));

  app.post('/supervisor/staff', async (c) => {
    const { ctx } = staffOf(c, 'staff.write');
    const form = c.get('form');
    const facts = {
      ...readStaffForm(form),
      signIn: textOf(form, 'signIn'),
      language: languageOr(textOf(form, 'language')),
    };
    const typed = { ...staffTyped(form), signIn: facts.signIn, language: facts.language };
    let password = '';
    const problem = await formProblem(c, { at: staffControls, usual: 'name' }, async () => {
      const hired = await hireStaff(ctx, facts);
      if (hired.kind === 'already') throw new DeskError('conflict', 'sign-in-taken');
      password = hired.password;
    });
    return problem ? staffPage(c, { typed, problem }) : passwordPage(c, facts.name, password);
  });

  app.get('/supervisor/staff/:id', (c) => {
    const { saved } = words(c.get('language')).work.people.staff;
    return personPage(c, c.req.query('told') === 'saved' ? { told: saved } : {});
  });

  app.post('/supervisor/staff/:id', async (c) => {
    const { ctx } = staffOf(c, 'staff.write');
    const form = c.get('form');
    const problem = await formProblem(c, { at: staffControls, usual: 'name' }, () =>
      changeStaff(ctx, { staffId: idAt<'staff'>(c), ...readStaffForm(form) }),
    );
    return problem ? personPage(c, { typed: staffTyped(form), problem }) : c.redirect(person(c), 303);
  });
  for (const [path, answers] of [
    ['whole-body', true],
    ['own-teams', false],
  ] as const)
    app.post(`/supervisor/staff/:id/${path}`, async (c) => {
      await setWholeBody(staffOf(c).ctx, idAt<'staff'>(c), answers);
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
    const [from, to] = [textOf(form, 'from'), textOf(form, 'to')];
    const problem = await formProblem(c, { usual: 'from' }, () =>
      planAbsence(staffOf(c).ctx, { staffId: idAt<'staff'>(c), fromOn: from, toOn: to }),
    );
    return problem ? personPage(c, { typedAbsence: { from, to }, problem }) : c.redirect(person(c), 303);
  });
  app.post('/supervisor/staff/:id/absences/:absence/cancellation', async (c) => {
    await cancelAbsence(staffOf(c).ctx, idAt<'absence'>(c, 'absence'));
    return c.redirect(person(c), 303);
  });
  return app;
}

async function staffPage(c: DeskRequest, refused: Pick<StaffPageProps, 'typed' | 'problem'> = {}) {
  const { ctx } = staffOf(c, 'staff.read');
  const language = c.get('language');
  const [staff, teams] = await Promise.all([listStaff(ctx), listStaffedTeams(ctx)]);
  const props = { language, csrf: c.get('csrf'), catalogue: ctx.catalogue, teams, staff, ...refused };
  const { title } = words(language).work.people.staff;
  return draw(
    c,
    { title, current: 'supervisor', here: '/supervisor/staff', ...problemFacts(refused.problem) },
    <StaffPage {...props} />,
  );
}

type Shown = Pick<PersonPageProps, 'told' | 'typed' | 'typedAbsence' | 'problem'>;

async function personPage(c: DeskRequest, shown: Shown = {}): Promise<Response> {
  const { ctx, actor } = staffOf(c, 'staff.read');
  const id = idAt<'staff'>(c);
  const [found, teams, keys] = await Promise.all([
    readStaff(ctx, id),
    listStaffedTeams(ctx),
    listKeysOfStaff(ctx, id),
  ]);
  const own = found.id === actor.staffId ? found : await readStaff(ctx, actor.staffId);
  return draw(
    c,
    {
      title: found.name,
      current: 'supervisor',
      here: `/supervisor/staff/${found.id}`,
      ...problemFacts(shown.problem),
    },
    <PersonPage
      language={c.get('language')}
      csrf={c.get('csrf')}
      catalogue={ctx.catalogue}
      teams={teams}
      person={found}
      isOwn={found.id === actor.staffId}
      givesWholeBody={own.wholeBody}
      keys={keys}
      {...shown}
    />,
  );
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
