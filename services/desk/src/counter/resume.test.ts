import { randomBytes } from 'node:crypto';
import {
  beginRecording,
  type DraftContent,
  findDraft,
  offerResume,
  overwriteDraft,
  readCase,
  resumeDraft,
  saveDraft,
} from '@guichet/casework';
import { type DraftId, idOfHash, newId, newReference } from '@guichet/kernel';
import { createLogger } from '@guichet/platform';
import { describe, expect, it } from 'vitest';
import { type DeskVisitor, visit } from '../../../../tests/support/desk-visitor.ts';
import { testPassword, useDesk } from '../../../../tests/support/test-desk.ts';
import { createApp } from '../app.tsx';

const desk = await useDesk();
const { adminSql } = desk.database;
const [web, phone] = [desk.public('web'), desk.public('phone')];
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });
const clerk = await desk.staff('commis', ['clerk'], ['voirie', 'animaux', 'greffe']);
const visitor = visit(app);
await visitor.signIn('commis', testPassword);
await desk.staff('clerk', ['clerk'], ['voirie'], 'en');
const english = visit(app);
await english.signIn('clerk', testPassword);
await desk.staff('agente', ['agent'], ['voirie']);
const agent = visit(app);
await agent.signIn('agente', testPassword);

interface Aside {
  id: DraftId;
  number: string;
  code: string;
}

async function setAside(answers: DraftContent['answers'], service = 'nid-de-poule'): Promise<Aside> {
  const version = desk.ctx.catalogue.find(service)?.definition.version ?? 1;
  const content = {
    answers,
    skipped: [],
    provenance: Object.fromEntries(Object.keys(answers).map((key) => [key, { how: 'typed' }])),
  };
  const id = await saveDraft(web, { service, version, channel: 'web', language: 'en', content });
  return { id, ...(await offerResume(web, { draftId: id })) };
}

async function resume(by: DeskVisitor, { number, code }: Pick<Aside, 'number' | 'code'>) {
  await by.get('/counter');
  return by.send('/counter/resume', { number, code });
}

const wrongOf = (code: string) => (code === '000000' ? '111111' : '000000');
const rest = { size: '1', danger: 'N', 'reply-way': '5', 'reply-name': 'Jeanne' };
const referenceOn = (html: string) =>
  /reference-code">([\d\s\u00a0]+)</.exec(html)?.[1]?.replace(/\D/g, '') ?? '';

describe('a request set aside, taken up at the counter', () => {
  it('opens its service’s screen with its answers, and is one case of the counter with a receipt', async () => {
    const aside = await setAside({ place: { text: 'En face du 12' }, size: 'small' });
    const spaced = { number: aside.number.replace(/^(...)(...)/, '$1 $2 '), code: aside.code };
    const screen = await resume(visitor, spaced);
    expect(screen.path).toMatch(/^\/counter\/resumed\/[0-9a-f-]{36}$/);
    expect(screen.html).toContain('En face du 12');
    expect(screen.html).toMatch(/id="person-en"[^>]*checked/);
    expect(screen.path).not.toContain(aside.code);
    expect(await findDraft(web, { id: aside.id })).toBeUndefined();
    const short = await visitor.send(screen.path, { ...rest, 'place.text': 'En face du 12', danger: '' });
    expect(short.status).toBe(422);
    const sending = { ...rest, 'place.text': 'En face du 12', '_person-language': 'fr' };
    const receipt = await visitor.send(screen.path, sending);
    expect(receipt.path).toMatch(/^\/counter\/nid-de-poule\/.*\/receipt$/);
    expect(receipt.html).toContain('class="receipt-sheet" lang="fr"');
    const file = await readCase(clerk, { reference: referenceOn(receipt.html) });
    expect(file.channel).toBe('counter');
    expect(Object.fromEntries(file.answers.map((one) => [one.question, one.provenance.how]))).toMatchObject({
      place: 'typed',
      size: 'typed',
      danger: 'typed-by-staff',
    });
    const again = await visitor.get(screen.path);
    expect(again.path).toContain('/receipt?told=already');
    expect(referenceOn(again.html)).toBe(referenceOn(receipt.html));
    const events = await adminSql<{ actorKind: string }[]>`
      select e.actor_kind from event e join draft d on d.id = e.subject_id
      where d.number = ${aside.number} and e.kind = 'draft.resumed'`;
    expect(events).toEqual([{ actorKind: 'staff' }]);
  });

  it('keeps what was said by telephone for its transcription, and masks what is sensitive', async () => {
    const evidence = newId<'evidence'>();
    const id = idOfHash<'draft'>(randomBytes(16));
    await overwriteDraft(phone, {
      id,
      externalKey: `call:${id}`,
      service: 'nid-de-poule',
      version: 1,
      channel: 'phone',
      language: 'fr',
      content: { answers: { place: { pending: 'transcription', evidence }, size: 'small' }, skipped: [] },
    });
    const recording = { evidenceId: evidence, providerRef: `RE${id}`, mediaType: 'audio/wav', draftId: id };
    await beginRecording(phone, recording);
    const screen = await resume(visitor, await offerResume(phone, { draftId: id }));
    expect(screen.html).toContain('Enregistrée');
    const receipt = await visitor.send(screen.path, { ...rest, 'place.text': '' });
    const tasks = await adminSql`
      select t.question from task t join cases c on c.id = t.case_id where c.reference = ${referenceOn(receipt.html)}`;
    expect(tasks).toEqual([{ question: 'place' }]);
    const secret = secretOf();
    const masked = await resume(
      visitor,
      await setAside({ [secret.key]: 'ce que nul ne lit' }, secret.service),
    );
    expect(masked.path).toContain('/counter/resumed/');
    expect(masked.html).not.toContain('ce que nul ne lit');
    await visitor.send(masked.path, { _action: 'refresh' });
    const nonce = masked.path.split('/').at(-1);
    const kept = await findDraft(desk.ctx, { externalKey: `resumed:${nonce}` });
    expect(kept?.content.answers).toMatchObject({ [secret.key]: 'ce que nul ne lit' });
  });

  it('goes on elsewhere again with the same number and code, and what was typed at the counter', async () => {
    const aside = await setAside({ size: 'small' });
    const screen = await resume(visitor, aside);
    await visitor.send(screen.path, { 'place.text': 'Au coin', size: '1', _action: 'refresh' });
    const resumed = await resumeDraft(web, aside);
    if (resumed.kind !== 'draft') throw new Error(resumed.kind);
    expect(resumed.draft.content.answers).toEqual({ place: { text: 'Au coin' }, size: 'small' });
    expect((await visitor.get(screen.path)).status).toBe(410);
  });
});

