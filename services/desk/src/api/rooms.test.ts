import { randomUUID } from 'node:crypto';
import { makeDevice, setWholeBody } from '@guichet/casework';
import { describe, expect, it } from 'vitest';
import { paperAnswers } from '../../../../tests/support/paper/index.ts';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { caseOf } from '../../test/case-of.ts';
import { openTestApi } from '../../test/open-test-api.ts';

const desk = await useDesk();
const api = openTestApi(desk);
const chief = await api.program('cheffe', ['supervisor', 'agent', 'clerk'], ['voirie', 'animaux']);

const { done } = chief;

it('a case is read, written on, asked about, linked, and closed by a program', async () => {
  const [reference, other] = [await caseOf(desk, 'nid-de-poule'), await caseOf(desk, 'nid-de-poule')];
  const at = `/cases/${reference}`;
  const version = async () => (await done('GET', at)).version as number;
  await done('POST', `${at}/assignment`, {});
  await done('POST', `${at}/notes`, { words: 'Un mot.' });
  await done('POST', `${at}/contacts`, {
    channel: 'phone',
    direction: 'in',
    words: 'A appelé.',
    minutes: 2,
  });
  const { id: task } = await done('POST', `${at}/tasks`, { kind: 'own', words: 'Voir sur place' });
  await done('PUT', `${at}/tasks/${task}/completion`, { done: true });
  await done('PUT', `${at}/drafts/reply`, { fields: { words: 'Bonj' } });
  await done('POST', `${at}/reply`, { words: 'Nous y allons.', version: await version() });
  const { id: link } = await done('POST', `${at}/links`, { other });
  await done('GET', `${at}/duplicates`);
  const file = await done('GET', at);
  expect(file).toMatchObject({
    reference,
    notes: [{ words: 'Un mot.' }],
    tasks: [{ id: task, doneAt: expect.any(String) }],
    links: [{ id: link, kind: 'related', other: { reference: other } }],
    replies: expect.arrayContaining([expect.objectContaining({ words: 'Nous y allons.' })]),
  });
  expect(file).not.toHaveProperty('id');
  await done('DELETE', `${at}/links/${link}`);
  await done('POST', `${at}/pause`, { question: 'De quelle couleur?', version: await version() });
  expect((await chief.ask('POST', `${at}/pause`, { question: 'Laquelle?' })).body.errors[0].path).toBe(
    'version',
  );
  expect(await done('DELETE', `${at}/pause`)).toEqual({ isNew: true });
  await done('PUT', `${at}/lookers/${randomUUID()}`);
  expect((await done('GET', '/queue/lookers')).lookers).toMatchObject([{ reference }]);
  await done('GET', `${at}/takes`);
  await done('GET', `${at}/fee`);
  await done('POST', `${at}/merge`, { other });
  expect((await done('GET', `/cases/${other}`)).closure).not.toBeNull();
  const moved = { team: 'animaux', reason: 'Un chien y est.', version: await version() };
  await done('POST', `${at}/transfer`, moved);
});

it('sensitive answers are shown for a purpose, which the history keeps', async () => {
  const reference = await caseOf(desk, 'permis-chien');
  const hidden = (file: { answers: { hidden: boolean }[] }) => file.answers.filter((one) => one.hidden);
  expect(hidden(await done('GET', `/cases/${reference}`)).length).toBeGreaterThan(0);
  const shown = await done('POST', `/cases/${reference}/revelation`, { purpose: 'Vérifier le droit' });
  expect(hidden(shown)).toEqual([]);
  const { body } = await chief.ask('GET', `/cases/${reference}`);
  const reveal = body.history.find((one: { kind: string }) => one.kind === 'case.revealed');
  expect(reveal.data.byKey).toEqual(expect.any(String));
});

