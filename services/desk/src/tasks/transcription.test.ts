import { markUnheard, readCase } from '@guichet/casework';
import { createLogger } from '@guichet/platform';
import { describe, expect, it } from 'vitest';
import { visit } from '../../../../tests/support/desk-visitor.ts';
import { type RecordedMore, recordedRequest } from '../../../../tests/support/recorded-request.ts';
import { testPassword, useDesk } from '../../../../tests/support/test-desk.ts';
import { createApp } from '../app.tsx';

const desk = await useDesk();
const { adminSql } = desk.database;
const agent = await desk.staff('agente', ['agent', 'clerk'], ['voirie']);
const elsewhere = await desk.staff('ailleurs', ['clerk'], ['animaux']);
const log = createLogger('test', { level: 'silent' });
const app = createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false });
const visitor = visit(app);
await visitor.signIn('agente', testPassword);
await desk.staff('collegue', ['clerk'], ['voirie']);
const colleague = visit(app);
await colleague.signIn('collegue', testPassword);

/** A case whose place was said, not keyed. */
const said = (more?: RecordedMore) => recordedRequest(desk, agent, more);

async function answerOf(reference: string) {
  const file = await readCase(agent, { reference });
  return file.answers.find(({ question }) => question === 'place');
}

async function eventsOf(reference: string): Promise<string[]> {
  const rows = await adminSql<{ kind: string }[]>`
    select e.kind from event e join cases c on c.id = e.subject_id where c.reference = ${reference} order by e.seq`;
  return rows.map(({ kind }) => kind);
}

describe('the transcription station', () => {
  it('goes from one recording to the next by itself, says how many are left, and ends at the tasks', async () => {
    const [one, two] = [await said(), await said()];
    const first = await visitor.get(one.href);
    expect(first.html).toContain('1 autre en attente');
    expect(first.html).toMatch(/data-pedals.*F2.*F4.*F8.*Maj \+ F8/s);
    const typed = { 'place.text': 'Devant le 12, rue des Pins' };
    const next = await visitor.send(`${one.href}/transcription`, typed);
    expect(next.path).toBe(`${two.href}?told=typed&case=${one.reference}`);
    expect(next.html).toContain(`href="/cases/${one.reference}"`);
    expect(next.html).toMatch(/<title>La réponse est inscrite au dossier. Transcription/);
    expect(next.html).toContain('La réponse est inscrite au dossier.');
    expect(next.html).toContain('aucun autre en attente');
    const last = await visitor.send(`${two.href}/transcription`, typed);
    expect(last.path).toBe(`/tasks?told=typed&case=${two.reference}`);
    expect(await answerOf(two.reference)).toMatchObject({ value: { text: 'Devant le 12, rue des Pins' } });
  });

  it('goes back to the tasks where that is asked', async () => {
    const [one, two] = [await said(), await said()];
    await visitor.get(one.href);
    const typed = { 'place.text': 'Rue des Pins', _then: 'list' };
    expect((await visitor.send(`${one.href}/transcription`, typed)).path).toBe(
      `/tasks?told=typed&case=${one.reference}`,
    );
    await visitor.get(two.href);
    await visitor.send(`${two.href}/transcription`, typed);
  });

  it('says that words are not kept where others stand already, and that the same words are', async () => {
    const made = await said();
    await visitor.get(made.href);
    await visitor.send(`${made.href}/transcription`, { 'place.text': 'Rue des Pins' });
    const again = await colleague.get(made.href);
    expect(again.status).toBe(200);
    const other = await colleague.send(`${made.href}/transcription`, { 'place.text': 'Rue des Lilas' });
    expect(other.html).toContain('Votre texte n’a pas été inscrit au dossier');
    expect(other.html).toContain(`href="/cases/${made.reference}"`);
    expect(await answerOf(made.reference)).toMatchObject({ value: { text: 'Rue des Pins' } });
    await colleague.get(made.href);
    const same = await colleague.send(`${made.href}/transcription`, { 'place.text': 'Rue des Pins' });
    expect(same.html).toContain('La réponse est inscrite au dossier.');
    expect((await eventsOf(made.reference)).filter((kind) => kind === 'answer.transcribed')).toHaveLength(1);
  });

  it('gives two people who type at once a recording each', async () => {
    const [one, two, three] = [await said(), await said(), await said()];
    await visitor.get(one.href);
    await colleague.get(two.href);
    expect((await visitor.get('/tasks')).html.match(/Ouvert par une autre personne/g)).toHaveLength(1);
    await visitor.get(one.href);
    const typed = { 'place.text': 'Rue des Pins' };
    const next = await visitor.send(`${one.href}/transcription`, typed);
    expect(next.path).toBe(`${three.href}?told=typed&case=${one.reference}`);
    expect((await colleague.get(two.href)).html).not.toContain('Ouvert par une autre personne');
    // Alone, the one that a colleague left open is next: nothing waits for ever.
    const shared = await visitor.send(`${three.href}/transcription`, typed);
    expect(shared.path).toContain(two.href);
    expect(shared.html).toContain('Ouvert par une autre personne');
    await visitor.send(`${two.href}/transcription`, typed);
  });

  it('offers one way to save where no other recording waits', async () => {
    const made = await said();
    const page = await visitor.get(made.href);
    expect(page.html).toContain('Enregistrer la réponse');
    expect(page.html).not.toContain('passer au suivant');
    expect(page.html).toContain('Signaler un nid-de-poule');
    await visitor.send(`${made.href}/transcription`, { 'place.text': 'Rue des Pins' });
  });

  it('says of a recording that is not here yet what to do, and offers the one that is', async () => {
    const [missing, here] = [await said({ stored: false }), await said()];
    const page = await visitor.get(missing.href);
    expect(page.html).toContain('n’est pas encore arrivé');
    expect(page.html).toContain(`href="${here.href}"`);
    expect(page.html).not.toContain('<audio');
    await visitor.get(here.href);
    await visitor.send(`${here.href}/transcription`, { 'place.text': 'Rue des Pins' });
    await visitor.get(missing.href);
    expect((await visitor.send(`${missing.href}/unheard`, { why: 'empty' })).path).toBe(
      '/tasks?told=unheard',
    );
  });

  it('shows a machine’s suggestion as one, apart from the field, and saves only what a person sends', async () => {
    const { href, reference } = await said({ suggestion: 'devant le dix rue des <pins>' });
    const page = await visitor.get(href);
    expect(page.html).toMatch(/Suggestion automatique.*devant le dix rue des &lt;pins&gt;/s);
    expect(page.html).not.toMatch(/<(input|textarea)[^>]*devant le dix/);
    expect(await answerOf(reference)).toMatchObject({ value: { pending: 'transcription' } });
    await visitor.send(`${href}/transcription`, { 'place.text': 'Devant le 10, rue des Pins' });
    expect(await answerOf(reference)).toMatchObject({
      value: { text: 'Devant le 10, rue des Pins' },
      provenance: { how: 'typed-by-staff' },
    });
  });

  it('shows nothing of a machine where none was asked', async () => {
    const { href } = await said();
    expect((await visitor.get(href)).html).not.toContain('Suggestion');
    await visitor.send(`${href}/transcription`, { 'place.text': 'Rue des Pins' });
  });
});

