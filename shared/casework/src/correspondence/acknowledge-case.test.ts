import { FixedClock, newId, type ReplyId, type TaskId } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { address, rules, useReplies, ways } from '../../../../tests/support/use-replies.ts';
import { saveDraft } from '../intake/save-draft.ts';
import { acknowledgeCase } from './acknowledge-case.ts';
import { beginRecording } from './begin-recording.ts';
import { keepRecording } from './keep-recording.ts';
import { listTasks } from './list-tasks.ts';
import { prepareDelivery } from './prepare-delivery.ts';
import { readTask } from './read-task.ts';
import { transcribeAnswer } from './transcribe-answer.ts';

const clock = new FixedClock('2026-11-23T15:00:00Z');
const desk = await useDesk({ clock });
const { ctx } = desk;
const { adminSql } = desk.database;
const clerk = await desk.staff('correspondence-clerk', ['clerk'], ['voirie']);
const stranger = await desk.staff('stranger', ['clerk'], ['animaux']);
const { open, jobOf, acknowledged, say, kinds } = useReplies(desk);

describe('an acknowledgement', () => {
  it('is written once, stops its clock, and names the reference and the day promised', async () => {
    const opened = await open(ways.email);
    const outboxId = await jobOf('casework.acknowledge', opened.id);
    await Promise.all([1, 2, 3].map(() => acknowledgeCase(ctx, outboxId, opened.id)));
    expect(await kinds(opened.id)).toEqual(['case.opened', 'case.acknowledged']);
    const [met] =
      await adminSql`select met_at from clock where case_id = ${opened.id} and kind = 'acknowledge'`;
    expect(met).toEqual({ metAt: clock.now() });
    const [left] = await adminSql`select count(*)::int as rows from outbox where id = ${outboxId}`;
    expect(left).toEqual({ rows: 0 });
  });

  it.each(['email', 'sms', 'voice'] as const)(
    'never carries the code with the reference by %s',
    async (way) => {
      const { say: told, statusCode, reference } = await say(way);
      expect(told.words.replaceAll(' ', '')).toContain(reference);
      expect(told.words).not.toContain(statusCode);
    },
  );

  it('carries the code by letter', async () => {
    const { say: told, statusCode } = await say('letter');
    expect(told.words).toContain(statusCode);
    expect(told.address).toEqual(address);
  });

  it('is not sent to whoever asked for no reply', async () => {
    const opened = await acknowledged(ways.none);
    expect(opened.replyId).toBeUndefined();
    expect(await kinds(opened.id)).toEqual(['case.opened', 'case.acknowledged']);
  });

  it('is refused to staff', async () => {
    const opened = await open(ways.email);
    await expect(acknowledgeCase(clerk, newId(), opened.id)).rejects.toMatchObject({ code: 'not-allowed' });
  });
});

describe('what was written to a person', () => {
  it.each(['staff', 'system'])(
    'stays as it was written, whatever %s does: only its way may change',
    async (kind) => {
      const { replyId } = await acknowledged(ways.email);
      const change = (what: string) =>
        desk.door.sql.begin(async (sql) => {
          await sql`select set_config('guichet.actor_kind', ${kind}, true), set_config('guichet.teams', 'voirie', true)`;
          return sql.unsafe(`update reply set ${what} where id = '${replyId}'`);
        });
      for (const what of [`sealed = ''`, `purpose = 'news'`, `language = 'en'`, `created_at = now()`])
        await expect(change(what)).rejects.toThrow(/permission denied/);
      expect((await change(`way = 'pickup'`)).count).toBe(1);
    },
  );
});

describe('a recorded address', () => {
  it('holds the acknowledgement until a person has typed it, then lets it go', async () => {
    const phone = desk.public('phone');
    const evidence = newId<'evidence'>();
    const draftId = await saveDraft(phone, {
      externalKey: `call:${newId()}`,
      service: 'nid-de-poule',
      version: 1,
      channel: 'phone',
      language: 'fr',
      content: { answers: {}, skipped: [] },
    });
    const recording = { evidenceId: evidence, providerRef: 'RE77', mediaType: 'audio/mpeg', draftId };
    await beginRecording(phone, recording);
    await beginRecording(phone, recording);
    const fetchJob = await jobOf('correspondence.fetch-recording', evidence);
    const opened = await open(
      {
        ...ways.letter,
        'reply-address': { pending: 'transcription', evidence, keyed: { postalCode: 'G1R 4S9' } },
      },
      { channel: 'phone', draftId },
    );
    await acknowledgeCase(ctx, await jobOf('casework.acknowledge', opened.id), opened.id);
    const running = await adminSql`
      select 1 from clock where case_id = ${opened.id} and kind = 'acknowledge' and met_at is null`;
    expect(running).toHaveLength(1);
    for (let run = 0; run < 2; run += 1)
      await keepRecording(ctx, fetchJob, evidence, { bytes: Buffer.from('ID3'), mediaType: 'audio/mpeg' });

    const task = (await listTasks(clerk)).find(({ reference }) => reference === opened.reference);
    expect(task).toMatchObject({ kind: 'transcription', question: 'reply-address', isStored: true });
    const taskId = task?.id as TaskId;
    expect((await readTask(clerk, taskId)).keyed).toEqual({ postalCode: 'G1R 4S9' });
    await expect(transcribeAnswer(stranger, taskId, address)).rejects.toMatchObject({ code: 'not-found' });
    expect(await transcribeAnswer(clerk, taskId, { street: 'x' })).toMatchObject({ kind: 'incomplete' });
    expect(await transcribeAnswer(clerk, taskId, address)).toEqual({
      kind: 'transcribed',
      repliesReleased: 1,
    });
    expect(await transcribeAnswer(clerk, taskId, address)).toEqual({ kind: 'already' });

    const [reply] = await adminSql<[{ id: ReplyId }]>`select id from reply where case_id = ${opened.id}`;
    const prepared = await prepareDelivery(
      ctx,
      await jobOf('correspondence.send', reply.id),
      reply.id,
      rules,
    );
    expect(prepared).toMatchObject({ kind: 'say', say: { name: 'Jeanne Tremblay', address } });
    expect(await kinds(opened.id)).toEqual([
      'case.opened',
      'reply.held',
      'evidence.kept',
      'task.read',
      'answer.transcribed',
      'reply.attempted',
    ]);
  });
});