describe('the counter’s form for a number and a code', () => {
  it('says what is missing or wrong, in the clerk’s language, with what was typed', async () => {
    const empty = await resume(visitor, { number: '', code: '' });
    expect(empty.status).toBe(422);
    expect(empty.html).toMatch(/href="#q-number".*href="#q-code"/s);
    const short = await resume(english, { number: '12345', code: '123456' });
    expect(short.html).toContain('A resume number has ten digits');
    expect(short.html).toContain('value="12345"');
    const reference = await resume(english, { number: newReference(), code: '123456' });
    expect(reference.html).toContain('there is nothing to resume');
  });

  it('does not tell an unknown number from a wrong code', async () => {
    const { number, code } = await setAside({ size: 'small' });
    const pages = [
      await resume(visitor, { number, code: wrongOf(code) }),
      await resume(visitor, { number: '1000000007', code }),
    ];
    const words = 'Aucune demande en cours ne correspond';
    expect(pages.map(({ status, html }) => [status, html.includes(words)])).toEqual([
      [422, true],
      [422, true],
    ]);
  });

  it('counts tries with those of every other door, and after ten says to wait', async () => {
    const { number, code } = await setAside({ size: 'small' });
    for (let tries = 0; tries < 5; tries += 1) {
      await resumeDraft(web, { number, code: wrongOf(code) }).catch(() => {});
      await resume(english, { number, code: wrongOf(code) });
    }
    const closed = await resume(english, { number, code });
    expect(closed.status).toBe(429);
    expect(closed.html).toContain('Wait fifteen minutes');
  });

  it('says of a request that was sent that there is nothing to resume', async () => {
    const aside = await setAside({ place: { text: 'Au coin' } });
    const screen = await resume(visitor, aside);
    const receipt = await visitor.send(screen.path, { ...rest, 'place.text': 'Au coin' });
    expect(receipt.path).toContain('/receipt');
    expect((await resume(visitor, aside)).html).toContain('a déjà été envoyée');
  });

  it('says why of a service that the counter does not take, and leaves the request set aside', async () => {
    const { catalogue } = desk.ctx;
    const pothole = catalogue.find('nid-de-poule');
    if (!pothole) throw new Error('no such service');
    const counter = { except: { fr: 'Il faut être sur place.', en: 'It must be done there.' } };
    const { definition } = pothole;
    const closed = {
      ...pothole,
      definition: { ...definition, channels: { ...definition.channels, counter } },
    };
    const ctx = { ...desk.door, catalogue: { ...catalogue, services: [closed], find: () => closed } };
    const elsewhere = visit(createApp({ ctx, log, publicUrl: 'http://localhost:3000', https: false }));
    await elsewhere.signIn('commis', testPassword);
    const aside = await setAside({ size: 'small' });
    const page = await resume(elsewhere, aside);
    expect(page.status).toBe(422);
    expect(page.html).toContain('pas offert au comptoir. Il faut être sur place.');
    expect(await resumeDraft(web, aside)).toMatchObject({
      draft: { content: { answers: { size: 'small' } } },
    });
  });

  it('is not for who does not serve at the counter', async () => {
    const { id, number, code } = await setAside({ size: 'small' });
    const csrf = /name="_csrf" value="([^"]+)"/.exec((await agent.get('/calls')).html)?.[1] ?? '';
    expect((await agent.post('/counter/resume', { _csrf: csrf, number, code })).status).toBe(403);
    expect(await findDraft(web, { id })).toBeDefined();
  });
});

/** A text that is sensitive and always asked, in whatever shipped service has one. */
function secretOf(): { service: string; key: string } {
  for (const { definition, questions, sensitivityOf } of desk.ctx.catalogue.services) {
    if (definition.channels.counter) continue;
    const found = questions.find(
      ({ key, type, when }) => sensitivityOf.get(key) === 'sensitive' && type === 'long-text' && !when,
    );
    if (found) return { service: definition.code, key: found.key };
  }
  throw new Error('no service asks for a sensitive text');
}
