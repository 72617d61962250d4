import { addStaff } from '@guichet/casework';
import { createLogger } from '@guichet/platform';
import { describe, expect, it } from 'vitest';
import { visit } from '../../../../tests/support/desk-visitor.ts';
import { openedCases } from '../../../../tests/support/opened-cases.ts';
import { testPassword, useDesk } from '../../../../tests/support/test-desk.ts';
import { createApp } from '../app.tsx';

const desk = await useDesk();
await desk.staff('cheffe', ['supervisor'], ['voirie']);
await desk.staff('agente', ['agent'], ['voirie']);
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });
const eventKinds = async (kind: string) =>
  (await desk.database.adminSql`select 1 from event where kind = ${kind}`).length;

async function signedIn(name: string) {
  const visitor = visit(app);
  await visitor.signIn(name, testPassword);
  return visitor;
}
async function open(): Promise<string> {
  const [reference = ''] = await openedCases(desk, 1);
  return reference;
}
const newcomer = {
  signIn: 'nouveau',
  name: 'Nouvelle Personne',
  language: 'fr',
  roles: ['agent'],
  teams: ['voirie'],
  every: 'yes',
  languages: ['fr', 'en'],
  clearance: 'personal',
  capacity: '3',
};

describe('a supervisor', () => {
  it('adds a colleague, who has to choose a password before anything else', async () => {
    const chief = await signedIn('cheffe');
    await chief.get('/supervisor/staff');
    const shown = await chief.send('/supervisor/staff', newcomer);
    const password = /<p class="code">([a-z0-9-]{19})<\/p>/.exec(shown.html)?.[1] ?? '';
    expect(password).not.toBe('');
    await chief.get('/supervisor/staff');
    expect((await chief.send('/supervisor/staff', newcomer)).html).toContain('déjà pris');
    expect(await eventKinds('staff.added'), 'with the two who were there').toBe(3);

    const visitor = visit(app);
    expect((await visitor.signIn('nouveau', password)).path).toBe('/account');
    expect((await visitor.get('/')).path).toBe('/account');
    const wrong = await visitor.send('/account/password', {
      current: password,
      next: 'court',
      again: 'court',
    });
    expect(wrong.status).toBe(422);
    const next = 'quatre mots faciles à retenir';
    expect(wrong.html, 'who gave the password is told').toContain('cheffe, ');
    const done = await visitor.send('/account/password', { current: password, next, again: next });
    expect(done.html).toContain('Votre mot de passe est changé');
    expect((await visitor.get('/')).path).toBe('/');
    expect(await eventKinds('staff.password-changed')).toBe(1);
    expect((await visit(app).signIn('nouveau', password)).status).toBe(403);
  });

  it('ends a colleague’s sessions at once by closing the account', async () => {
    const chief = await signedIn('cheffe');
    const agent = await signedIn('agente');
    const list = await chief.get('/supervisor/staff');
    const path = /href="(\/supervisor\/staff\/[^"]+)">agente</.exec(list.html)?.[1] ?? '';
    await chief.get(path);
    await chief.send(`${path}/closure`);
    await chief.post(`${path}/closure`, { _csrf: csrfIn((await chief.get(path)).html) });
    expect(await eventKinds('staff.disabled')).toBe(1);
    expect((await agent.get('/')).path).toBe('/sign-in');
    await chief.get(path);
    await chief.send(`${path}/opening`);
    expect((await agent.get('/')).path, 'an old session stays over').toBe('/sign-in');
    expect((await signedIn('agente')).cookies.size).toBeGreaterThan(0);
  });

  it('does not change their own account, nor names a privacy officer', async () => {
    const chief = await signedIn('cheffe');
    const list = await chief.get('/supervisor/staff');
    const own = /href="(\/supervisor\/staff\/[^"]+)">cheffe</.exec(list.html)?.[1] ?? '';
    const form = { ...newcomer, ['_csrf']: csrfIn(list.html) };
    expect((await chief.post(own, form)).status).toBe(403);
    const forged = { ...form, signIn: 'curieux', roles: ['privacy-officer'] };
    expect((await chief.post('/supervisor/staff', forged)).status).toBe(403);
  });

  it('is not offered the absences of a colleague with whom they share no team', async () => {
    await desk.staff('voisine', ['supervisor'], ['greffe']);
    const pathIn = (html: string) => /href="(\/supervisor\/staff\/[^"]+)">agente</.exec(html)?.[1] ?? '';
    const pages = [];
    for (const name of ['cheffe', 'voisine']) {
      const by = await signedIn(name);
      const path = pathIn((await by.get('/supervisor/staff')).html);
      const { html } = await by.get(path);
      const days = { _csrf: csrfIn(html), from: '2099-01-01', to: '2099-01-02' };
      pages.push({ isOffered: html.includes('/absences"'), ...(await by.post(`${path}/absences`, days)) });
    }
    expect(pages).toMatchObject([
      { isOffered: true, status: 200 },
      { isOffered: false, status: 403 },
    ]);
    expect(pages[0]?.html).toContain('/cancellation"');
  });

  it('names teams and closes days, and each page stands in both languages', async () => {
    await addStaff(desk.ctx, {
      signIn: 'directrice',
      name: 'Directrice',
      password: testPassword,
      language: 'fr',
      roles: ['supervisor'],
      teams: [],
      wholeBody: true,
    });
    const chief = await signedIn('directrice');
    await chief.get('/supervisor/teams');
    await chief.send('/supervisor/teams', { code: 'accueil', fr: 'Accueil', en: 'Reception' });
    await chief.get('/supervisor/days');
    await chief.send('/supervisor/days', { day: '2099-03-04', open: 'no', why: 'Fête locale' });
    expect((await chief.get('/supervisor/teams')).html).toContain('Accueil');
    for (const lang of ['en', 'fr']) {
      for (const path of [
        '/supervisor/staff',
        '/supervisor/teams',
        '/supervisor/days',
        '/supervisor/next',
        '/account',
      ]) {
        const page = await chief.get(`${path}?lang=${lang}`);
        expect(page.status, path).toBe(200);
        expect(page.html, path).not.toMatch(/undefined|\[object Object\]|NaN/);
      }
    }
  });
});

describe('an agent', () => {
  it('passes a case on with a reason, and a supervisor reads why it came', async () => {
    const [first, second] = [await open(), await open()];
    const agent = await signedIn('agente');
    await agent.get('/');
    const taken = await agent.send('/assignments');
    expect(taken.path).toBe(`/cases/${first}`);
    const next = await agent.send(`/cases/${first}/skip`, { why: 'no-time', words: '' });
    expect(next.path).toBe(`/cases/${second}`);
    const chief = await signedIn('cheffe');
    const link = `href="/supervisor/next/${second}"`;
    expect((await chief.get(`/cases/${second}`)).html).toContain(link);
    expect((await agent.get(`/cases/${second}`)).html).not.toContain(link);
    const why = await chief.get(`/supervisor/next/${second}`);
    expect(why.html).toContain('1 que cette personne avait déjà passés');
    expect((await agent.get(`/supervisor/next/${second}`)).status).toBe(403);
    for (const path of ['/supervisor/staff', '/supervisor/teams', '/supervisor/days'])
      expect((await agent.get(path)).status, path).toBe(403);
    // Pressed again after an answer that was lost, it gives no other case.
    await open();
    const { html } = await agent.get(`/cases/${second}`);
    const again = { _csrf: csrfIn(html), why: 'no-time', words: '' };
    expect((await agent.post(`/cases/${first}/skip`, again)).path).toBe('/');
  });
});

function csrfIn(html: string): string {
  return /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
}