it('a fee is taken once and taken back', async () => {
  const reference = await caseOf(desk, 'permis-chien');
  const owed = await done('GET', `/cases/${reference}/fee`);
  if (owed.left === 0) return;
  const { id } = await done('POST', `/cases/${reference}/fee/entries`, { way: 'cash' });
  expect((await done('GET', `/cases/${reference}/fee`)).left).toBe(0);
  await done('POST', `/cases/${reference}/fee/entries/${id}/reversal`, { reason: 'Mauvais dossier' });
  expect((await done('GET', `/cases/${reference}/fee`)).left).toBe(owed.left);
});

it('several cases are acted on at once, which is undone', async () => {
  const references = [await caseOf(desk, 'nid-de-poule'), await caseOf(desk, 'nid-de-poule')];
  const act = { kind: 'assign', to: chief.ctx.actor.kind === 'staff' ? chief.ctx.actor.staffId : '' };
  const { id, cases } = await done('POST', '/queue/acts', { act, references });
  expect(cases.map((one: { outcome: string }) => one.outcome)).toEqual(['done', 'done']);
  expect((await done('GET', '/queue/mine')).cases.length).toBeGreaterThan(1);
  await done('DELETE', `/queue/acts/${id}`);
  await done('POST', '/queue/views', { name: 'Chaussée', filter: { service: 'nid-de-poule' } });
  await done('POST', '/queue/shared-views', { name: 'À tous', filter: { channel: 'web' }, team: 'voirie' });
  const { views } = await done('GET', '/queue/views');
  expect(views).toHaveLength(2);
  for (const view of views) await done('DELETE', `/queue/views/${view.id}`);
  expect((await done('POST', '/search', { words: references[0] })).cases).toBeDefined();
});

describe('the counter', () => {
  it('is opened, calls people, and takes their request', async () => {
    const { id: placeId } = await done('POST', '/places', {
      code: 'annexe',
      name: { fr: 'Annexe', en: 'Annex' },
    });
    const { id: counterId } = await done('POST', `/places/${placeId}/counters`, { name: '1' });
    await makeDevice(chief.ctx, { use: 'board', placeId });
    const { devices } = await done('GET', '/devices');
    expect(devices).toHaveLength(1);
    await done('DELETE', `/devices/${devices[0].id}`);
    expect((await done('GET', '/counter')).line).toBeNull();
    await done('PUT', '/counter/seat', { counterId });
    const { id, ticket } = await done('POST', '/visits', { placeId, family: 'municipal' });
    expect((await done('GET', `/tickets/${id}`)).ticket).toBe(ticket);
    expect(await done('POST', '/counter/calls')).toMatchObject({ kind: 'called', visitId: id });
    await done('POST', `/visits/${id}/call`);
    await done('POST', `/visits/${id}/service`);
    const asked = { service: 'nid-de-poule', answers: paperAnswers['nid-de-poule'], visitId: id };
    const once = { 'idempotency-key': randomUUID() };
    const { body: made } = await chief.ask('POST', '/requests', asked, once);
    const again = await chief.ask('POST', '/requests', asked, once);
    expect([again.status, again.body]).toEqual([201, made]);
    await done('POST', '/counter/quick-services', { family: 'municipal' });
    expect((await done('GET', '/counter')).line).toMatchObject({ atHand: { ticket }, quickToday: 1 });
    await done('POST', `/visits/${id}/end`);
    expect((await done('GET', `/visits/${id}`)).requests).toContainEqual(
      expect.objectContaining({ reference: made.reference }),
    );
    const walkIn = await done('POST', '/counter/walk-ins', { family: 'municipal' });
    await done('POST', `/visits/${walkIn.id}/hold`);
    await done('DELETE', '/counter/seat');
    for (const path of [`/places/${placeId}/hall`, '/counters', '/places', '/pickups'])
      await done('GET', path);
  });

  it('refuses a request that lacks answers, each by its question', async () => {
    const { status, body } = await chief.ask(
      'POST',
      '/requests',
      { service: 'nid-de-poule', answers: { place: { evidence: randomUUID() } } },
      { 'idempotency-key': randomUUID() },
    );
    expect([status, body.errors[0].path]).toEqual([422, 'place']);
  });

  it('says when people come to a place', async () => {
    const { places } = await done('GET', '/places');
    const at = `/places/${places[0].id}`;
    const { id } = await done('POST', `${at}/hours`, {
      on: { weekday: 1 },
      from: '09:00',
      to: '12:00',
      minutes: 20,
      firstSeat: 1,
      seats: 2,
    });
    expect((await done('GET', `${at}/hours`)).hours).toMatchObject([{ id, fromTime: expect.any(String) }]);
    expect((await done('GET', `${at}/days/2026-12-07`)).times).toHaveLength(9);
    await done('PUT', `${at}/closures/2026-12-07`, { closed: true });
    await done('DELETE', `/hours/${id}`);
    const { status } = await chief.ask('GET', `${at}/days/2026-13-45`);
    expect(status).toBe(404);
  });
});

