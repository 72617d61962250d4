import { randomUUID } from 'node:crypto';
import {
  addCounter,
  addPlace,
  as,
  findDevice,
  linkDevice,
  makeDevice,
  offerResume,
  readCase,
  readScreen,
  saveDraft,
  answerScreen,
} from '@guichet/casework';
import { hour, newId } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import { answeringCall } from '../../../../tests/support/answering-call.ts';
import { visit } from '../../../../tests/support/desk-visitor.ts';
import { eventually } from '../../../../tests/support/eventually.ts';
import { paperAnswers } from '../../../../tests/support/paper/index.ts';
import { testPassword, useDesk } from '../../../../tests/support/test-desk.ts';
import { openTestApi, type TestProgram } from '../../test/open-test-api.ts';

const desk = await useDesk();
const api = openTestApi(desk);
const clerk = await api.program('commis', ['clerk', 'supervisor'], ['voirie', 'animaux', 'greffe']);
const { ask, done } = clerk;
const service = 'nid-de-poule';
const whole = paperAnswers[service] ?? {};
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Buffer.alloc(64)]);
const missing = (draft: { problems: { path: string }[] }) => draft.problems.map(({ path }) => path);

function scanned(bytes = png): FormData {
  const form = new FormData();
  form.append('file', new File([bytes], 'trou.png'));
  return form;
}
const answersOf = async (reference: string) => {
  const file = await readCase(clerk.ctx, { reference, revealFor: 'test' });
  return Object.fromEntries(file.answers.map(({ question, value }) => [question, value]));
};
/** Lets changes of one draft go on only once they all wait to write: each has read what stood before. */
async function whileHeld(externalKey: string, changes: readonly (() => Promise<unknown>)[]) {
  const { adminSql } = desk.database;
  let kept: Promise<unknown> | undefined;
  await adminSql.begin(async (sql) => {
    await sql`select 1 from draft where external_key = ${externalKey} for update`;
    kept = Promise.all(changes.map((change) => change()));
    await eventually(async () => {
      const waiting = await adminSql`
        select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
      return waiting.length === changes.length;
    });
  });
  await kept;
}
const countCases = async () => {
  const [row] = await desk.database.adminSql<[{ count: number }]>`select count(*)::int as count from cases`;
  return row.count;
};

describe('a request put together at the counter', () => {
  it('is opened, answered, reviewed and sent as one case, with its receipts', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const { body: opened } = await ask('POST', '/drafts', { service, language: 'en' }, key);
    const at = `/drafts/${opened.id}`;
    const empty = await done('GET', at);
    expect(empty.questions.map((one: { key: string }) => one.key)).toContain('place');
    expect(missing(empty)).toContain('place');
    expect((await ask('POST', `${at}/request`)).body.errors[0].path).toBe('place');
    const { place, ...rest } = whole;
    expect(missing(await done('PUT', `${at}/answers`, { answers: { place } }))).not.toContain('place');
    const wrong = await ask('PUT', `${at}/answers`, { answers: { size: 'huge' } });
    expect([wrong.status, wrong.body.errors[0].path]).toEqual([422, 'size']);
    // Sent again, what was answered meanwhile stays.
    expect((await ask('POST', '/drafts', { service, language: 'en' }, key)).body).toEqual(opened);
    const cleared = await done('PUT', `${at}/answers`, { answers: rest, cleared: ['place'] });
    expect(missing(cleared)).toEqual(['place']);
    const reviewed = await done('PUT', `${at}/answers`, { answers: { place } });
    expect([reviewed.problems, reviewed.answers, reviewed.language]).toEqual([[], whole, 'en']);
    const before = await countCases();
    const made = await done('POST', `${at}/request`);
    expect(await done('POST', `${at}/request`)).toEqual(made);
    expect(await countCases()).toBe(before + 1);
    expect(await answersOf(made.reference)).toEqual(whole);
    expect((await ask('GET', at)).status).toBe(410);
    expect(await done('GET', `/requests/${made.id}`)).toMatchObject({
      reference: made.reference,
      statusCode: made.statusCode,
      language: 'en',
    });
    const letter = Buffer.from(await done('GET', `/requests/${made.id}/receipt`));
    expect(letter.subarray(0, 5).toString()).toBe('%PDF-');
    const roll = Buffer.from(await done('GET', `/requests/${made.id}/receipt?paper=roll`)).toString();
    expect(roll).toContain('<svg class="qr"');
    expect(roll).toMatch(/<style>[\s\S]*\.receipt/);
  });

  it('keeps each of several changes that come at once, with its documents', async () => {
    const { id } = await done('POST', '/drafts', { service });
    const at = `/drafts/${id}`;
    const { place, size, photo: _photo, ...rest } = whole;
    await whileHeld(`counter:${id}`, [
      () => done('PUT', `${at}/answers`, { answers: { place } }),
      () => done('PUT', `${at}/answers`, { answers: { size } }),
      () => done('PUT', `${at}/answers`, { answers: rest }),
      () => done('PUT', `${at}/documents/photo`, scanned()),
    ]);
    expect((await done('GET', at)).answers).toEqual({
      ...whole,
      photo: { evidence: [expect.any(String)] },
    });
  });

  it('takes documents, which are looked at', async () => {
    const { id } = await done('POST', '/drafts', { service });
    const at = `/drafts/${id}`;
    await done('PUT', `${at}/answers`, { answers: whole });
    expect((await ask('PUT', `${at}/documents/photo`, scanned(Buffer.from('MZ')))).status).toBe(422);
    expect((await ask('PUT', `${at}/documents/size`, scanned())).status).toBe(404);
    await done('PUT', `${at}/documents/photo`, scanned());
    const { evidence } = await done('PUT', `${at}/documents/photo`, scanned());
    expect(evidence).toHaveLength(1);
    expect((await ask('PUT', `${at}/answers`, { answers: { photo: { evidence } } })).status).toBe(422);
    const { reference } = await done('POST', `${at}/request`);
    expect((await answersOf(reference))['photo']).toEqual({ evidence });
  });

  it('is gone on with on the counter’s page, as what was typed there is here', async () => {
    const visitor = visit(api.app);
    await visitor.signIn('commis', testPassword);
    const { id } = await done('POST', '/drafts', { service });
    await done('PUT', `/drafts/${id}/answers`, { answers: { place: { text: 'Au coin' }, size: 'small' } });
    const page = await visitor.get(`/counter/${service}/${id}`);
    expect(page.html).toContain('Au coin');
    await visitor.send(`/counter/${service}/${id}`, { 'place.text': 'Devant le 40', size: '1', danger: 'N' });
    expect((await done('GET', `/drafts/${id}`)).answers).toMatchObject({
      place: { text: 'Devant le 40' },
      danger: false,
    });
  });

  it('is shown to its person on the screen before the counter, who says whether it is right', async () => {
    const placeId = await addPlace(desk.ctx, {
      code: 'annexe',
      name: { fr: 'Annexe', en: 'Annex' },
      timeZone: 'America/Toronto',
    });
    const counterId = await addCounter(desk.ctx, { placeId, name: '1' });
    const { code } = await makeDevice(await desk.staff('cheffe', ['supervisor'], ['voirie']), {
      use: 'screen',
      placeId,
      counterId,
    });
    const actor = await findDevice(desk.door, (await linkDevice(desk.door, code)).token);
    if (!actor) throw new Error('no device');
    const screen = as(desk.door, actor);
    await done('PUT', '/counter/seat', { counterId });
    const { id: visitId } = await done('POST', '/counter/walk-ins', { family: 'municipal' });
    const { id } = await done('POST', '/drafts', { service, visitId });
    const at = `/drafts/${id}`;
    await done('PUT', `${at}/answers`, { answers: whole });
    expect((await done('GET', `${at}/screen`)).shown).toBeNull();
    const first = await done('POST', `${at}/screen`);
    expect(first).toEqual({ kind: 'shown', checkId: expect.any(String) });
    expect(await done('POST', `${at}/screen`)).toEqual({ ...first, kind: 'already' });
    const shown = await readScreen(screen);
    if (shown.kind !== 'check') throw new Error(shown.kind);
    await answerScreen(screen, { checkId: shown.id, answer: 'wrong' });
    expect((await done('GET', `${at}/screen`)).shown).toMatchObject({ answer: 'wrong', how: 'screen' });
    await done('PUT', `${at}/answers`, { answers: { size: 'small' } });
    const said = (checkId: string, answer = 'right', of = at) =>
      ask('POST', `${of}/screen/answer`, { checkId, answer });
    // Neither what was shown before, nor what the person touched then, is said of what stands now.
    for (const answer of ['right', 'wrong']) expect((await said(first.checkId, answer)).status).toBe(409);
    const { checkId } = await done('POST', `${at}/screen`);
    const other = await done('POST', '/drafts', { service, visitId });
    expect((await said(checkId, 'right', `/drafts/${other.id}`)).status).toBe(404);
    expect((await said(checkId)).body).toEqual({ kind: 'answered' });
    expect((await said(checkId)).body).toEqual({ kind: 'already' });
    expect((await done('GET', `${at}/screen`)).shown).toEqual({
      checkId,
      isCurrent: true,
      answer: 'right',
      how: 'oral',
    });
    await done('PUT', `/drafts/${other.id}/answers`, { answers: whole });
    await done('POST', `/drafts/${other.id}/screen`);
    expect((await done('GET', `${at}/screen`)).shown, 'others are shown').toMatchObject({ isCurrent: false });
    expect((await said(checkId)).status).toBe(409);
    const made = await done('POST', `${at}/request`);
    await done('POST', `/visits/${visitId}/end`);
    expect((await done('GET', `/visits/${visitId}`)).requests).toContainEqual(
      expect.objectContaining({ reference: made.reference }),
    );
  });
});

describe('a receipt', () => {
  const owed = 'permis-chien';
  const says = async (by: TestProgram, id: string) =>
    Buffer.from(await by.done('GET', `/requests/${id}/receipt?paper=roll`))
      .toString()
      .replaceAll(/<style>[\s\S]*<\/style>/g, '');

  it('says no payment that is not known, nor one where there is no fee', async () => {
    const outside = await api.program('ailleurs', ['clerk'], ['greffe']);
    const made = await outside.done('POST', '/requests', { service: owed, answers: paperAnswers[owed] });
    expect(await outside.done('GET', `/requests/${made.id}`)).toMatchObject({ owed: null, paid: null });
    expect(await says(outside, made.id)).not.toMatch(/À payer|Payé|\$/);
    expect(await done('GET', `/requests/${made.id}`)).toMatchObject({ owed: 3000, paid: 0 });
    expect(await says(clerk, made.id)).toMatch(/À payer[\s\S]*30,00\s\$/);
    const free = await done('POST', '/requests', { service, answers: whole });
    expect(await done('GET', `/requests/${free.id}`)).toMatchObject({ owed: 0, paid: 0 });
    expect(await says(clerk, free.id)).not.toMatch(/À payer|Payé|\$/);
  });

  it('of a request sent again asks for what is still owed, and its visit knows the case', async () => {
    const { adminSql } = desk.database;
    const caseOf = async (form: string) => {
      const [row] = await adminSql<[{ caseId: string | null }?]>`
        select case_id as "caseId" from visit_request where form = ${form}`;
      return row?.caseId;
    };
    const visitId = (await done('POST', '/counter/walk-ins', { family: 'municipal' })).id;
    const { id } = await done('POST', '/drafts', { service: owed, visitId });
    const whole = { answers: paperAnswers[owed] };
    await done('PUT', `/drafts/${id}/answers`, whole);
    const once = key();
    const direct = { service: owed, ...whole, visitId };
    const { body: other } = await ask('POST', '/requests', direct, once);
    await done('POST', `/visits/${visitId}/end`);
    await done('POST', `/drafts/${id}/request`);
    const visitor = visit(api.app);
    await visitor.signIn('commis', testPassword);
    const csrf = /name="_csrf" value="([^"]+)"/.exec((await visitor.get('/counter')).html)?.[1] ?? '';
    const press = async () => {
      const page = await visitor.post(`/counter/${owed}/${id}`, { _csrf: csrf });
      expect(page.path).toContain('/receipt?told=already');
      expect(page.html).toContain(`action="/counter/${owed}/${id}/receipt/fee"`);
    };
    for (const [form, again] of [
      [id, press],
      [id, () => done('POST', `/drafts/${id}/request`)],
      [other.id, () => ask('POST', '/requests', direct, once)],
    ] as const) {
      // As when whoever sent it died before.
      await adminSql`update visit_request set case_id = null where form = ${form}`;
      await again();
      expect(await caseOf(form)).toEqual(expect.any(String));
    }
  });
});

describe('a request of another door', () => {
  it('is taken up by its number and code, its sensitive answers hidden, and sent as one case', async () => {
    const web = desk.public('web');
    const code = 'permis-chien';
    const answers = paperAnswers[code] ?? {};
    const version = desk.ctx.catalogue.find(code)?.definition.version ?? 1;
    const content = { answers, skipped: [] };
    const draftId = await saveDraft(web, { service: code, version, channel: 'web', language: 'fr', content });
    const offered = await offerResume(web, { draftId });
    const proof = { number: offered.number, code: offered.code };
    const wrong = proof.code === '000000' ? '111111' : '000000';
    expect((await ask('POST', '/drafts/resumption', { ...proof, code: wrong }, key())).status).toBe(404);
    const once = key();
    const { body } = await ask('POST', '/drafts/resumption', proof, once);
    expect((await ask('POST', '/drafts/resumption', proof, once)).body).toEqual(body);
    const draft = await done('GET', `/drafts/${body.id}`);
    expect(draft.hidden.length).toBeGreaterThan(0);
    for (const hidden of draft.hidden) expect(draft.answers).not.toHaveProperty([hidden]);
    const { reference } = await done('POST', `/drafts/${body.id}/request`);
    expect(await answersOf(reference)).toEqual(answers);
  });

  it('keeps each of several changes that come at once, from its page and a program', async () => {
    const version = desk.ctx.catalogue.find(service)?.definition.version ?? 1;
    const content = { answers: { size: 'small', danger: false }, skipped: [] };
    const web = desk.public('web');
    const draftId = await saveDraft(web, { service, version, channel: 'web', language: 'fr', content });
    const { number, code } = await offerResume(web, { draftId });
    const { body } = await ask('POST', '/drafts/resumption', { number, code }, key());
    const at = `/drafts/${body.id}`;
    const visitor = visit(api.app);
    await visitor.signIn('commis', testPassword);
    const page = `/counter/resumed/${body.id}`;
    await visitor.get(page);
    await whileHeld(`resumed:${body.id}`, [
      () => done('PUT', `${at}/answers`, { answers: { size: 'large' } }),
      () => done('PUT', `${at}/answers`, { answers: { danger: true } }),
      () => visitor.send(page, { 'place.text': 'Au coin', size: '1', danger: 'N', _action: 'refresh' }),
    ]);
    expect((await done('GET', at)).answers).toMatchObject({
      place: { text: 'Au coin' },
      size: 'large',
      danger: true,
    });
  });
});

describe('the request of a call', () => {
  it('is gone on with beside what its caller answers, and is one case', async () => {
    const { page, answered } = await answeringCall(desk, { size: 'small' });
    const at = `${page}/draft`;
    expect((await done('GET', at)).answers).toEqual({ size: 'small' });
    const { place, size: _size, photo: _photo, ...rest } = whole;
    await done('PUT', `${at}/answers`, { answers: rest });
    await done('PUT', `${at}/documents/photo`, scanned());
    await answered({ size: 'small', place });
    expect((await done('GET', at)).problems).toEqual([]);
    const made = await done('POST', `${page}/request`);
    expect(made.kind).toBe('accepted');
    expect(await done('POST', `${page}/request`)).toEqual({ kind: 'already', reference: made.reference });
    expect(await answersOf(made.reference)).toMatchObject({ ...rest, place, size: 'small' });
    expect((await ask('GET', at)).status).toBe(410);
  });
});

describe('what a counter kept without network', () => {
  const kept = (answers: object, agoMs = hour) => ({
    number: newId(),
    service,
    version: desk.ctx.catalogue.find(service)?.definition.version,
    answers,
    keptAt: new Date(desk.ctx.clock.now().getTime() - agoMs).toISOString(),
  });

  it('is taken once, deposited when its button was pressed', async () => {
    const request = kept(whole);
    const before = await countCases();
    const first = await done('POST', '/kept-requests', request);
    expect(first.kind).toBe('accepted');
    expect(await done('POST', '/kept-requests', request)).toMatchObject({ ...first, kind: 'already' });
    expect(await countCases()).toBe(before + 1);
    const { depositedAt } = await readCase(clerk.ctx, { reference: first.reference });
    expect(depositedAt).toEqual(new Date(request.keptAt));
    const other = { ...request, answers: { ...whole, size: 'small' }, pressedAt: new Date().toISOString() };
    expect((await done('POST', '/kept-requests', other)).kind).toBe('differs');
    expect((await done('GET', `/requests/${request.number}`)).reference).toBe(first.reference);
  });

  it('and that lacks an answer is gone on with here, still of that instant; one too old is not taken', async () => {
    const { place, ...rest } = whole;
    const request = kept(rest);
    const told = await done('POST', '/kept-requests', request);
    expect([told.kind, missing(told)]).toEqual(['incomplete', ['place']]);
    await done('PUT', `/drafts/${request.number}/answers`, { answers: { place } });
    const { reference } = await done('POST', `/drafts/${request.number}/request`);
    expect((await readCase(clerk.ctx, { reference })).depositedAt).toEqual(new Date(request.keptAt));
    expect((await done('POST', '/kept-requests', kept(whole, 24 * 30 * hour))).kind).toBe('too-old');
  });
});

function key(): Record<string, string> {
  return { 'idempotency-key': randomUUID() };
}
