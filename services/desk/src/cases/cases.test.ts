import { acceptSubmission } from '@guichet/casework';
import { createLogger } from '@guichet/platform';
import { describe, expect, it } from 'vitest';
import { visit } from '../../../../tests/support/desk-visitor.ts';
import { paperAnswers } from '../../../../tests/support/paper/index.ts';
import { testPassword, useDesk } from '../../../../tests/support/test-desk.ts';
import { createApp } from '../app.tsx';

const desk = await useDesk();
await desk.staff('agente', ['agent'], ['voirie', 'animaux']);
await desk.staff('voisin', ['agent'], ['greffe']);
await desk.staff('commis', ['clerk'], ['voirie', 'animaux']);
await desk.staff('cheffe', ['supervisor', 'agent'], ['voirie', 'animaux'], 'en');
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });

let count = 0;
async function open(service: string, channel: 'web' | 'phone' | 'mail' | 'counter' = 'web'): Promise<string> {
  count += 1;
  const acceptance = await acceptSubmission(desk.public(channel), {
    service,
    channel,
    language: 'fr',
    answers: { ...paperAnswers[service] },
    idempotency: { scope: 'test', key: String(count) },
  });
  if (acceptance.kind === 'incomplete') throw new Error(JSON.stringify(acceptance.problems));
  return acceptance.case.reference;
}

async function signedIn(name: string) {
  const visitor = visit(app);
  await visitor.signIn(name, testPassword);
  return visitor;
}

const eventsOf = (reference: string) => desk.database.adminSql<
  { kind: string; data: { purpose?: string } }[]
>`
  select e.kind, e.data from event e join cases c on c.id = e.subject_id where c.reference = ${reference} order by e.seq`;

describe('the queue', () => {
  it('shows all channels in one list, and take next opens the first case', async () => {
    const references = [
      await open('nid-de-poule', 'web'),
      await open('nid-de-poule', 'phone'),
      await open('nid-de-poule', 'counter'),
    ];
    const agent = await signedIn('agente');
    const queue = await agent.get('/');
    for (const word of ['Internet', 'Téléphone', 'Comptoir'])
      expect(queue.html).toContain(`</svg>${word}</span>`);
    const taken = await agent.send('/assignments');
    expect(taken.path).toBe(`/cases/${references[0]}`);
    expect((await agent.get('/')).html).toContain('1 dossier<');
    for (const _ of references.slice(1)) {
      await agent.get('/');
      await agent.send('/assignments');
    }
    await agent.get('/');
    expect((await agent.send('/assignments')).html).toContain('Aucun dossier à prendre');
  });

  it('finds a case by its reference however it is written, and says when it is none', async () => {
    const reference = await open('nid-de-poule');
    const agent = await signedIn('agente');
    const spaced = `${reference.slice(0, 3)} ${reference.slice(3, 6)}-${reference.slice(6)}`;
    expect((await agent.get(`/cases?reference=${encodeURIComponent(spaced)}`)).path).toBe(
      `/cases/${reference}`,
    );
    const wrong = await agent.get('/cases?reference=123');
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('value="123"');
  });
});

