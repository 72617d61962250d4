import {
  addTeam,
  changeTeam,
  listCalendarDays,
  listStaffedTeams,
  setCalendarDay,
  type StaffedTeam,
  withdrawCalendarDay,
} from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { Button, CsrfField, formatDay, Table, words } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskEnv } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { idAt } from '../frame/id-at.ts';
import { MarkButton } from '../frame/mark-button.tsx';
import { textOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';
import { TextLine } from './check-list.tsx';
import { numberOr } from './read-staff-form.ts';

/** Names teams and says how much they hold, and on which days the body is closed. */
export function teamRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();

  app.get('/supervisor/teams', async (c) => {
    const language = c.get('language');
    const { teams } = words(language).work.people;
    const all = await listStaffedTeams(staffOf(c).ctx);
    return draw(
      c,
      { title: teams.title, current: 'supervisor' },
      <>
        <h1>{teams.title}</h1>
        <Table
          caption={teams.title}
          captionHidden
          empty={teams.nobody}
          stacked
          columns={[
            { label: teams.title },
            { label: teams.capacity, numeric: true },
            { label: teams.untouched, numeric: true },
            { label: teams.members },
            { label: teams.change },
          ]}
          rows={all.map((team) => ({
            cells: [
              team.name[language],
              team.capacity,
              team.untouchedDays ?? '–',
              team.members.join(', ') || teams.nobody,
              <TeamForm team={team} language={language} csrf={c.get('csrf')} />,
            ],
          }))}
        />
        <h2>{teams.add}</h2>
        <form method="post" action="/supervisor/teams" class="form form-dense">
          <CsrfField token={c.get('csrf')} />
          <TextLine id="code" label={teams.code} />
          <TextLine id="fr" label={teams.nameFr} />
          <TextLine id="en" label={teams.nameEn} />
          <Button>{teams.add}</Button>
        </form>
      </>,
    );
  });

  app.post('/supervisor/teams', async (c) => {
    const form = c.get('form');
    await addTeam(staffOf(c).ctx, textOf(form, 'code'), { fr: textOf(form, 'fr'), en: textOf(form, 'en') });
    return c.redirect('/supervisor/teams', 303);
  });
  app.post('/supervisor/teams/:code', async (c) => {
    const [form, code] = [c.get('form'), c.req.param('code')];
    await changeTeam(staffOf(c).ctx, {
      code,
      name: { fr: textOf(form, `${code}-fr`), en: textOf(form, `${code}-en`) },
      capacity: numberOr(textOf(form, `${code}-capacity`), Number.NaN),
      untouchedDays: numberOr(textOf(form, `${code}-untouched`), null),
    });
    return c.redirect('/supervisor/teams', 303);
  });

  app.get('/supervisor/days', async (c) => {
    const { days } = words(c.get('language')).work.people;
    const csrf = c.get('csrf');
    const all = await listCalendarDays(staffOf(c).ctx);
    return draw(
      c,
      { title: days.title, current: 'supervisor' },
      <>
        <h1>{days.title}</h1>
        <p class="quiet">{days.lead}</p>
        <form method="post" action="/supervisor/days" class="form form-dense">
          <CsrfField token={csrf} />
          <TextLine id="day" label={days.day} />
          <div class="field">
            <label class="label" for="open">
              {days.what}
            </label>
            <select class="input" id="open" name="open">
              <option value="no">{days.closed}</option>
              <option value="yes">{days.open}</option>
            </select>
          </div>
          <TextLine id="why" label={days.why} />
          <Button>{days.add}</Button>
        </form>
        <Table
          caption={days.list}
          empty={days.list}
          stacked
          columns={[
            { label: days.list },
            { label: days.what },
            { label: days.why },
            { label: days.withdraw },
          ]}
          rows={all.map(({ day, isOpen, own }) => ({
            cells: [
              formatDay(day, c.get('language')),
              isOpen ? days.open : days.closed,
              own ? days.saidBy(own.name, own.by) : days.usual,
              own ? (
                <MarkButton
                  action={`/supervisor/days/${own.id}/withdrawal`}
                  csrf={csrf}
                  label={days.withdraw}
                  of={formatDay(day, c.get('language'))}
                />
              ) : (
                ''
              ),
            ],
          }))}
        />
      </>,
    );
  });

  app.post('/supervisor/days', async (c) => {
    const form = c.get('form');
    const isOpen = textOf(form, 'open') === 'yes';
    await setCalendarDay(staffOf(c).ctx, { day: textOf(form, 'day'), isOpen, name: textOf(form, 'why') });
    return c.redirect('/supervisor/days', 303);
  });
  app.post('/supervisor/days/:id/withdrawal', async (c) => {
    await withdrawCalendarDay(staffOf(c).ctx, idAt<'calendar-day'>(c));
    return c.redirect('/supervisor/days', 303);
  });
  return app;
}

function TeamForm({ team, language, csrf }: { team: StaffedTeam; language: Language; csrf: string }) {
  const { teams } = words(language).work.people;
  const { code } = team;
  return (
    <details class="details fold">
      <summary aria-label={`${teams.change} : ${team.name[language]}`}>{teams.change}</summary>
      <form method="post" action={`/supervisor/teams/${code}`} class="form form-dense">
        <CsrfField token={csrf} />
        <TextLine id={`${code}-fr`} label={teams.nameFr} value={team.name.fr} />
        <TextLine id={`${code}-en`} label={teams.nameEn} value={team.name.en} />
        <TextLine id={`${code}-capacity`} label={teams.capacity} value={String(team.capacity)} />
        <TextLine
          id={`${code}-untouched`}
          label={teams.untouched}
          hint={teams.untouchedHint}
          value={team.untouchedDays === null ? '' : String(team.untouchedDays)}
        />
        <Button kind="secondary">{teams.change}</Button>
      </form>
    </details>
  );
}
