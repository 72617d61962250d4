import { randomBytes } from 'node:crypto';
import {
  acceptSubmission,
  beginRecording,
  draftKey,
  endLiveCall,
  findAcceptance,
  findDraft,
  findTyped,
  layOver,
  noteLiveCall,
  offerResume,
  overwriteDraft,
  readCallMarks,
  resumeDraft,
} from '@guichet/casework';
import { type DraftId, newId } from '@guichet/kernel';
import { createLogger } from '@guichet/platform';
import { describe, expect, it } from 'vitest';
import { visit } from '../../../../tests/support/desk-visitor.ts';
import { testPassword, useDesk } from '../../../../tests/support/test-desk.ts';
import { createApp } from '../app.tsx';
import type { SignedIn } from '../frame/desk-env.ts';
import { watchQueue } from '../queue/watch-queue.ts';

const desk = await useDesk();
const { adminSql } = desk.database;
const agent = await desk.staff('agente', ['agent'], ['voirie']);
await desk.staff('ailleurs', ['agent'], ['animaux']);
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });
const visitor = visit(app);
await visitor.signIn('agente', testPassword);
const elsewhere = visit(app);
await elsewhere.signIn('ailleurs', testPassword);

/** A text that is sensitive, in whatever shipped service asks for one. */
function findSecret() {
  for (const { definition, questions, sensitivityOf } of desk.ctx.catalogue.services) {
    const found = questions.find(
      ({ key, type, when }) => sensitivityOf.get(key) === 'sensitive' && type === 'long-text' && !when,
    );
    if (!found) continue;
    const { code, routing } = definition;
    const shown = 'ce que personne ne doit lire';
    return {
      service: code,
      team: routing.team,
      key: found.key,
      shown,
      other: 'autre chose',
      answers: { [found.key]: shown },
    };
  }
  throw new Error('no service asks for a sensitive text');
}
const secret = findSecret();
await desk.staff('confidente', ['agent'], [secret.team]);
const officer = visit(app);
await officer.signIn('confidente', testPassword);

interface Calling {
  callSid: string;
  draftId: DraftId;
  address: string;
}

/** A caller who answered something and asked for a person. */
async function calling(
  answers: Record<string, unknown>,
  { service = 'nid-de-poule' }: { service?: string } = {},
): Promise<Calling> {
  const callSid = `CA${randomBytes(16).toString('hex')}`;
  const draftId = newId<'draft'>();
  const version = desk.ctx.catalogue.find(service)?.definition.version ?? 1;
  const content = {
    answers,
    skipped: [],
    provenance: Object.fromEntries(Object.keys(answers).map((key) => [key, { how: 'dtmf' }])),
  };
  await overwriteDraft(desk.public('phone'), {
    id: draftId,
    externalKey: `call:${callSid}:1`,
    service,
    version,
    channel: 'phone',
    language: 'fr',
    content,
  });
  const id = await noteLiveCall(desk.ctx, {
    callSid,
    language: 'fr',
    reason: 'asked',
    turn: 1,
    way: 'transfer',
    phone: '+14185550123',
    service,
    draftId,
  });
  return { callSid, draftId, address: `/calls/${id}` };
}

/** What stands of a request: what staff typed over what the caller answered. */
async function held(id: DraftId): Promise<Record<string, unknown> | undefined> {
  const [draft, typed] = [await findDraft(desk.ctx, { id }), await findTyped(desk.ctx, id)];
  return draft && layOver(draft.content, draft.service, typed).answers;
}

const casesOf = (draftId: DraftId) =>
  adminSql<{ reference: string; channel: string }[]>`
    select reference, channel from cases where id = (select case_id from draft where id = ${draftId})`;

