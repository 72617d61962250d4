import { addPlace, addStaff } from '@guichet/casework';
import { createLogger } from '@guichet/platform';
import { expect, it } from 'vitest';
import { visit } from '../../../../tests/support/desk-visitor.ts';
import { openedCases } from '../../../../tests/support/opened-cases.ts';
import { testPassword, useDesk } from '../../../../tests/support/test-desk.ts';
import { createApp } from '../app.tsx';

const desk = await useDesk();
await addStaff(desk.ctx, {
  signIn: 'directrice',
  name: 'Directrice',
  password: testPassword,
  language: 'fr',
  roles: ['supervisor', 'agent'],
  teams: ['voirie'],
  wholeBody: true,
});
await desk.staff('agente', ['agent'], ['voirie']);
await addPlace(desk.ctx, {
  code: 'mairie',
  name: { fr: 'Mairie', en: 'Town hall' },
  timeZone: 'America/Toronto',
});
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });
const visitor = visit(app);
await visitor.signIn('directrice', testPassword);
const staffPage = await visitor.get('/supervisor/staff');
const agentPath = /href="(\/supervisor\/staff\/[^"]+)">agente</.exec(staffPage.html)?.[1] ?? '';

const roles = ['agent'];
const person = { name: 'Nom gardé', roles, every: 'no', languages: ['fr'], clearance: 'sensitive' };
const forms: {
  what: string;
  page: string;
  action: string;
  fields: Record<string, string | string[]>;
  kept: string[];
  at: string;
}[] = [
  {
    what: 'a colleague to add',
    page: '/supervisor/staff',
    action: '/supervisor/staff',
    fields: { ...person, signIn: 'É mauvais', teams: ['voirie'], language: 'en', capacity: 'sept' },
    kept: ['value="Nom gardé"', 'value="É mauvais"', 'value="sept"'],
    at: 'signIn',
  },
  {
    what: 'a colleague to change',
    page: agentPath,
    action: agentPath,
    fields: { ...person, roles: [], teams: ['voirie'], capacity: '12' },
    kept: ['value="Nom gardé"', 'value="12"'],
    at: 'roles',
  },
  {
    what: 'an absence',
    page: agentPath,
    action: `${agentPath}/absences`,
    fields: { from: '2099-05-02', to: '2099-05-01' },
    kept: ['value="2099-05-02"', 'value="2099-05-01"'],
    at: 'from',
  },
  {
    what: 'a team to add',
    page: '/supervisor/teams',
    action: '/supervisor/teams',
    fields: { code: 'Mauvais code', fr: 'Nom gardé', en: 'Kept name' },
    kept: ['value="Mauvais code"', 'value="Nom gardé"', 'value="Kept name"'],
    at: 'code',
  },
  {
    what: 'a team to change',
    page: '/supervisor/teams',
    action: '/supervisor/teams/voirie',
    fields: {
      'voirie-fr': 'Nom gardé',
      'voirie-en': 'Kept name',
      'voirie-capacity': '0',
      'voirie-untouched': '3',
    },
    kept: ['value="Nom gardé"', 'value="0"', 'value="3"'],
    at: 'voirie-capacity',
  },
  {
    what: 'a closed day',
    page: '/supervisor/days',
    action: '/supervisor/days',
    fields: { day: '2001-01-01', open: 'yes', why: 'Motif gardé' },
    kept: ['value="2001-01-01"', 'value="Motif gardé"', 'value="yes" selected'],
    at: 'day',
  },
  {
    what: 'a place',
    page: '/supervisor/counters',
    action: '/supervisor/places',
    fields: { code: 'é', fr: 'Nom gardé', en: 'Kept name', zone: 'America/Nowhere' },
    kept: ['value="Nom gardé"', 'value="Kept name"', 'value="America/Nowhere"'],
    at: 'place-code',
  },
  {
    what: 'a counter',
    page: '/supervisor/counters',
    action: '/supervisor/counters',
    fields: { name: 'Un nom de guichet trop long' },
    kept: ['value="Un nom de guichet trop long"'],
    at: 'counter-mairie',
  },
];

it.each(forms)('$what that is refused is shown again with what was typed', async (form) => {
  await visitor.get(form.page);
  const shown = await visitor.send(form.action, form.fields);
  expect(shown.status).toBe(422);
  expect(shown.html).toContain('class="error-summary"');
  expect(shown.html).toContain(`href="#${form.at}"`);
  expect(shown.html).toContain(`id="${form.at}"`);
  expect(shown.html).toMatch(/<title>Erreur/);
  for (const text of form.kept) expect(shown.html, text).toContain(text);
});

it('a move of several cases without a reason begins nothing, and keeps the cases, the team and the page', async () => {
  const [reference = ''] = await openedCases(desk, 1);
  await visitor.get('/?channel=web');
  const fields = { case: reference, act: 'move', 'act-team': 'greffe', 'act-reason': 'x' };
  const shown = await visitor.send('/queue/acts', fields);
  expect(shown.status).toBe(422);
  expect(shown.html).toContain('href="#act-reason"');
  expect(shown.html).toContain(`value="${reference}" checked`);
  expect(shown.html).toContain('value="greffe" selected');
  expect(shown.html).toMatch(/name="act-reason"[^>]*value="x"/);
  expect(shown.html).toContain('name="back" value="channel=web"');
  const [row] = await desk.database.adminSql`select team from cases where reference = ${reference}`;
  expect(row).toEqual({ team: 'voirie' });
});
