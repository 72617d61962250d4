import { createLogger } from '@guichet/platform';
import { describe, expect, it } from 'vitest';
import { visit } from '../../../../tests/support/desk-visitor.ts';
import { testPassword, useDesk } from '../../../../tests/support/test-desk.ts';
import { createApp } from '../app.tsx';

const desk = await useDesk();
await desk.staff('agente', ['agent'], ['voirie']);
const deps = {
  ctx: desk.door,
  log: createLogger('test', { level: 'silent' }),
  publicUrl: 'http://localhost:3000',
};
const app = createApp({ ...deps, https: false });

describe('sign-in', () => {
  it('leads to the queue, and out again', async () => {
    const visitor = visit(app);
    const page = await visitor.signIn('agente', testPassword);
    expect(page.path).toBe('/');
    expect(page.html).toContain('Prendre le prochain dossier');
    expect((await visitor.send('/session/end')).path).toBe('/sign-in?told=out');
    expect((await visitor.get('/')).path).toBe('/sign-in');
  });

  it('says the same for a wrong name and a wrong password, and keeps what was typed', async () => {
    const wrongPassword = await visit(app).signIn('agente', 'wrong');
    const wrongName = await visit(app).signIn('personne', 'wrong');
    expect(wrongPassword.status).toBe(403);
    expect(wrongName.status).toBe(403);
    expect(wrongPassword.html).toContain('value="agente"');
    const alert = (html: string) => /role="alert".*?<\/ul>/s.exec(html)?.[0];
    expect(alert(wrongPassword.html)).toBe(alert(wrongName.html));
  });

  it('gives a new session each time: a token known before it is worth nothing after', async () => {
    const visitor = visit(app);
    await visitor.signIn('agente', testPassword);
    const before = visitor.cookies.get('guichet-desk') ?? '';
    await visitor.post('/session/end', { _csrf: csrfIn((await visitor.get('/')).html) });
    await visitor.signIn('agente', testPassword);
    expect(visitor.cookies.get('guichet-desk')).not.toBe(before);
    const thief = visit(app);
    thief.cookies.set('guichet-desk', before);
    expect((await thief.get('/')).path).toBe('/sign-in');
  });

  it('keeps its token where scripts, other sites and plain http can’t read it', async () => {
    const secure = createApp({ ...deps, https: true });
    const page = await secure.request('https://desk.example/sign-in');
    const [cookie = ''] = page.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-guichet-desk/);
    expect(cookie).toMatch(/; Secure/);
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Strict/);
    expect(cookie).not.toMatch(/Domain/i);
  });

  it('never leads to another site afterwards', async () => {
    for (const next of ['//evil.example', 'https://evil.example', '/\\evil.example']) {
      const visitor = visit(app);
      const page = await visitor.get(`/sign-in?next=${encodeURIComponent(next)}`);
      expect(page.html).not.toContain('evil.example"');
    }
  });
});

describe('a form', () => {
  it('is refused without the proof of its session', async () => {
    const visitor = visit(app);
    await visitor.signIn('agente', testPassword);
    for (const fields of [{}, { _csrf: 'x' }, { _csrf: csrfIn((await visit(app).get('/sign-in')).html) }]) {
      const page = await visitor.post('/assignments', fields as Record<string, string>);
      expect(page.status).toBe(403);
      expect(page.html).toContain('Cette page a expiré');
    }
  });

  it('is refused when another site sends it, proof or not', async () => {
    const visitor = visit(app);
    const { html } = await visitor.signIn('agente', testPassword);
    const fields = { _csrf: csrfIn(html) };
    expect((await visitor.post('/assignments', fields, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await visitor.post('/assignments', fields, { origin: 'https://evil.example' })).status).toBe(403);
  });

  it('is refused as JSON unless our own page sends it', async () => {
    const visitor = visit(app);
    const { html } = await visitor.signIn('agente', testPassword);
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const send = (headers: Record<string, string>) =>
      app.request('http://desk.example/assignments', {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json', ...headers },
        body: '{}',
      });
    expect((await send({ 'x-csrf-token': csrfIn(html) })).status).toBe(403);
    expect((await send({ 'x-csrf-token': csrfIn(html), 'sec-fetch-site': 'same-origin' })).status).toBe(303);
  });

  it('sent after its session ended loses nothing: it is sent again by its author’s hand', async () => {
    const visitor = visit(app);
    await visitor.signIn('agente', testPassword);
    const page = await visitor.get('/');
    visitor.cookies.delete('guichet-desk');
    const gate = await visitor.post('/cases/1234567897/pause', {
      _csrf: csrfIn(page.html),
      question: 'Une longue question',
    });
    expect(gate.status).toBe(403);
    expect(gate.html).toContain('Une longue question');
    const resend = await visitor.send('/session', { signIn: 'agente', password: testPassword });
    expect(resend.html).toContain('action="/cases/1234567897/pause"');
    expect(resend.html).toContain('value="Une longue question"');
  });
});

it('shows no page and no file without a session', async () => {
  for (const path of [
    '/',
    '/cases/1234567897',
    '/counter',
    '/mailroom',
    '/tasks',
    '/print',
    '/pickup',
    '/supervisor',
  ]) {
    const answer = await app.request(`http://desk.example${path}`);
    expect(answer.status, path).toBe(303);
    expect(answer.headers.get('location')).toMatch(/^\/sign-in/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  }
});

function csrfIn(html: string): string {
  return /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
}
