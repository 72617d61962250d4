import { acceptSubmission, beginRecording, offerResume, overwriteDraft } from '@guichet/casework';
import { type DraftId, type EvidenceId, idOfHash, newId, newReference } from '@guichet/kernel';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { openTestDoor } from '../../test/open-test-door.ts';
import { requests } from '../../test/people.ts';
import { fillIn, type SeenPage, Visitor } from '../../test/visitor.ts';

const desk = await useDesk();
const { app } = openTestDoor(desk);
const { adminSql } = desk.database;
const phone = desk.public('phone');

/** Reads the number and the code off the page that shows them. */
function kept({ html }: SeenPage): { number: string; code: string } {
  const codes = [...html.matchAll(/reference-code">([\d\s\u00a0]+)</g)].map(([, code = '']) => code);
  const [number = '', code = ''] = codes;
  return { number, code };
}

async function begun(visitor: Visitor): Promise<SeenPage> {
  const start = await visitor.get('/services/nid-de-poule');
  const place = await visitor.post(start, {}, '/services/nid-de-poule/requests');
  return visitor.post(place, { 'place.text': 'En face du 12' });
}

async function resume(visitor: Visitor, typed: { number: string; code: string }): Promise<SeenPage> {
  return visitor.post(await visitor.get('/resume'), typed);
}

describe('going on later', () => {
  it('keeps what is typed and right, shows a number and a code, the same each time, and until when', async () => {
    const visitor = new Visitor(app);
    const size = await begun(visitor);
    expect(size.html).toContain('Enregistrer et continuer plus tard');
    const later = await visitor.post(size, { size: 'large', _action: 'save' });
    expect(later.path).toBe('/later');
    expect(later.headers.get('cache-control')).toContain('no-store');
    const { number, code } = kept(later);
    expect(number.replaceAll(/\D/g, '')).toMatch(/^\d{10}$/);
    expect(code.replaceAll(/\D/g, '')).toMatch(/^\d{6}$/);
    expect(later.html).toMatch(/jusqu’au .*20\d\d/);
    expect(later.html).toContain('guichet.example/resume');
    expect(later.html).toMatch(/Composez le .*Au comptoir/s);
    expect(kept(await visitor.get('/later'))).toEqual({ number, code });
    expect((await visitor.get('/requests/size')).html).toMatch(/value="large"[^>]*checked/);
  });

  it('loses nothing kept before when what is typed is wrong, and is offered where answers are checked', async () => {
    const visitor = new Visitor(app);
    const size = await begun(visitor);
    expect((await visitor.post(size, { _action: 'save' })).path).toBe('/later');
    expect((await visitor.get('/requests/place')).html).toContain('En face du 12');
    const check = await fillIn(new Visitor(app), desk.ctx, 'nid-de-poule', requests['nid-de-poule'] ?? {});
    expect(check.html).toContain('href="/later"');
  });

  it('goes on in another browser at the next question, and the first one opens it no more', async () => {
    const [library, home] = [new Visitor(app), new Visitor(app)];
    const typed = kept(await library.post(await begun(library), { _action: 'save' }));
    const next = await resume(home, typed);
    expect(next.path).toBe('/requests/size');
    expect((await home.get('/requests/place')).html).toContain('En face du 12');
    const gone = await library.get('/requests/place');
    expect(gone.status).toBe(410);
    expect(gone.html).toMatch(/se continue ailleurs.*numéro et son code/);
    expect(home.visited.join(' ')).not.toContain(typed.code.slice(0, 3) + typed.code.slice(-3));
  });
});

describe('the page that asks for the number and the code', () => {
  it('is linked from the home page and the status page, and takes the number from a link', async () => {
    const visitor = new Visitor(app);
    for (const path of ['/', '/status'])
      expect((await visitor.get(path)).html, path).toContain('href="/resume"');
    const page = await visitor.get('/resume?n=1234567896');
    expect(page.html).toContain('value="1234567896"');
  });

  it('says what is missing or wrong, with what was typed, and finds nothing for a wrong code', async () => {
    const visitor = new Visitor(app);
    const { number, code } = kept(await visitor.post(await begun(visitor), { _action: 'save' }));
    const other = new Visitor(app);
    const empty = await resume(other, { number: '', code: '' });
    expect(empty.status).toBe(422);
    expect(empty.html).toMatch(/href="#q-number".*href="#q-code"/s);
    const short = await resume(other, { number: '12345', code: '123456' });
    expect(short.html).toMatch(/un chiffre est faux/);
    expect(short.html).toContain('value="12345"');
    const wrong = await resume(other, { number, code: code === '000 000' ? '111111' : '000000' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toMatch(/ne trouvons pas de demande en cours/);
    expect(wrong.html).toContain('value="000000"');
    const reference = await resume(other, { number: newReference(), code });
    expect(reference.html).toMatch(/déjà envoyée.*Suivre une demande/s);
  });

  it('says of a request sent since that it was sent, and where to follow it', async () => {
    const visitor = new Visitor(app);
    const check = await fillIn(visitor, desk.ctx, 'nid-de-poule', requests['nid-de-poule'] ?? {});
    const typed = kept(await visitor.get('/later'));
    await visitor.post(check, {});
    const page = await resume(new Visitor(app), typed);
    expect(page.html).toMatch(/déjà été envoyée.*href="\/status"/s);
  });

  it('after ten tries says to wait', async () => {
    const visitor = new Visitor(app);
    const { number } = kept(await visitor.post(await begun(visitor), { _action: 'save' }));
    const other = new Visitor(app);
    const form = await other.get('/resume');
    for (let tries = 0; tries < 10; tries += 1) await other.post(form, { number, code: 'abcdef' });
    const page = await other.post(form, { number, code: 'abcdef' });
    expect(page.status).toBe(429);
    expect(page.html).toContain('Attendez quinze minutes');
  });
});

describe('a request begun by telephone', () => {
  const evidence: EvidenceId = newId<'evidence'>();

  async function byPhone(): Promise<{ number: string; code: string }> {
    const id = idOfHash<'draft'>(randomBytes(16)) as DraftId;
    await overwriteDraft(phone, {
      id,
      externalKey: `call:${id}`,
      service: 'nid-de-poule',
      version: 1,
      channel: 'phone',
      language: 'fr',
      content: {
        answers: { place: { pending: 'transcription', evidence }, size: 'large', danger: false },
        skipped: [],
        provenance: { place: { how: 'recorded' }, size: { how: 'keyed' }, danger: { how: 'keyed' } },
      },
    });
    await beginRecording(phone, {
      evidenceId: evidence,
      providerRef: `RE${id}`,
      mediaType: 'audio/wav',
      draftId: id,
    });
    return offerResume(phone, { draftId: id });
  }

  it('goes on here, its recordings kept and transcribed by a person, its answers told apart from those typed', async () => {
    const visitor = new Visitor(app);
    let page = await resume(visitor, await byPhone());
    expect(page.path).toMatch(/^\/requests\/./);
    const place = await visitor.get('/requests/place');
    expect(place.html).toContain('Vous avez dit cette réponse au téléphone');
    page = await visitor.post(place, { 'place.text': '' });
    expect(page.status).toBe(200);
    page = await visitor.post(await visitor.get('/requests/size'), { size: 'small' });
    for (let pages = 0; page.path !== '/requests' && pages < 20; pages += 1)
      page = await visitor.post(page, { 'reply-way': 'pickup', 'reply-name': 'Jeanne' });
    expect(page.html).toContain('enregistrement à transcrire');
    const done = await visitor.post(page, {});
    expect(done.path).toBe('/confirmation');
    const reference = /\d{3} \d{3} \d{4}/.exec(done.html)?.[0].replaceAll(' ', '') ?? '';
    const rows = await adminSql<{ question: string; how: string; tasks: number }[]>`
      select a.question, a.provenance ->> 'how' as how,
        (select count(*)::int from task t where t.case_id = c.id and t.question = a.question and t.kind = 'transcription') as tasks
      from cases c join case_answer a on a.case_id = c.id where c.reference = ${reference}`;
    expect(rows).toEqual(
      expect.arrayContaining([
        { question: 'place', how: 'recorded', tasks: 1 },
        { question: 'size', how: 'typed', tasks: 0 },
        { question: 'danger', how: 'keyed', tasks: 0 },
      ]),
    );
  });

  it('is no way to have a recording accepted from who never made one', async () => {
    const answer = await acceptSubmission(desk.public('web'), {
      service: 'nid-de-poule',
      channel: 'web',
      language: 'fr',
      idempotency: { scope: 'web', key: newId() },
      answers: {
        place: { pending: 'transcription', evidence },
        size: 'large',
        danger: false,
        'reply-way': 'none',
      },
    });
    expect(answer.kind).toBe('incomplete');
  });
});
