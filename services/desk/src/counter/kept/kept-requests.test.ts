import { findDraft } from '@guichet/casework';
import type { Answers } from '@guichet/catalogue';
import { counterScreen } from '@guichet/channels/counter';
import { hour, minute, newId } from '@guichet/kernel';
import { createLogger } from '@guichet/platform';
import { describe, expect, it } from 'vitest';
import { type DeskVisitor, type Fields, visit } from '../../../../../tests/support/desk-visitor.ts';
import { paperAnswers } from '../../../../../tests/support/paper/index.ts';
import { testPassword, useDesk } from '../../../../../tests/support/test-desk.ts';
import { createApp } from '../../app.tsx';

const desk = await useDesk();
const { adminSql } = desk.database;
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });

async function signedIn(name: string, role: 'clerk' | 'agent'): Promise<DeskVisitor> {
  await desk.staff(name, [role], ['voirie', 'animaux', 'greffe']);
  const visitor = visit(app);
  await visitor.signIn(name, testPassword);
  return visitor;
}
const clerk = await signedIn('commis', 'clerk');

interface Told {
  kind: string;
  reference?: string;
  receipt?: string;
  message?: string;
  problems?: string[];
  mend?: string;
}

const holderOf = async (by: DeskVisitor) =>
  JSON.parse((await by.get('/counter/kept-requests')).html) as { secret: string; csrf: string };

/** Sends a kept request as the counter's script does. */
async function send(by: DeskVisitor, fields: Fields): Promise<{ status: number; told: Told }> {
  const { csrf } = await holderOf(by);
  const { status, html } = await by.post('/counter/kept-requests', { _csrf: csrf, ...fields });
  return { status, told: JSON.parse(html) as Told };
}

function kept(code: string, { agoMs = hour, answers = paperAnswers[code] ?? ({} as Answers) } = {}) {
  const service = desk.ctx.catalogue.find(code);
  if (!service) throw new Error(code);
  const number = newId();
  const keptAt = new Date(desk.ctx.clock.now().getTime() - agoMs);
  const { values } = counterScreen(service, answers, { language: 'fr', today: '2026-11-24' });
  const controls = {
    _number: number,
    _service: code,
    _version: String(service.definition.version),
    '_kept-at': keptAt.toISOString(),
    '_person-language': 'en',
  };
  return { number, keptAt, fields: { ...values, ...controls } as Fields };
}

const casesOf = async (reference: string) =>
  adminSql<{ depositedAt: Date; capturedAt: Date; channel: string; language: string }[]>`
    select deposited_at, captured_at, channel, language from cases where reference = ${reference}`;
const countCases = async () => {
  const [row] = await adminSql<[{ count: number }]>`select count(*)::int as count from cases`;
  return row.count;
};

