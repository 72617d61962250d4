import { openDatabase } from '@guichet/platform';
import { afterAll, describe, expect, it } from 'vitest';
import { useDesk } from '../../../tests/support/test-desk.ts';
import { openTestDoor, testFacts } from '../test/open-test-door.ts';
import { requests } from '../test/people.ts';
import { fillIn, Visitor } from '../test/visitor.ts';
import { paperFormPrinter } from './print-paper-form.ts';

const desk = await useDesk();
const { app, lines } = openTestDoor(desk);
const away = openDatabase({ url: 'postgres://guichet:x@127.0.0.1:9/none', max: 1, name: 'away' });
const withoutDatabase = openTestDoor(desk, {
  desk: { ...desk.ctx, sql: away, actor: { kind: 'public', channel: 'web' } },
}).app;
afterAll(() => away.end({ timeout: 1 }));

const key = '0123456789abcdef';
const body = JSON.stringify({ service: 'nid-de-poule', answers: requests['nid-de-poule'] });
const apiPost = {
  method: 'POST',
  headers: { 'content-type': 'application/json', 'idempotency-key': key },
  body,
};

describe('every answer', () => {
  const asked: [string, RequestInit?][] = [
    ['/'],
    ['/services/nid-de-poule'],
    ['/services/licorne'],
    ['/status'],
    ['/nowhere'],
    ['/requests'],
    ['/healthz'],
    ['/readyz'],
    ['/robots.txt'],
    ['/openapi.json'],
    ['/api/v1/services'],
    ['/api/v1/nothing'],
    ['/api/v1/requests', apiPost],
    ['/api/v1/requests', { method: 'DELETE' }],
    ['/status', { method: 'POST', body: 'x' }],
    ['/services/nid-de-poule/form.pdf'],
    [
      '/services/nid-de-poule/requests',
      { method: 'POST', body: new URLSearchParams(), headers: { origin: 'https://evil.example' } },
    ],
  ];
  it.each(asked)('carries the headers that keep a page ours: %s', async (path, init) => {
    const { headers } = await app.request(path, init);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'.*frame-ancestors 'none'/);
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|data:|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('cache-control')).toMatch(/no-store|no-cache/);
  });

  it('of a file of ours may be kept for ever, and every page links only to files that are there', async () => {
    const html = await (await app.request('/')).text();
    const files = [...html.matchAll(/(?:href|src)="(\/static\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(files.length).toBeGreaterThan(1);
    for (const path of files) {
      const { status, headers } = await app.request(path);
      expect(status).toBe(200);
      expect(headers.get('cache-control')).toContain('immutable');
    }
    expect(html).not.toMatch(/<style|\sstyle=|<script(?![^>]*src=)|\son[a-z]+=/);
  });
});

describe('language', () => {
  it('is French until another is chosen, whatever the browser says, then stays', async () => {
    const first = await app.request('/', { headers: { 'accept-language': 'en' } });
    expect(await first.text()).toContain('lang="fr-CA"');
    const visitor = new Visitor(app);
    expect((await visitor.get('/?lang=en')).html).toContain('lang="en-CA"');
    expect((await visitor.get('/status')).html).toContain('Follow a request');
    expect((await visitor.get('/status?lang=fr')).html).toContain('Suivre une demande');
  });
});

describe('refusals', () => {
  it('404: a page for people, a problem for programs, both with the number to give when calling', async () => {
    const page = await app.request('/nowhere');
    expect(page.status).toBe(404);
    expect(await page.text()).toContain(page.headers.get('x-request-id'));
    const problem = await app.request('/api/v1/nothing');
    expect(problem.status).toBe(404);
    expect(await problem.json()).toMatchObject({ requestId: problem.headers.get('x-request-id') });
  });

  it('405: says what is allowed', async () => {
    for (const [path, method, allow] of [
      ['/api/v1/requests', 'DELETE', 'POST'],
      ['/status', 'PUT', 'GET, HEAD, POST'],
    ] as const) {
      const answer = await app.request(path, { method });
      expect(answer.status).toBe(405);
      expect(answer.headers.get('allow')).toBe(allow);
    }
  });

  it('503: with the database away, says when to come back, and nothing of the inside', async () => {
    const visitor = await withoutDatabase.request('/api/v1/requests', apiPost);
    expect(visitor.status).toBe(503);
    expect(visitor.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await visitor.text()).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|select|insert/i);
    expect((await withoutDatabase.request('/readyz')).status).toBe(503);
    expect((await withoutDatabase.request('/healthz')).status).toBe(200);
    expect((await withoutDatabase.request('/')).status).toBe(200);
  });

  it('500: a fault of ours tells the number and not the fault', async () => {
    const broken = openTestDoor(desk, {
      paperForm: () => Promise.reject(new Error('Jeanne Zéphirin: secret')),
    });
    const answer = await broken.app.request('/services/nid-de-poule/form.pdf');
    expect(answer.status).toBe(500);
    const html = await answer.text();
    expect(html).toContain(answer.headers.get('x-request-id'));
    expect(`${html}${broken.lines.join('')}`).not.toMatch(/Zéphirin|secret/);
    expect(broken.lines.join('')).toContain('http.fault');
  });
});