describe('a call on the line', () => {
  it('is listed for its team alone, until it is over, when its number is forgotten', async () => {
    const { callSid, address } = await calling({ size: 'small' });
    expect((await visitor.get('/calls')).html).toContain(address);
    expect((await elsewhere.get('/calls')).html).not.toContain(address);
    expect((await elsewhere.get(address)).status).toBe(404);
    expect((await visitor.get(address)).html).toMatch(/418.555.0123/);
    await endLiveCall(desk.ctx, callSid);
    await endLiveCall(desk.ctx, callSid);
    expect((await visitor.get('/calls')).html).not.toContain(address);
    expect((await visitor.get(address)).html).not.toMatch(/555.0123/);
    const id = address.slice('/calls/'.length);
    const events = await adminSql<
      { kind: string }[]
    >`select kind from event where subject_id = ${id} order by seq`;
    expect(events.map(({ kind }) => kind)).toEqual(['call.waiting', 'call.read', 'call.over', 'call.read']);
  });

  it('changes what an open page watches when it comes, is opened and is over', async () => {
    const watch = watchQueue(desk.door, readCallMarks);
    const actor = agent.actor as SignedIn['actor'];
    const within = () => AbortSignal.timeout(5_000);
    let seen = await watch.next(actor, '', within());
    const next = async () => {
      const mark = await watch.next(actor, seen, within());
      expect(mark).not.toBe(seen);
      seen = mark;
    };
    const { callSid, address } = await calling({ size: 'small' });
    await next();
    await visitor.get(address);
    await next();
    await endLiveCall(desk.ctx, callSid);
    await next();
  });

  it('shows its answers so far, sensitive ones only for a purpose that the history keeps', async () => {
    const { address } = await calling(secret.answers, { service: secret.service });
    const page = await officer.get(address);
    expect(page.html).not.toContain(secret.shown);
    expect((await officer.send(`${address}/revelation`, { purpose: 'x' })).status).toBe(422);
    const revealed = await officer.send(`${address}/revelation`, { purpose: 'la personne le demande' });
    expect(revealed.html).toContain(secret.shown);
    const id = address.slice('/calls/'.length);
    const [event] = await adminSql<{ data: unknown }[]>`
      select data from event where subject_id = ${id} and kind = 'call.revealed'`;
    expect(event?.data).toEqual({ purpose: 'la personne le demande' });
    expect((await officer.get(`${address}/request`)).html).not.toContain(secret.shown);
  });

  it('keeps a sensitive answer that its page did not show, unless another is typed', async () => {
    const { draftId, address } = await calling(secret.answers, { service: secret.service });
    await officer.get(`${address}/request`);
    await officer.send(`${address}/request`, { _action: 'refresh' });
    expect(await held(draftId)).toMatchObject(secret.answers);
    await officer.send(`${address}/request`, { _action: 'refresh', [secret.key]: secret.other });
    expect(await held(draftId)).toMatchObject({ [secret.key]: secret.other });
  });
});

describe('the entries of a group, gone on with by a person', () => {
  const recorded = () => ({ pending: 'transcription', evidence: newId<'evidence'>() });
  const anyone = async (login: string, team: string) => {
    await desk.staff(login, ['agent'], [team]);
    const their = visit(app);
    await their.signIn(login, testPassword);
    return their;
  };

  it('keep each its recording when one before them is removed', async () => {
    const librarian = await anyone('bibliothecaire', 'bibliotheque');
    const [first, second, third] = [recorded(), recorded(), recorded()];
    const family = [
      { member: first, relationship: 'spouse' },
      { member: second, relationship: 'child' },
      { member: third, relationship: 'child' },
    ];
    const { draftId, address } = await calling(
      { 'with-family': true, family },
      { service: 'inscription-bibliotheque' },
    );
    await librarian.get(`${address}/request`);
    const typed = { 'with-family': 'O', 'family.0.relationship': '1' };
    const shown = { ...typed, 'family.1.relationship': '2', 'family.2.relationship': '2' };
    await librarian.send(`${address}/request`, { ...shown, _action: 'remove:family:0' });
    expect((await held(draftId))?.['family']).toMatchObject([{ member: second }, { member: third }]);
    // A blank entry more makes the group wrong as it stands: nothing of it may go.
    const moved = { ...typed, 'family.0.relationship': '2', 'family.1.relationship': '2' };
    await librarian.send(`${address}/request`, { ...moved, _action: 'add:family' });
    const name = { 'family.0.member.given': 'Rose', 'family.0.member.family': 'Roy' };
    const named = { ...name, 'family.0.member.birthDate': '2015-03-05' };
    await librarian.send(`${address}/request`, { ...moved, ...named, _action: 'refresh' });
    expect((await held(draftId))?.['family']).toMatchObject([
      { member: { given: 'Rose', family: 'Roy' } },
      { member: third },
    ]);
  });

  it('keep what their page did not show when one of their fields is typed', async () => {
    const counsellor = await anyone('moniteur', 'loisirs');
    const [first, second] = [recorded(), recorded()];
    const child = { 'child-birth': '2018-05-12', swimming: 'swims', support: true };
    const children = [
      { child: first, ...child },
      { child: second, ...child, health: ['asthma'], 'health-detail': 'une pompe' },
    ];
    const { draftId, address } = await calling({ children }, { service: 'camp-jour' });
    const page = await counsellor.get(`${address}/request`);
    expect(page.html).not.toContain('une pompe');
    await counsellor.send(`${address}/request`, { 'children.1.swimming': '2', _action: 'refresh' });
    const changed = [children[0], { ...children[1], swimming: 'vest' }];
    expect((await held(draftId))?.['children']).toEqual(changed);
    await counsellor.send(`${address}/request`, { _action: 'remove:children:0' });
    expect((await held(draftId))?.['children']).toEqual([changed[1]]);
  });
});