describe('a request that a counter kept while the network was down', () => {
  it('is one case deposited when the button was pressed, however often and at whatever moment it is sent', async () => {
    const { number, keptAt, fields } = kept('permis-chien', { agoMs: 26 * hour });
    const before = await countCases();
    const both = await Promise.all([send(clerk, fields), send(clerk, fields)]);
    const third = await send(clerk, fields);
    expect(await countCases()).toBe(before + 1);
    expect(both.map(({ told }) => told.kind).toSorted()).toEqual(['accepted', 'already']);
    expect(third).toMatchObject({ status: 200, told: { kind: 'already' } });
    const [found] = await casesOf(third.told.reference ?? '');
    expect(found).toMatchObject({ channel: 'counter', language: 'en' });
    expect(found?.depositedAt).toEqual(keptAt);
    expect(found?.capturedAt.getTime()).toBeGreaterThan(keptAt.getTime() + 25 * hour);
    const receipt = await clerk.get(third.told.receipt ?? '');
    expect(receipt.status).toBe(200);
    expect(third.told.receipt).toContain(number);
    await clerk.get('/search');
    const words = `P ${String(BigInt(`0x${number.slice(-12)}`) % 1_000_000n).padStart(6, '0')}`;
    const search = await clerk.send('/search', { words: words.replace(/(\d{3})$/, ' $1') });
    expect(search.html).toContain(`/cases/${third.told.reference}`);
    const events = await adminSql<{ actorKind: string }[]>`
      select e.actor_kind from event e join cases c on c.id = e.subject_id
      where c.reference = ${third.told.reference ?? ''} and e.kind = 'case.opened'`;
    expect(events).toEqual([{ actorKind: 'staff' }]);
  });

  it('is refused to who does not work at a counter, to nobody signed in, and without the proof of the session', async () => {
    const { number, fields } = kept('nid-de-poule');
    const agent = await signedIn('agente', 'agent');
    const refused = await agent.get('/counter/kept-requests');
    expect(refused.status).toBe(403);
    expect((await clerk.post('/counter/kept-requests', fields)).status).toBe(403);
    expect((await visit(app).post('/counter/kept-requests', fields)).html).toContain('name="password"');
    expect(await findDraft(desk.ctx, { externalKey: `counter:${number}` })).toBeUndefined();
  });

  it('pressed in the future or too long ago is refused in words, and nothing of it stays', async () => {
    for (const [agoMs, words] of [
      [-10 * minute, 'horloge'],
      [8 * 24 * hour, 'sept jours'],
    ] as const) {
      const { number, fields } = kept('nid-de-poule', { agoMs });
      const { status, told } = await send(clerk, fields);
      expect(status).toBe(409);
      expect(told.message).toContain(words);
      expect(await findDraft(desk.ctx, { externalKey: `counter:${number}` })).toBeUndefined();
    }
  });

  it('of a service withdrawn since is a conflict', async () => {
    const { fields } = kept('nid-de-poule');
    const { status, told } = await send(clerk, { ...fields, _service: 'service-retire' });
    expect(status).toBe(409);
    expect(told.message).toContain('plus offert');
  });

  it('incomplete opens no case, says what is missing, and is mended on the form’s page without losing its day', async () => {
    const { number, keptAt, fields } = kept('nid-de-poule', { agoMs: 30 * hour });
    const before = await countCases();
    const { status, told } = await send(clerk, { ...fields, 'place.text': '' });
    expect(status).toBe(422);
    expect(told.problems?.join()).toContain('Où est le nid-de-poule');
    expect(await countCases()).toBe(before);
    const page = await clerk.get(told.mend ?? '');
    expect(page.html).toContain('role="alert"');
    const action = `/counter/nid-de-poule/${number}`;
    const { 'place.text': place, ...rest } = fields;
    await clerk.send(action, { ...rest, 'place.text': '', description: 'Au coin', _action: 'refresh' });
    // Sent again by itself, it does not undo what was typed since.
    expect((await send(clerk, fields)).told.kind).toBe('incomplete');
    const mended = await clerk.get(action);
    expect(mended.html).toContain('Au coin');
    const receipt = await clerk.send(action, { ...rest, 'place.text': place ?? '' });
    expect(receipt.path).toBe(`${action}/receipt`);
    const { told: last } = await send(clerk, fields);
    expect(last.kind).toBe('already');
    const [found] = await casesOf(last.reference ?? '');
    expect(found?.depositedAt).toEqual(keptAt);
  });

  it('brings its documents as evidence of its case', async () => {
    const { fields } = kept('nid-de-poule');
    const { 'photo.later': _, ...rest } = fields;
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Buffer.alloc(64)]);
    const { told } = await send(clerk, { ...rest, 'photo.file': new File([png], 'trou.png') });
    expect(told.kind).toBe('accepted');
    const names = await adminSql<{ fileName: string }[]>`
      select e.file_name from evidence e join cases c on c.id = e.case_id where c.reference = ${told.reference ?? ''}`;
    expect(names).toEqual([{ fileName: 'trou.png' }]);
  });
});

describe('what a counter keeps to go on without network', () => {
  it('opens under a secret of the clerk’s own, the same in each of their sessions', async () => {
    const other = await signedIn('autre', 'clerk');
    const again = visit(app);
    await again.signIn('commis', testPassword);
    const secrets = await Promise.all([clerk, again, other].map(async (one) => (await holderOf(one)).secret));
    expect(secrets[0]).toBe(secrets[1]);
    expect(secrets[0]).not.toBe(secrets[2]);
    expect(Buffer.from(secrets[0] ?? '', 'base64')).toHaveLength(32);
  });

  it('is pages with no name and no proof of a session, the same for two clerks, and a form that holds every question', async () => {
    const second = await signedIn('deuxieme', 'clerk');
    for (const path of ['/counter/kept', '/counter/kept/permis-chien']) {
      const [one, two] = await Promise.all([clerk, second].map(async (by) => (await by.get(path)).html));
      expect(one).toBe(two);
      expect(one).not.toMatch(/_csrf|commis|deuxieme/);
    }
    const { html } = await clerk.get('/counter/kept/permis-chien');
    for (const { key } of desk.ctx.catalogue.find('permis-chien')?.questions ?? [])
      expect(html, key).toContain(`data-question="${key}"`);
    expect(html).toMatch(/asked-when">Si «/);
  });

  it('has a service worker at an address that stays and a manifest in the page’s language', async () => {
    const worker = await app.request('http://desk.example/counter-worker.js');
    const body = await worker.text();
    expect(worker.headers.get('cache-control')).toBe('no-store');
    const paths = [...body.matchAll(/["'](\/static\/[^"']+)["']/g)].map(([, path]) => path ?? '');
    expect(paths.length).toBeGreaterThan(8);
    for (const path of paths)
      expect((await app.request(`http://desk.example${path}`)).status, path).toBe(200);
    const page = await clerk.get('/counter');
    const manifest = /rel="manifest" href="([^"]+)"/.exec(page.html)?.[1] ?? '';
    const shown = (await (await app.request(`http://desk.example${manifest}`)).json()) as { scope: string };
    expect(shown).toMatchObject({ scope: '/counter', start_url: '/counter', lang: 'fr-CA' });
    expect(page.headers.get('content-security-policy')).toContain("worker-src 'self'");
  });
});