async function acceptedCase() {
  const answer = await app.request('/api/v1/requests', {
    ...apiPost,
    headers: { ...apiPost.headers, 'idempotency-key': `${key}-${Math.random()}` },
  });
  return (await answer.json()) as { reference: string; statusCode: string };
}

describe('the status page', () => {
  it('200: says where the request stands; both facts stay out of addresses', async () => {
    const { reference, statusCode } = await acceptedCase();
    const visitor = new Visitor(app);
    const form = await visitor.get('/status');
    const page = await visitor.post(form, {
      reference: `${reference.slice(0, 3)} ${reference.slice(3)}`,
      fact: statusCode,
    });
    expect(page.status).toBe(200);
    expect(page.html).toContain('En attente de traitement');
    expect(visitor.visited).toEqual(['/status', '/status']);
  });

  it('422: what is missing or does not match is said at the field, and the reference is kept', async () => {
    const { reference } = await acceptedCase();
    const visitor = new Visitor(app);
    const form = await visitor.get('/status');
    const empty = await visitor.post(form, { reference: '', fact: '' });
    expect(empty.status).toBe(422);
    expect(empty.html).toContain('href="#q-fact"');
    const wrong = await visitor.post(form, { reference, fact: '000000' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain(`value="${reference}"`);
  });

  it('429: after ten misses, a page that says to wait', async () => {
    const { reference } = await acceptedCase();
    const visitor = new Visitor(app);
    const form = await visitor.get('/status');
    for (let miss = 0; miss < 10; miss += 1) await visitor.post(form, { reference, fact: '000000' });
    const page = await visitor.post(form, { reference, fact: '000000' });
    expect(page.status).toBe(429);
    expect(page.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(page.html).toContain('quinze minutes');
  });

  it('403: without the token of our own page', async () => {
    const body = new URLSearchParams({ reference: '1234567897', fact: '000000' });
    expect((await app.request('/status', { method: 'POST', body })).status).toBe(403);
  });
});

async function print(language: string): Promise<Buffer> {
  const answer = await app.request(`/services/permis-chien/form.pdf?lang=${language}`);
  expect(answer.headers.get('content-type')).toBe('application/pdf');
  return Buffer.from(await answer.arrayBuffer());
}

describe('the paper form', () => {
  it('is printed in both languages, and no two printings are the same: pages of one serial make one letter', async () => {
    const [french, again, english] = await Promise.all([print('fr'), print('fr'), print('en')]);
    for (const bytes of [french, again, english]) expect(bytes.toString('latin1', 0, 5)).toBe('%PDF-');
    expect(again.equals(french)).toBe(false);
  });

  it('503: when too many wait for the printer, the door says so instead of keeping everyone waiting', async () => {
    const paperForm = paperFormPrinter(desk.ctx, testFacts, { waitingMax: 1 });
    const door = openTestDoor(desk, { paperForm }).app;
    const asked = [1, 2].map(() => door.request('/services/nid-de-poule/form.pdf'));
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 503]);
    expect((await door.request('/services/nid-de-poule/form.pdf')).status).toBe(200);
  });
});

describe('personal data', () => {
  it('never reaches an address or the log', async () => {
    const visitor = new Visitor(app);
    const answers = requests['changement-adresse'] ?? {};
    const check = await fillIn(visitor, desk.ctx, 'changement-adresse', answers);
    const done = await visitor.post(check, {});
    const reference = /\d{3} \d{3} \d{4}/.exec(done.html)?.[0] ?? 'no reference';
    const page = await visitor.post(await visitor.get('/status'), { reference, fact: '418 555-0123' });
    expect(page.status).toBe(200);
    const canaries = /canari|zéphirin|érables|G1R|G6V|5550123|1958-02-09|cousine/i;
    expect(visitor.visited.join('\n')).not.toMatch(canaries);
    const log = lines.join('');
    expect(log).toContain('/requests/:question');
    expect(log).not.toMatch(canaries);
    expect(log).not.toContain(reference.replaceAll(' ', ''));
  });
});
