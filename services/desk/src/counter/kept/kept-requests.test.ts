import {
  addCounter,
  addPlace,
  beginRequest,
  callNext,
  endVisit,
  findDraft,
  openVisit,
  readCase,
  sitAtCounter,
  startServing,
} from '@guichet/casework';
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
/** A clerk at a counter of a hall. */
const serving = 'guichetiere';
const { adminSql } = desk.database;
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });

async function signedIn(name: string, role: 'clerk' | 'agent'): Promise<DeskVisitor> {
  // Who works here is known already where the test needed more of them.
  if (name !== serving) await desk.staff(name, [role], ['voirie', 'animaux', 'greffe']);
  const visitor = visit(app);
  await visitor.signIn(name, testPassword);
  return visitor;
}
const clerk = await signedIn('commis', 'clerk');
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Buffer.alloc(64)]);

interface Told {
  kind: string;
  why?: string;
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
    expect(JSON.parse(refused.html)).toEqual({ kind: 'signed-out' });
    expect((await clerk.post('/counter/kept-requests', fields)).status).toBe(403);
    expect((await visit(app).post('/counter/kept-requests', fields)).html).toContain('name="password"');
    const asScript = { headers: { accept: 'application/json' } };
    expect((await app.request('http://desk.example/counter/kept-requests', asScript)).status).toBe(401);
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
    const mending = { ...rest, 'place.text': place ?? '', description: 'Au coin', _action: 'refresh' };
    await clerk.send(action, mending);
    // Sent again by itself, it neither undoes what was typed since nor takes what the clerk has not sent.
    expect((await send(clerk, { ...fields, 'place.text': '' })).told.kind).toBe('incomplete');
    expect(await countCases()).toBe(before);
    const mended = await clerk.get(action);
    expect(mended.html).toContain('Au coin');
    const receipt = await clerk.send(action, { ...rest, 'place.text': place ?? '' });
    expect(receipt.path).toBe(`${action}/receipt`);
    const { told: last } = await send(clerk, fields);
    expect(last.kind).toBe('already');
    const [found] = await casesOf(last.reference ?? '');
    expect(found?.depositedAt).toEqual(keptAt);
  });

  it('mended without network is taken as it was pressed last, and an older press undoes nothing', async () => {
    const { number, keptAt, fields } = kept('nid-de-poule', { agoMs: 3 * hour });
    const blank = { ...fields, 'place.text': '' };
    expect((await send(clerk, blank)).told.kind).toBe('incomplete');
    const later = (agoMs: number) => new Date(desk.ctx.clock.now().getTime() - agoMs).toISOString();
    const mended = { ...fields, description: 'Corrigé', '_pressed-at': later(hour) };
    expect((await send(clerk, { ...mended, 'place.text': '', '_pressed-at': later(2 * hour) })).status).toBe(
      422,
    );
    const { told } = await send(clerk, mended);
    expect(told.kind).toBe('accepted');
    expect((await casesOf(told.reference ?? ''))[0]?.depositedAt).toEqual(keptAt);
    const draft = await findDraft(desk.ctx, { externalKey: `counter:${number}` });
    expect(draft?.content.answers).toMatchObject({ description: 'Corrigé' });
    expect((await send(clerk, mended)).told).toMatchObject({ kind: 'already', reference: told.reference });
    expect((await send(clerk, blank)).told).toMatchObject({ why: 'differs', reference: told.reference });
  });

  it('under a number taken with other answers is never called taken', async () => {
    const live = await clerk.get('/counter/nid-de-poule');
    const [action = '', number = ''] = /\/counter\/nid-de-poule\/([0-9a-f-]{36})/.exec(live.html) ?? [];
    const fields = { ...kept('nid-de-poule').fields, _number: number };
    expect((await clerk.send(action, fields)).path).toBe(`${action}/receipt`);
    expect((await send(clerk, fields)).told.kind).toBe('already');
    const { status, told } = await send(clerk, { ...fields, 'place.text': 'Une tout autre rue' });
    expect(status).toBe(409);
    expect(told).toMatchObject({ kind: 'conflict', why: 'differs' });
    expect(told.message).toMatch(/\d{3}.\d{3}.\d{4}/);
  });

  it('corrected without network once its case was made is told as such, though the case was mended later than that press', async () => {
    const { number, fields } = kept('nid-de-poule', { agoMs: 3 * hour });
    const { told: first } = await send(clerk, { ...fields, 'place.text': '' });
    await clerk.get(first.mend ?? '');
    const action = `/counter/nid-de-poule/${number}`;
    const mended = { ...fields, 'place.text': 'Rue du Guichet' };
    expect((await clerk.send(action, mended)).path).toBe(`${action}/receipt`);
    const later = new Date(desk.ctx.clock.now().getTime() - hour).toISOString();
    const corrected = { ...fields, 'place.text': 'Rue du Comptoir', '_pressed-at': later };
    const { status, told } = await send(clerk, corrected);
    expect(status).toBe(409);
    expect(told).toMatchObject({ kind: 'conflict', why: 'differs' });
    expect((await send(clerk, { ...mended, '_pressed-at': later })).told.kind).toBe('already');
  });

  it('and its correction sent at one moment, and again, make one case, and each is called taken only where the case says it', async () => {
    const reader = await desk.staff('lectrice', ['clerk'], ['voirie']);
    for (let times = 0; times < 8; times += 1) {
      const { fields } = kept('nid-de-poule', { agoMs: 2 * hour });
      const later = new Date(desk.ctx.clock.now().getTime() - hour).toISOString();
      const before = await countCases();
      const corrected = { ...fields, 'place.text': 'Rue du Comptoir', '_pressed-at': later };
      const both = () => Promise.all([send(clerk, fields), send(clerk, corrected)]);
      const told = await both();
      // As when the line breaks over the answers.
      const toldAgain = await both();
      expect(await countCases()).toBe(before + 1);
      const { answers } = await readCase(reader, { reference: told[1].told.reference ?? '' });
      const isCorrected = JSON.stringify(answers).includes('Rue du Comptoir');
      for (const round of [told, toldAgain])
        expect(round.map(({ told: { why } }) => why === 'differs')).toEqual([isCorrected, !isCorrected]);
    }
  });

  it('with a document that is none waits for its clerk, sent again or not, until they send the live form', async () => {
    const { number, fields } = kept('nid-de-poule');
    const { 'photo.later': _, ...rest } = fields;
    const withFile = () => ({ ...rest, 'photo.file': new File([Buffer.from('MZ rien')], 'trou.png') });
    const before = await countCases();
    const first = await send(clerk, withFile());
    expect(first.status).toBe(422);
    const again = await send(clerk, withFile());
    expect(again).toEqual(first);
    expect(await countCases()).toBe(before);
    const page = await clerk.get(first.told.mend ?? '');
    expect(page.html).toContain(first.told.problems?.[0] ?? 'nothing was said');
    await clerk.send(`/counter/nid-de-poule/${number}`, {
      ...rest,
      'photo.file': new File([png], 'trou.png'),
    });
    expect((await send(clerk, withFile())).told.kind).toBe('already');
    expect(await countCases()).toBe(before + 1);
  });

  it('of a workstation whose clock is wrong is deposited when it was pressed, and its history says that it was kept', async () => {
    const { keptAt, fields } = kept('permis-chien', { agoMs: hour });
    const slow = (at: Date) => new Date(at.getTime() - 3 * hour).toISOString();
    const [_kept, _now] = [slow(keptAt), slow(desk.ctx.clock.now())];
    const { told } = await send(clerk, { ...fields, '_kept-at': _kept, _now });
    const [found] = await casesOf(told.reference ?? '');
    expect(Math.abs((found?.depositedAt.getTime() ?? 0) - keptAt.getTime())).toBeLessThan(minute);
    const events = await adminSql<{ data: object }[]>`
      select e.data from event e join cases c on c.id = e.subject_id
      where c.reference = ${told.reference ?? ''} and e.kind = 'case.opened'`;
    expect(events[0]?.data).toMatchObject({ withoutNetwork: true });
  });

  it('is of the visit that it was asked in, though the visit ended before it was sent', async () => {
    const ctx = await desk.staff(serving, ['clerk'], ['voirie']);
    const by = await signedIn(serving, 'clerk');
    const name = { fr: 'Hôtel de ville', en: 'City hall' };
    const placeId = await addPlace(desk.ctx, { code: 'kept-hall', name, timeZone: 'America/Toronto' });
    await sitAtCounter(ctx, await addCounter(desk.ctx, { placeId, name: '1' }));
    const visitId = newId<'visit'>();
    await openVisit(ctx, {
      visitId,
      placeId,
      family: 'municipal',
      language: 'fr',
      how: 'clerk',
      priority: false,
    });
    await callNext(ctx);
    await startServing(ctx, visitId);
    const { number, fields } = kept('nid-de-poule');
    await beginRequest(ctx, { visitId, form: number, service: 'nid-de-poule' });
    await endVisit(ctx, visitId);
    const { told } = await send(by, fields);
    await send(by, fields);
    const rows = await adminSql<{ reference: string }[]>`
      select c.reference from visit_request r join cases c on c.id = r.case_id where r.form = ${number}`;
    expect(rows).toEqual([{ reference: told.reference }]);
    const events =
      await adminSql`select 1 from event where subject_id = ${visitId} and kind = 'visit.request-settled'`;
    expect(events).toHaveLength(1);
  });

  it('brings its documents as evidence of its case', async () => {
    const { fields } = kept('nid-de-poule');
    const { 'photo.later': _, ...rest } = fields;
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