describe('a request that goes on with a person', () => {
  it('keeps what was answered, takes the rest, and is one case on the same draft, whoever sends it', async () => {
    const evidence = newId<'evidence'>();
    const place = { pending: 'transcription', evidence };
    const { callSid, draftId, address } = await calling({ place, size: 'small' });
    await beginRecording(desk.public('phone'), {
      evidenceId: evidence,
      providerRef: `RE${randomBytes(16).toString('hex')}`,
      mediaType: 'audio/wav',
      draftId,
    });
    expect((await visitor.get(`${address}/request`)).html).toContain('Enregistrée');
    const typed = { size: '1', danger: 'N', 'reply-way': '5', 'reply-name': 'Jeanne' };
    expect((await visitor.send(`${address}/request`, { ...typed, danger: '' })).status).toBe(422);
    const done = await visitor.send(`${address}/request`, typed);
    expect(done.path).toBe(address);
    const [opened] = await casesOf(draftId);
    expect(opened?.channel).toBe('phone');
    expect(done.html).toContain(`/cases/${opened?.reference}`);
    // The call itself sends the same request, as its own turn would.
    const again = await acceptSubmission(desk.public('phone'), {
      service: 'nid-de-poule',
      channel: 'phone',
      language: 'fr',
      answers: { place, size: 'small', danger: false, 'reply-way': 'pickup', 'reply-name': 'Jeanne' },
      idempotency: { scope: 'phone', key: `${callSid}:1` },
      evidence: [evidence],
      draftId,
    });
    expect(again).toMatchObject({ kind: 'already', case: { reference: opened?.reference } });
    const provenance = await adminSql<{ question: string; how: string }[]>`
      select question, provenance ->> 'how' as how from case_answer
      where case_id = (select case_id from draft where id = ${draftId}) and question in ('size', 'danger') order by question`;
    expect(provenance).toEqual([
      { question: 'danger', how: 'typed-by-staff' },
      { question: 'size', how: 'dtmf' },
    ]);
  });

  it('is one case when its caller went on by Internet and sends it as well', async () => {
    const { draftId, address } = await calling({ place: { text: 'Au coin' }, size: 'small', danger: false });
    const { number, code } = await offerResume(desk.public('phone'), { draftId });
    const resumed = await resumeDraft(desk.public('web'), { number, code });
    if (resumed.kind !== 'draft') throw new Error(resumed.kind);
    const reply = { 'reply-way': '5', 'reply-name': 'Jeanne' };
    await visitor.get(`${address}/request`);
    const sent = await visitor.send(`${address}/request`, {
      'place.text': 'Au coin',
      size: '1',
      danger: 'N',
      ...reply,
    });
    expect(sent.path).toBe(address);
    const [opened] = await casesOf(resumed.draft.id);
    expect(opened).toBeDefined();
    // What the confirmation of the browser looks for, and what its own sending meets.
    const found = await findAcceptance(desk.public('web'), draftKey(resumed.draft));
    expect(found?.reference).toBe(opened?.reference);
    const again = await acceptSubmission(desk.public('web'), {
      service: 'nid-de-poule',
      channel: 'web',
      language: 'fr',
      answers: { place: { text: 'Au coin' }, size: 'small', danger: false, 'reply-way': 'none' },
      idempotency: draftKey(resumed.draft),
      draftId: resumed.draft.id,
    });
    expect(again).toMatchObject({ kind: 'already', case: { reference: opened?.reference } });
  });
});
