import type { Submission } from '@guichet/catalogue';
import { day, FixedClock, formatReference, newId, parseReference } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { openDatabase } from '@guichet/platform';
import { beginRecording } from '../correspondence/begin-recording.ts';
import { uploadEvidence } from '../privacy/upload-evidence.ts';
import { verifyHistory } from '../records/verify-history.ts';
import { acceptSubmission } from './accept-submission.ts';
import { findStatus } from './find-status.ts';
import { type SaveDraft, saveDraft } from './save-draft.ts';

const clock = new FixedClock('2026-11-23T15:00:00Z');
const desk = await useDesk({ clock });
const web = desk.public('web');
const { adminSql } = desk.database;

const pothole = (key: string, more: Partial<Submission> = {}): Submission => ({
  service: 'nid-de-poule',
  channel: 'web',
  language: 'fr',
  answers: {
    place: 'Devant le 12, rue des Érables, Québec',
    size: 'large',
    danger: false,
    description: 'Juste devant chez Mme Canari',
    'reply-way': 'email',
    'reply-email': 'canari@exemple.ca',
  },
  idempotency: { scope: 'web', key },
  ...more,
});

const draft: SaveDraft = {
  service: 'nid-de-poule',
  version: 1,
  channel: 'web',
  language: 'fr',
  content: { answers: {}, skipped: [] },
};

describe('accepting a submission', () => {
  it('opens one case with its clocks, place in the queue, history and first job', async () => {
    const answer = await acceptSubmission(web, pothole('one'));
    if (answer.kind !== 'accepted') throw new Error(answer.kind);
    const { id, reference, statusCode } = answer.case;
    expect(parseReference(formatReference(reference))).toBe(reference);
    expect(statusCode).toMatch(/^\d{6}$/);
    const [row] = await adminSql`
      select c.channel, c.team, c.reply_way, (select count(*)::int from clock where case_id = c.id) as clocks,
        (select count(*)::int from queue_entry where case_id = c.id) as queued,
        (select count(*)::int from event where subject_id = c.id) as events,
        (select count(*)::int from outbox where ids ->> 'caseId' = c.id::text) as jobs,
        (select count(*)::int from contact where case_id = c.id) as contacts
      from cases c where c.id = ${id}`;
    expect(row).toEqual({
      channel: 'web',
      team: 'voirie',
      replyWay: 'email',
      clocks: 2,
      queued: 1,
      events: 1,
      jobs: 1,
      contacts: 1,
    });
  });

  it('answers a repeated key with the same case, and tells when the facts differ', async () => {
    const first = await acceptSubmission(web, pothole('two'));
    const again = await acceptSubmission(web, pothole('two'));
    const other = await acceptSubmission(
      web,
      pothole('two', { answers: { ...pothole('two').answers, size: 'small' } }),
    );
    if (first.kind !== 'accepted' || again.kind !== 'already' || other.kind !== 'already')
      throw new Error('kinds');
    expect(again.sameFacts).toBe(true);
    expect(other.sameFacts).toBe(false);
    expect([again.case.id, other.case.id]).toEqual([first.case.id, first.case.id]);
    expect(again.case.statusCode).toBe(first.case.statusCode);
  });

  it('opens one case for 50 repeats at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => acceptSubmission(web, pothole('fifty'))),
    );
    const ids = new Set(answers.map((answer) => (answer.kind === 'incomplete' ? '' : answer.case.id)));
    expect(ids.size).toBe(1);
    expect(answers.filter(({ kind }) => kind === 'accepted')).toHaveLength(1);
  });

  it('says what is missing and keeps nothing of an incomplete one', async () => {
    const [{ before }] = await adminSql<[{ before: number }]>`select count(*)::int as before from cases`;
    const answer = await acceptSubmission(web, pothole('bad', { answers: { size: 'huge' } }));
    if (answer.kind !== 'incomplete') throw new Error(answer.kind);
    expect(answer.problems.map(({ path }) => path)).toContain('size');
    const [{ after }] = await adminSql<[{ after: number }]>`select count(*)::int as after from cases`;
    expect(after).toBe(before);
  });

  it('counts the promise from the day the person acted, not from when it was typed in', async () => {
    const posted = new Date(clock.now().getTime() - 6 * day);
    const late = await acceptSubmission(web, pothole('posted', { channel: 'mail', depositedAt: posted }));
    const now = await acceptSubmission(web, pothole('typed'));
    if (late.kind !== 'accepted' || now.kind !== 'accepted') throw new Error('kinds');
    expect(late.case.dueAt.getTime()).toBeLessThan(now.case.dueAt.getTime());
    const [row] = await adminSql`select deposited_at, captured_at from cases where id = ${late.case.id}`;
    expect(row).toEqual({ depositedAt: posted, capturedAt: clock.now() });
  });

  it('keeps no personal answer readable in any table', async () => {
    const answer = await acceptSubmission(web, pothole('canary'));
    if (answer.kind !== 'accepted') throw new Error(answer.kind);
    const tables = await adminSql<{ name: string }[]>`
      select table_name as name from information_schema.tables where table_schema = 'public'`;
    for (const { name } of tables) {
      const [{ found }] = await adminSql<[{ found: number }]>`
        select count(*)::int as found from ${adminSql(name)} t where t::text ilike '%canari%'`;
      expect(found, name).toBe(0);
    }
  });

  it('attaches the originals and finishes the draft it came from', async () => {
    const draftId = await saveDraft(web, draft);
    const evidenceId = await uploadEvidence(web, {
      kind: 'upload',
      mediaType: 'image/png',
      bytes: Buffer.from('png'),
      draftId,
    });
    const answer = await acceptSubmission(
      web,
      pothole('photo', {
        draftId,
        answers: { ...pothole('photo').answers, photo: { evidence: [evidenceId] } },
      }),
    );
    if (answer.kind !== 'accepted') throw new Error(JSON.stringify(answer));
    const [row] = await adminSql`
      select e.case_id as evidence_case, d.case_id as draft_case from evidence e join draft d on d.id = ${draftId} where e.id = ${evidenceId}`;
    expect(row).toEqual({ evidenceCase: answer.case.id, draftCase: answer.case.id });
  });

  it('turns what was only said into tasks, inside groups too', async () => {
    const recording = newId<'evidence'>();
    const phone = desk.public('phone');
    const draftId = await saveDraft(phone, { ...draft, channel: 'phone', externalKey: 'call:CA1:1' });
    await beginRecording(phone, {
      evidenceId: recording,
      providerRef: 'RE1',
      mediaType: 'audio/mpeg',
      draftId,
    });
    const answer = await acceptSubmission(
      phone,
      pothole('said', {
        channel: 'phone',
        draftId,
        answers: {
          ...pothole('said').answers,
          description: { pending: 'transcription', evidence: recording },
        },
      }),
    );
    if (answer.kind !== 'accepted') throw new Error(JSON.stringify(answer));
    const rows =
      await adminSql`select kind, question, evidence_id, team from task where case_id = ${answer.case.id}`;
    expect([...rows]).toEqual([
      { kind: 'transcription', question: 'description', evidenceId: recording, team: 'voirie' },
    ]);
  });
});

