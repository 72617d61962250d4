import {
  acceptSubmission,
  expireDrafts,
  findDraft,
  findTyped,
  keepTyped,
  offerResume,
  readCase,
  resumeDraft,
} from '@guichet/casework';
import { day, type DraftId, FixedClock } from '@guichet/kernel';
import { createLogger } from '@guichet/platform';
import { describe, expect, it } from 'vitest';
import { answeringCall } from '../../../../tests/support/answering-call.ts';
import { visit } from '../../../../tests/support/desk-visitor.ts';
import { eventually } from '../../../../tests/support/eventually.ts';
import { testPassword, useDesk } from '../../../../tests/support/test-desk.ts';
import { createApp } from '../app.tsx';

const clock = new FixedClock('2026-11-23T15:00:00Z');
const desk = await useDesk({ clock });
const { adminSql } = desk.database;
const agent = await desk.staff('agente', ['agent', 'clerk'], ['voirie']);
await desk.staff('collegue', ['agent', 'clerk'], ['voirie']);
const log = createLogger('test', { level: 'silent' });
const visitor = visit(createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false }));
await visitor.signIn('agente', testPassword);

const calling = (answers: Record<string, unknown>) => answeringCall(desk, answers);

const place = { text: 'Au coin' };
const saidIn = async (id: DraftId) => (await findDraft(desk.ctx, { id }))?.content.answers;
const provenanceOf = (id: DraftId) =>
  adminSql<{ question: string; how: string }[]>`
    select question, provenance ->> 'how' as how from case_answer
    where case_id = (select case_id from draft where id = ${id}) and question in ('place', 'size', 'danger') order by question`;

describe('a call that comes back to its questions while staff types', () => {
  it('erases nothing that staff typed, nor staff anything that the caller answers: both are seen, and sent as one case', async () => {
    const { draftId, page, request, answered } = await calling({ size: 'small' });
    await visitor.get(request);
    await visitor.send(request, { size: '2', danger: 'N', _action: 'refresh' });
    await answered({ size: 'small', place });
    expect(await saidIn(draftId)).toEqual({ size: 'small', place });
    const seen = await visitor.get(page);
    expect(seen.html).toMatch(/Au coin/);
    const form = await visitor.get(request);
    expect(form.html).toMatch(/name="danger"[^>]*value="N"|value="N"[^>]*name="danger"/);
    const sent = await visitor.send(request, {
      'place.text': 'Au coin',
      size: '2',
      danger: 'N',
      'reply-way': '5',
      'reply-name': 'Jeanne',
    });
    expect(sent.path).toBe(page);
    expect(await provenanceOf(draftId)).toEqual([
      { question: 'danger', how: 'typed-by-staff' },
      { question: 'place', how: 'dtmf' },
      { question: 'size', how: 'typed-by-staff' },
    ]);
  });

  it('keeps what the caller answers after the page was drawn, though its field is sent blank', async () => {
    const { draftId, page, request, answered } = await calling({ size: 'small' });
    await visitor.get(request);
    await answered({ size: 'small', danger: false, place });
    const typed = { 'place.text': '', size: '1', danger: '', 'reply-way': '5', 'reply-name': 'Jeanne' };
    const sent = await visitor.send(request, typed);
    expect(sent.path).toBe(page);
    expect(await provenanceOf(draftId)).toEqual([
      { question: 'danger', how: 'dtmf' },
      { question: 'place', how: 'dtmf' },
      { question: 'size', how: 'dtmf' },
    ]);
    const [row] = await adminSql<[{ reference: string }]>`
      select reference from cases where id = (select case_id from draft where id = ${draftId})`;
    const { answers } = await readCase(agent, { reference: row.reference });
    expect(answers.find(({ question }) => question === 'place')?.value).toEqual(place);
  });

  it('shows what the caller changes under a question that staff left as it was', async () => {
    const { request, answered } = await calling({ size: 'small', place });
    await visitor.get(request);
    await visitor.send(request, { 'place.text': 'Au coin', size: '1', danger: 'N', _action: 'refresh' });
    await answered({ size: 'small', place: { text: 'Devant le 40' } });
    expect((await visitor.get(request)).html).toContain('Devant le 40');
  });

  it('lets staff take an answer away, which stays the caller’s in the caller’s own draft', async () => {
    const { draftId, page, request, answered } = await calling({ size: 'small', place });
    await visitor.get(request);
    await visitor.send(request, { 'place.text': '', size: '1', _action: 'refresh' });
    expect((await visitor.get(page)).html).not.toContain('Au coin');
    await answered({ size: 'small', place });
    expect((await visitor.get(page)).html).not.toContain('Au coin');
    expect(await saidIn(draftId)).toEqual({ size: 'small', place });
  });
});