describe('a recording that nobody understands', () => {
  it('becomes a call to the person, at the number they gave, and what they say takes its place', async () => {
    const made = await said({ answers: { 'reply-way': 'sms', 'reply-phone': '418 555-0142' } });
    await visitor.get(made.href);
    await visitor.send(`${made.href}/unheard`, { why: 'inaudible' });
    const list = await visitor.get('/tasks');
    expect(list.html.indexOf(made.href)).toBeGreaterThan(list.html.indexOf('Appels à rendre'));
    const page = await visitor.get(made.href);
    expect(page.html).toMatch(/418.555.0142/);
    expect(page.html).toContain('L’enregistrement est inaudible');
    const done = await visitor.send(`${made.href}/transcription`, {
      'place.text': 'Coin des Pins et du Lac',
      _then: 'list',
    });
    expect(done.html).not.toContain(made.href);
    expect(await answerOf(made.reference)).toMatchObject({ value: { text: 'Coin des Pins et du Lac' } });
    const kinds = await eventsOf(made.reference);
    expect(kinds.filter((kind) => kind === 'recording.unheard')).toHaveLength(1);
    expect(kinds).toContain('answer.transcribed');
  });

  it('can be closed without an answer, and only after the person was to be called', async () => {
    const made = await said();
    await visitor.get(made.href);
    const early = await visitor.post(`${made.href}/no-answer`, {
      _csrf: csrfOf((await visitor.get(made.href)).html),
    });
    expect(early.status).toBe(409);
    await visitor.get(made.href);
    await visitor.send(`${made.href}/unheard`, { why: 'other-language' });
    const page = await visitor.get(made.href);
    expect(page.html).toContain('Aucun numéro au dossier');
    const done = await visitor.send(`${made.href}/no-answer`);
    expect(done.html).toContain('fermée sans réponse');
    expect(done.html).not.toContain(made.href);
    expect((await eventsOf(made.reference)).at(-1)).toBe('answer.not-had');
  });

  it('is marked once, by its team alone, and no more once it is typed', async () => {
    const made = await said();
    await expect(markUnheard(elsewhere, made.task, 'empty')).rejects.toMatchObject({ code: 'not-found' });
    await expect(markUnheard(desk.public('phone'), made.task, 'empty')).rejects.toMatchObject({
      code: 'not-allowed',
    });
    await Promise.all([1, 2, 3].map(() => markUnheard(agent, made.task, 'empty')));
    const kinds = await eventsOf(made.reference);
    expect(kinds.filter((kind) => kind === 'recording.unheard')).toHaveLength(1);
    await visitor.get(made.href);
    await visitor.send(`${made.href}/transcription`, { 'place.text': 'Rue des Pins' });
    await expect(markUnheard(agent, made.task, 'empty')).rejects.toMatchObject({ code: 'conflict' });
  });
});

function csrfOf(html: string): string {
  return /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
}