describe('the walls', () => {
  it('show nothing to a connection without an actor', async () => {
    await acceptSubmission(web, pothole('wall'));
    const bare = openDatabase({ url: desk.database.url, max: 1, name: 'bare' });
    for (const table of ['cases', 'case_answer', 'event', 'outbox', 'reply', 'draft', 'evidence', 'staff'])
      expect(await bare`select 1 from ${bare(table)} limit 1`, table).toHaveLength(0);
    await bare.end();
  });

  it('give the state to whoever has the reference and a second fact, and nothing to others', async () => {
    const answer = await acceptSubmission(web, pothole('status'));
    if (answer.kind !== 'accepted') throw new Error(answer.kind);
    const { reference, statusCode } = answer.case;
    await expect(findStatus(web, { reference, fact: statusCode })).resolves.toMatchObject({
      state: 'received',
    });
    await expect(findStatus(web, { reference, fact: 'Canari@exemple.ca' })).resolves.toMatchObject({
      reference,
    });
    await expect(findStatus(web, { reference, fact: '000000' })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('the history', () => {
  it('verifies whole, and shows the first link that was tampered with', async () => {
    const answer = await acceptSubmission(web, pothole('chain'));
    if (answer.kind !== 'accepted') throw new Error(answer.kind);
    await findStatus(web, { reference: answer.case.reference, fact: answer.case.statusCode });
    const none: unknown[] = [];
    await verifyHistory(desk.ctx, (broken) => none.push(broken));
    expect(none).toEqual([]);

    await adminSql`update event set data = data || '{"channel":"mail"}' where subject_id = ${answer.case.id} and seq = 1`;
    const found: unknown[] = [];
    await verifyHistory(desk.ctx, (broken) => found.push(broken));
    expect(found).toEqual([{ subjectId: answer.case.id, seq: 1, why: 'edited' }]);
    await adminSql`update event set data = data || '{"channel":"web"}' where subject_id = ${answer.case.id} and seq = 1`;

    await adminSql`delete from event where subject_id = ${answer.case.id} and seq = 2`;
    const cut: unknown[] = [];
    await verifyHistory(desk.ctx, (broken) => cut.push(broken));
    expect(cut).toEqual([{ subjectId: answer.case.id, seq: 1, why: 'cut-short' }]);
  });
});