describe('the mailroom', () => {
  it('takes a scanned file once and tells how far it is', async () => {
    const form = () => {
      const files = new FormData();
      files.append('file', new File(['%PDF-1.4\n%%EOF'], 'lot.pdf'));
      return files;
    };
    const { received } = await done('POST', '/mailroom/batches', form());
    expect(received).toMatchObject([{ kind: 'received', fileName: 'lot.pdf' }]);
    expect((await done('POST', '/mailroom/batches', form())).received[0].kind).toBe('already');
    const { batchId } = received[0];
    expect(await done('GET', `/mailroom/batches/${batchId}`)).toMatchObject({ pagesRead: 0 });
    for (const path of ['batches', 'letters', 'checks', 'figures', 'figures/own'])
      await done('GET', `/mailroom/${path}`);
    expect((await done('POST', '/mailroom/search', { words: 'facture' })).pages).toEqual([]);
    expect((await done('POST', '/print/returned/moved/scans', form())).received[0].kind).toBe('otherwise');
  });
});

it('the desk is supervised by a program', async () => {
  await setWholeBody(desk.ctx, (await done('GET', '/account')).staffId, true);
  for (const path of [
    'figures/workload',
    'figures/telephone',
    'figures/takes',
    'figures/board?by=team',
    'figures/now',
    'figures/forecast',
    'figures/hours',
    'account/passwords-given',
    'jobs/parked',
    'services',
    'staff',
    'teams',
    'staffed-teams',
    'calendar-days',
    'templates',
    'tasks',
    'calls',
    'referrals',
    'print/queue',
    'print/batches',
    'print/returned',
    'queue/proposals',
    'queue/notices',
    'queue/colleagues',
    'account',
    'webhooks',
  ])
    await done('GET', `/${path}`);
  const { actor } = await desk.staff('nouvelle', ['agent'], ['voirie']);
  const at = `/staff/${actor.kind === 'staff' ? actor.staffId : ''}`;
  await done('POST', `${at}/absences`, { fromOn: '2027-07-05', toOn: '2027-07-16' });
  const [absence] = (await done('GET', at)).absences;
  await done('DELETE', `/absences/${absence.id}`);
  await done('POST', `${at}/closure`);
  await done('DELETE', `${at}/closure`);
  expect((await done('GET', `${at}/keys`)).keys).toEqual([]);
  await done('POST', '/teams', { code: 'loisirs', name: { fr: 'Loisirs', en: 'Leisure' } });
  await done('PUT', '/teams/loisirs', {
    name: { fr: 'Sports', en: 'Sports' },
    capacity: 5,
    untouchedDays: null,
  });
  await done('POST', '/calendar-days', { day: '2027-08-02', isOpen: false, name: 'Fête municipale' });
  const { days } = await done('GET', '/calendar-days');
  const own = days.find((one: { own?: { id: string } }) => one.own);
  await done('DELETE', `/calendar-days/${own.own.id}`);
  const template = { from: 0, name: { fr: 'Reçu', en: 'Received' }, words: { fr: 'Bonjour', en: 'Hello' } };
  expect(await done('PUT', `/templates/${randomUUID()}`, template)).toEqual({ version: 1 });
  await done('PUT', '/account/language', { language: 'en' });
});
