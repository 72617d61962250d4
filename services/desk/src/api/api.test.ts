import { randomUUID } from 'node:crypto';
import { revokeAccessKey } from '@guichet/casework';
import { describe, expect, it } from 'vitest';
import { paperAnswers } from '../../../../tests/support/paper/index.ts';
import { visit } from '../../../../tests/support/desk-visitor.ts';
import { testPassword, useDesk } from '../../../../tests/support/test-desk.ts';
import { caseOf } from '../../test/case-of.ts';
import { noCase, openTestApi } from '../../test/open-test-api.ts';

const desk = await useDesk();
const api = openTestApi(desk);
const agent = await api.program('agente', ['agent'], ['voirie', 'animaux']);
const colleague = await api.program('collegue', ['supervisor'], ['voirie', 'animaux']);
const once = (key = randomUUID()) => ({ 'idempotency-key': key as string });
const eventsOf = (reference: string, kind: string) => desk.database.adminSql<
  { actorId: string; data: Record<string, unknown> }[]
>`
  select e.actor_id as "actorId", e.data from event e join cases c on c.id = e.subject_id
  where c.reference = ${reference} and e.kind = ${kind}`;

describe('who asks', () => {
  it('makes a key on the page of their account, which then acts in their name', async () => {
    const reference = await caseOf(desk, 'nid-de-poule');
    const visitor = visit(api.app);
    await visitor.signIn('agente', testPassword);
    await visitor.get('/account');
    const refused = await visitor.send('/account/keys', { name: 'Travaux', days: '30', current: 'un autre' });
    expect(refused.status).toBe(403);
    expect(refused.html).toContain('value="Travaux"');
    const shown = await visitor.send('/account/keys', {
      name: 'Travaux publics',
      days: '30',
      current: testPassword,
    });
    const token = /<p class="secret">(guichet_[\w-]+)<\/p>/.exec(shown.html)?.[1] ?? '';
    const list = await visitor.get('/account');
    expect(list.html).toContain('Travaux publics');
    expect(list.html).not.toContain(token);
    const ask = api.ask(token);
    expect((await ask('GET', `/cases/${reference}`)).status).toBe(200);
    const [read] = await eventsOf(reference, 'case.read');
    expect(read?.actorId).toBe(agent.ctx.actor.kind === 'staff' ? agent.ctx.actor.staffId : '');
    expect(read?.data['byKey']).toMatch(/^[0-9a-f-]{36}$/);
    expect((await visitor.get(`/cases/${reference}`)).html).toContain('par une clé d’accès');
    await visitor.get('/account');
    const newest = /action="(\/account\/keys\/[^"]+\/revocation)"/.exec(list.html)?.[1] ?? '';
    await visitor.send(newest);
    expect((await ask('GET', '/account')).status).toBe(401);
  });

  it('is told by a key alone: no session of a browser counts, and none is made', async () => {
    const visitor = visit(api.app);
    await visitor.signIn('agente', testPassword);
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await api.app.request('/api/v1/queue', { headers: { cookie } });
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.headers.getSetCookie()).toEqual([]);
    const foreign = await agent.ask('POST', '/queue/next', undefined, {
      ...once(),
      'sec-fetch-site': 'cross-site',
    });
    expect([foreign.status, foreign.body.type]).toEqual([403, 'urn:guichet:problem:csrf']);
  });

  it('is answered in the words of the pages, in the language asked for', async () => {
    const english = await agent.ask('GET', `/cases/${noCase}`, undefined, { 'accept-language': 'en' });
    expect(english.body).toMatchObject({ status: 404, type: 'urn:guichet:problem:no-such-case' });
    const french = await agent.ask('GET', `/cases/${noCase}`);
    expect(french.headers.get('content-language')).toBe('fr');
    expect(french.body.detail).not.toBe(english.body.detail);
    expect((await agent.ask('GET', '/nowhere')).status).toBe(404);
  });
});