describe('a case', () => {
  it('of another team is not found, and neither is one that does not exist', async () => {
    const reference = await open('permis-chien');
    const neighbour = await signedIn('voisin');
    expect((await neighbour.get(`/cases/${reference}`)).status).toBe(404);
    expect((await neighbour.get('/cases/1000000009')).status).toBe(404);
  });

  it('hides sensitive answers until a purpose is given, which the history keeps', async () => {
    const reference = await open('permis-chien');
    const agent = await signedIn('agente');
    const page = await agent.get(`/cases/${reference}`);
    const secret = desk.ctx.catalogue.find('permis-chien')?.sensitivityOf.get('assistance');
    expect(secret).toBe('sensitive');
    expect(page.html).toContain('Masqué');
    const refused = await agent.send(`/cases/${reference}/revelation`, { purpose: ' ' });
    expect(refused.status).toBe(422);
    const revealed = await agent.send(`/cases/${reference}/revelation`, { purpose: 'Vérifier la gratuité' });
    expect(revealed.html).toContain('Vérifier la gratuité');
    expect(revealed.html).not.toContain('Masqué');
    const events = await eventsOf(reference);
    expect(events.filter(({ kind }) => kind === 'case.revealed').map(({ data }) => data.purpose)).toEqual([
      'Vérifier la gratuité',
    ]);
  });

  it('is asked about, goes on, and is closed with the words as adapted', async () => {
    await open('permis-chien');
    const agent = await signedIn('agente');
    await agent.get('/');
    const { path, html } = await agent.send('/assignments');
    const outcome = outcomeIn(html);
    const reference = path.split('/').at(-1) ?? '';
    const paused = await agent.send(`${path}/pause`, { question: 'Quel est le poids du chien?' });
    expect(paused.html).toContain('La question part');
    const resumed = await agent.send(`${path}/resumption`);
    expect(resumed.html).toContain('Le délai repart.');
    const none = await agent.send(`${path}/closure`);
    expect(none.status).toBe(422);
    expect(none.html).toContain('Choisissez une décision.');
    const closed = await agent.send(`${path}/closure`, {
      outcome,
      [`words.${outcome}`]: 'C’est fait. Bravo!',
    });
    expect(closed.html).toContain('C’est fait. Bravo!');
    expect(closed.html).toContain('Dossier fermé');
    const kinds = (await eventsOf(reference)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'case.closed')).toHaveLength(1);
    expect(kinds).toEqual(expect.arrayContaining(['case.taken', 'case.paused', 'case.resumed']));
  });

  it('refused with words too long keeps them on the page', async () => {
    await open('nid-de-poule');
    const agent = await signedIn('agente');
    const { path, html } = await agent.send('/assignments');
    const outcome = outcomeIn(html);
    const page = await agent.send(`${path}/closure`, {
      outcome,
      [`words.${outcome}`]: `Très ${'long '.repeat(1000)}`,
    });
    expect(page.status).toBe(422);
    expect(page.html).toContain('long long long');
    const returned = await agent.send(`${path}/return`);
    expect(returned.html).toContain('de retour dans la file');
  });

  it('is read but not decided by a clerk', async () => {
    const reference = await open('nid-de-poule');
    const clerk = await signedIn('commis');
    const page = await clerk.get(`/cases/${reference}`);
    expect(page.status).toBe(200);
    expect(page.html).not.toContain('/closure"');
    const csrf = /name="_csrf" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
    const refused = await clerk.post(`/cases/${reference}/closure`, { _csrf: csrf, outcome: 'repaired' });
    expect(refused.status).toBe(403);
    expect((await clerk.post('/assignments', { _csrf: csrf })).status).toBe(403);
  });
});

describe('every page', () => {
  const pages = [
    '/',
    '/counter',
    '/counter/permis-chien',
    '/mailroom',
    '/tasks',
    '/print',
    '/pickup',
    '/supervisor',
  ];

  it('is drawn in French and in English', async () => {
    await desk.staff('tout', ['clerk', 'supervisor', 'agent'], ['voirie', 'animaux', 'greffe']);
    const visitor = await signedIn('tout');
    const reference = await open('changement-adresse');
    for (const [lang, tag] of [
      ['fr', 'fr-CA'],
      ['en', 'en-CA'],
    ]) {
      for (const path of [...pages, `/cases/${reference}`]) {
        const page = await visitor.get(`${path}?lang=${lang}`);
        expect(page.status, path).toBe(200);
        expect(page.html, path).toContain(`lang="${tag}"`);
        expect(page.html, path).not.toMatch(/undefined|\[object Object\]|NaN/);
        expect(page.html, path).not.toMatch(/<[^>]+ (style|onclick|onload)=/);
      }
    }
    expect((await visitor.get('/nowhere')).status).toBe(404);
  });

  it('of a station is refused to who does not work there', async () => {
    const agent = await signedIn('voisin');
    for (const path of [
      '/counter',
      '/counter/permis-chien',
      '/mailroom',
      '/print',
      '/pickup',
      '/supervisor',
    ]) {
      expect((await agent.get(path)).status, path).toBe(403);
    }
  });

  it('speaks the language of the account until another is chosen', async () => {
    const visitor = await signedIn('cheffe');
    expect((await visitor.get('/')).html).toContain('lang="en-CA"');
    expect((await visitor.get('/?lang=fr')).html).toContain('lang="fr-CA"');
    expect((await visitor.get('/')).html).toContain('lang="fr-CA"');
  });
});

/** The first decision offered. */
function outcomeIn(html: string): string {
  return /name="outcome" value="([^"]+)"/.exec(html)?.[1] ?? '';
}