/** Until so many wait for a row that another holds. */
const waiting = (count: number) =>
  eventually(async () => {
    const rows = await adminSql`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    return rows.length === count;
  });

describe('two of the staff who send at one moment', () => {
  const colleague = visit(
    createApp({ ctx: desk.door, log, publicUrl: 'http://localhost:3000', https: false }),
  );

  it('keep each what they typed, whatever came first', async () => {
    await colleague.signIn('collegue', testPassword);
    for (let round = 0; round < 5; round += 1) {
      const { draftId, request } = await calling({ size: 'small' });
      await Promise.all([visitor.get(request), colleague.get(request)]);
      await Promise.all([
        visitor.send(request, { size: '1', danger: 'N', _action: 'refresh' }),
        colleague.send(request, { size: '1', 'place.text': 'Devant le 40', _action: 'refresh' }),
      ]);
      expect((await findTyped(desk.ctx, draftId))?.answers).toEqual({
        danger: false,
        place: { text: 'Devant le 40' },
      });
    }
  });

  it('send both one case, with what the other typed just before under questions not on their page', async () => {
    const { draftId, page, request } = await calling({ size: 'small' });
    const { html } = await visitor.get(request);
    expect(html).not.toContain('Devant le 40');
    // The colleague's writing is made to come in between the reading and the writing of ours: it holds the draft meanwhile.
    const held = desk.ctx.sql.begin(async (sql) => {
      await sql`select set_config('guichet.actor_kind', 'system', true)`;
      await sql`select 1 from draft where id = ${draftId} for update`;
      const kept = keepTyped(agent, {
        draftId,
        service: 'nid-de-poule',
        set: { place: { text: 'Devant le 40' } },
      });
      await waiting(1);
      const sent = visitor.send(request, {
        size: '2',
        danger: 'N',
        'reply-way': '5',
        'reply-name': 'Jeanne',
      });
      await waiting(2);
      return { kept, sent };
    });
    const { kept, sent } = await held;
    await kept;
    expect((await sent).path).toBe(page);
    expect(await provenanceOf(draftId)).toEqual([
      { question: 'danger', how: 'typed-by-staff' },
      { question: 'place', how: 'typed-by-staff' },
      { question: 'size', how: 'typed-by-staff' },
    ]);
  });
});

describe('what staff typed beside a draft', () => {
  const typed = { service: 'nid-de-poule', set: { danger: true } };

  it('goes along to the door where its person goes on', async () => {
    const { draftId } = await calling({ size: 'small' });
    await keepTyped(agent, { draftId, ...typed });
    const { number, code } = await offerResume(desk.public('phone'), { draftId });
    const resumed = await resumeDraft(desk.public('web'), { number, code });
    if (resumed.kind !== 'draft') throw new Error(resumed.kind);
    const both = { size: 'small', danger: true };
    expect(resumed.draft.content.answers).toEqual(both);
    expect(await saidIn(resumed.draft.id)).toEqual(both);
    expect(await findTyped(desk.ctx, resumed.draft.id)).toBeUndefined();
  });

  it('is sealed, leaves one event, and goes with the draft', async () => {
    const { draftId } = await calling({ size: 'small' });
    const secret = { ...typed, set: { place: { text: 'Rue Secrète' } } };
    await keepTyped(agent, { draftId, ...secret });
    await keepTyped(agent, { draftId, ...secret });
    const [row] = await adminSql<
      [{ text: string }]
    >`select t::text as text from typed_beside t where draft_id = ${draftId}`;
    expect(row.text).not.toContain(Buffer.from('Secr').toString('hex'));
    const kinds = await adminSql`select kind from event where subject_id = ${draftId} order by seq`;
    expect(kinds.map(({ kind }) => kind)).toEqual(['draft.started', 'draft.typed-beside']);
    clock.advance(31 * day);
    await expireDrafts(desk.ctx);
    expect(await adminSql`select 1 from typed_beside where draft_id = ${draftId}`).toHaveLength(0);
    await expect(keepTyped(agent, { draftId, ...typed })).rejects.toMatchObject({
      publicKey: 'draft-expired',
    });
  });

  it('is refused once the request was sent, and to a door where nobody signed in', async () => {
    const { callSid, draftId } = await calling({ size: 'small' });
    await acceptSubmission(desk.public('phone'), {
      service: 'nid-de-poule',
      channel: 'phone',
      language: 'fr',
      answers: { place, size: 'small', danger: false, 'reply-way': 'none' },
      idempotency: { scope: 'phone', key: `${callSid}:1` },
      draftId,
    });
    await expect(keepTyped(agent, { draftId, ...typed })).rejects.toMatchObject({
      publicKey: 'draft-submitted',
    });
    await expect(keepTyped(desk.door, { draftId, ...typed })).rejects.toMatchObject({ code: 'not-allowed' });
  });
});