describe('a request that is sent again', () => {
  it('takes one case, and gives it again', async () => {
    await caseOf(desk, 'nid-de-poule');
    await caseOf(desk, 'nid-de-poule');
    const key = once();
    const first = await agent.ask('POST', '/queue/next', undefined, key);
    const again = await agent.ask('POST', '/queue/next', undefined, key);
    expect(first.body.kind).toBe('taken');
    expect(again.body.reference).toBe(first.body.reference);
    expect([first, again].map(({ headers }) => headers.get('idempotent-replayed'))).toEqual([null, 'true']);
    const other = await agent.ask('POST', '/queue/next', undefined, once());
    expect(other.body.reference).not.toBe(first.body.reference);
  });

  it('writes one note, also when both come at once; its key serves for no other', async () => {
    const reference = await caseOf(desk, 'nid-de-poule');
    const [key, path] = [once(), `/cases/${reference}/notes`];
    const answers = await Promise.all(
      [1, 2, 3].map(() => agent.ask('POST', path, { words: 'A téléphoné.' }, key)),
    );
    // Who comes while it is being written is told so, and asks again.
    for (const { status } of answers) expect([201, 409]).toContain(status);
    const first = await agent.ask('POST', path, { words: 'A téléphoné.' }, key);
    expect(first.status).toBe(201);
    const ids = [first, ...answers].map(({ body }) => body.id as unknown);
    expect(new Set(ids.filter((id) => id !== undefined)).size).toBe(1);
    expect(await eventsOf(reference, 'note.written')).toHaveLength(1);
    const other = await agent.ask('POST', path, { words: 'Autre chose.' }, key);
    expect([other.status, other.body.type]).toEqual([422, 'urn:guichet:problem:idempotency-key-reused']);
    expect((await agent.ask('POST', path, { words: 'Sans clé.' })).status).toBe(400);
    // A colleague's key is theirs.
    expect((await colleague.ask('POST', path, { words: 'Autre chose.' }, key)).status).toBe(201);
  });

  it('that took nothing is asked anew under its key', async () => {
    const program = await api.program('seule', ['agent'], ['greffe']);
    const key = once();
    const none = await program.ask('POST', '/queue/next', undefined, key);
    expect(none.body.kind).toBe('empty');
    const service = desk.ctx.catalogue.services.find(
      ({ definition }) => definition.routing.team === 'greffe' && paperAnswers[definition.code] !== undefined,
    );
    const reference = await caseOf(desk, service?.definition.code ?? '');
    await caseOf(desk, service?.definition.code ?? '');
    const first = await program.ask('POST', '/queue/next', undefined, key);
    expect(first.body).toMatchObject({ kind: 'taken', reference });
    // Out of its taker's sight since: the answer is in the request's own row.
    await desk.database.adminSql`update cases set team = 'voirie' where reference = ${reference}`;
    expect((await program.ask('POST', '/queue/next', undefined, key)).body).toEqual(first.body);
  });

  it('may be put right after it was refused', async () => {
    const reference = await caseOf(desk, 'nid-de-poule');
    const key = once();
    expect((await agent.ask('POST', `/cases/${reference}/notes`, { words: '' }, key)).status).toBe(422);
    expect((await agent.ask('POST', `/cases/${reference}/notes`, { words: 'Oui' }, key)).status).toBe(201);
  });
});

describe('a save on an older version', () => {
  it('is refused with what changed, and nothing is saved', async () => {
    const reference = await caseOf(desk, 'nid-de-poule');
    await colleague.ask('POST', `/cases/${reference}/assignment`, {});
    const seen = await colleague.ask('GET', `/cases/${reference}`);
    await agent.ask('POST', `/cases/${reference}/notes`, { words: 'Réparé hier.' }, once());
    const { key } = desk.ctx.catalogue.find('nid-de-poule')?.definition.outcomes[0] ?? { key: '' };
    const { version } = seen.body;
    const refused = await colleague.ask('POST', `/cases/${reference}/closure`, { outcome: key, version });
    expect([refused.status, refused.body.type]).toEqual([409, 'urn:guichet:problem:case-changed']);
    expect(refused.body.changes.length).toBeGreaterThan(0);
    const now = await colleague.ask('POST', `/cases/${reference}/closure`, {
      outcome: key,
      version: refused.body.version,
    });
    expect(now.body).toMatchObject({ kind: 'closed', outcome: key });
    expect(await eventsOf(reference, 'case.closed')).toHaveLength(1);
  });
});

describe('a date', () => {
  it('that is far off is refused, by its name', async () => {
    for (const day of ['0000-01-01', '9999-12-31', '1899-12-31', '2200-01-01']) {
      const { status, body } = await colleague.ask('POST', '/calendar-days', {
        day,
        isOpen: false,
        name: 'A',
      });
      expect([status, body.errors[0].path], day).toEqual([422, 'day']);
    }
  });
});

describe('the queue', () => {
  it('is paged by key, filtered as on its page, and refuses a filter that is none', async () => {
    for (let count = 0; count < 3; count += 1) await caseOf(desk, 'permis-chien');
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page = await agent.ask(
        'GET',
        `/queue?service=permis-chien&limit=2${next === '' ? '' : `&after=${next}`}`,
      );
      expect(page.status).toBe(200);
      seen.push(...page.body.cases.map((one: { reference: string }) => one.reference));
      next = page.body.next;
    }
    expect(new Set(seen).size).toBe(3);
    expect(seen).toHaveLength(3);
    for (const query of ['colour=red', 'limit=0', 'after=x', 'channel=fax'])
      expect((await agent.ask('GET', `/queue?${query}`)).status, query).toBe(422);
  });
});

it('a key that was revoked ends in the middle of what its program does', async () => {
  const { body } = await agent.ask('GET', '/account/keys');
  await revokeAccessKey(agent.ctx, body.keys.at(-1).id);
  expect((await agent.ask('GET', '/account')).status).toBe(401);
});
