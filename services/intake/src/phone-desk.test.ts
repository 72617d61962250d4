import { type CallState, type PhoneDraft, startCall } from '@guichet/channels/phone';
import { messageLeft, offerResume, readTask, resumeDraft, saveDraft } from '@guichet/casework';
import { type EvidenceId, newId, type TaskId } from '@guichet/kernel';
import { describe, expect, it } from 'vitest';
import { useDesk } from '../../../tests/support/test-desk.ts';
import { openTestDoor } from '../test/open-test-door.ts';
import { requests } from '../test/people.ts';
import { phoneDesk } from './phone-desk.ts';

const desk = await useDesk();
const { adminSql } = desk.database;
const phone = phoneDesk(openTestDoor(desk).desk);

const begun = startCall(
  { callSid: 'CA50', today: '2026-11-24' },
  { services: desk.ctx.catalogue.services, newEvidenceId: () => newId() },
).state;

function draftOf(callSid: string, more: Partial<PhoneDraft> = {}): PhoneDraft {
  return {
    callSid,
    request: 1,
    service: 'nid-de-poule',
    version: 1,
    language: 'fr',
    answers: requests['nid-de-poule'] ?? {},
    skipped: ['photo'],
    provenance: { size: { how: 'keyed' } },
    ...more,
  };
}

function submissionOf(draft: PhoneDraft) {
  const { service, version, language, answers, provenance } = draft;
  const idempotency = { scope: 'phone', key: `${draft.callSid}:${draft.request}` };
  return { service, version, language, answers, provenance, idempotency, channel: 'phone' as const };
}

const count = async (table: 'cases' | 'task' | 'evidence' | 'draft') =>
  (await adminSql<[{ count: number }]>`select count(*)::int as count from ${adminSql(table)}`)[0].count;

describe('what the telephone asks of the desk', () => {
  it('a call is found again by its draft, until that draft is a case', async () => {
    const draft = draftOf('CA1', { answers: { size: 'large' } });
    expect(await phone.findDraft('CA1')).toBeUndefined();
    await phone.saveDraft(draft);
    await phone.saveDraft(draft);
    expect(await phone.findDraft('CA1')).toEqual(draft);
    const whole = draftOf('CA1');
    await phone.saveDraft(whole);
    await phone.submit(submissionOf(whole), whole);
    expect(await phone.findDraft('CA1')).toBeUndefined();
    await phone.saveDraft(whole);
    const second = draftOf('CA1', { request: 2, answers: {} });
    await phone.saveDraft(second);
    expect(await phone.findDraft('CA1')).toEqual(second);
  });

  it('a request sent again is the same case, and its draft is finished with it', async () => {
    const draft = draftOf('CA2');
    await phone.saveDraft(draft);
    const before = await count('cases');
    const first = await phone.submit(submissionOf(draft), draft);
    const again = await phone.submit(submissionOf(draft), draft);
    expect(first).toMatchObject({ kind: 'accepted', dueOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    expect(again).toEqual({ ...first, kind: 'already' });
    expect(await count('cases')).toBe(before + 1);
    const [row] =
      await adminSql`select case_id is not null as finished from draft where external_key = 'call:CA2:1'`;
    expect(row).toEqual({ finished: true });
  });

  it('what is missing comes back as problems, and opens nothing', async () => {
    const draft = draftOf('CA3', { answers: {} });
    const answer = await phone.submit(submissionOf(draft), draft);
    expect(answer).toMatchObject({ kind: 'incomplete' });
  });

  it('an answer that was spoken becomes a case with a task to type it, once its recording is noted', async () => {
    const evidence = newId<'evidence'>() as EvidenceId;
    const draft = draftOf('CA4', {
      answers: { ...requests['nid-de-poule'], description: { pending: 'transcription', evidence } },
    });
    await phone.saveDraft(draft);
    const recording = {
      callSid: 'CA4',
      request: 1,
      recordingSid: 'RE4',
      recordingUrl: '',
      evidence,
      question: 'description',
    };
    await phone.keepRecording(recording);
    await phone.keepRecording(recording);
    await phone.submit(submissionOf(draft), draft);
    const rows = await adminSql`
      select e.case_id is not null as of_case, t.kind, t.question from evidence e join task t on t.evidence_id = e.id
      where e.id = ${evidence}`;
    expect(rows).toEqual([{ ofCase: true, kind: 'transcription', question: 'description' }]);
    const news = {
      callSid: 'CA4',
      recordingSid: 'RE4',
      recordingUrl: '',
      status: 'completed',
      seconds: 4,
      message: false,
    };
    const before = await count('task');
    await phone.recordingReady(news);
    expect(await count('task')).toBe(before);
  });

  it('a message left for a person becomes one call-back, however often the provider tells of it', async () => {
    const before = await count('task');
    const news = {
      callSid: 'CA5',
      recordingSid: 'RE5',
      recordingUrl: '',
      status: 'completed',
      seconds: 4,
      message: true,
    };
    await Promise.all([phone.recordingReady(news), phone.recordingReady(news)]);
    expect(await count('task')).toBe(before + 1);
    // As if the process had died between its two steps: the provider tells again, and the second step is done.
    await adminSql`delete from task where evidence_id = (select id from evidence where provider_ref = 'RE5')`;
    await phone.recordingReady(news);
    expect(await count('task')).toBe(before + 1);
  });

  it.each(['the turn', 'the news'])('a message and its number are one call-back, %s first', async (first) => {
    const n = first === 'the turn' ? '1' : '2';
    const [callSid, recordingSid] = [`CA55${n}`, `RE55${n}`];
    const evidence = newId<'evidence'>();
    const turn = async () => {
      await phone.keepRecording({
        callSid,
        request: 1,
        recordingSid,
        recordingUrl: '',
        evidence,
        question: 'message',
      });
      const asked = { turn: 3, language: 'en', reason: 'asked', phone: '+14185550155' } as const;
      await phone.requestCallback({ ...asked, callSid, recording: evidence });
    };
    const news = () => messageLeft(desk.ctx, { callSid, recordingSid });
    const before = await count('task');
    for (const told of first === 'the turn' ? [turn, news] : [news, turn]) {
      await told();
      await told();
    }
    expect(await count('task')).toBe(before + 1);
    const [task] = await adminSql<[{ id: TaskId; providerRef: string }]>`
      select t.id, e.provider_ref from task t join evidence e on e.id = t.evidence_id order by t.created_at desc, t.id desc limit 1`;
    expect(task.providerRef).toBe(recordingSid);
    const agent = await desk.staff(`rend${n}`, ['agent'], ['voirie', 'greffe', 'animaux']);
    const { callBack } = await readTask(agent, task.id);
    expect(callBack).toMatchObject({ phone: '+14185550155', reason: 'asked', language: 'en' });
  });

  it('a message whose turn named it is one call-back at once, completed by what the turn asks after', async () => {
    const [callSid, recordingSid] = ['CA561', 'RE561'];
    const evidence = newId<'evidence'>();
    const kept = { callSid, request: 1, recordingUrl: '', evidence, question: 'message' };
    const before = await count('task');
    await phone.keepRecording({ ...kept, recordingSid });
    // Its process may die here.
    expect(await count('task')).toBe(before + 1);
    await messageLeft(desk.ctx, { callSid, recordingSid });
    const asked = { turn: 3, language: 'fr', reason: 'asked', phone: '+14185550156' } as const;
    await phone.requestCallback({ ...asked, callSid, recording: evidence });
    expect(await count('task')).toBe(before + 1);
    const [task] = await adminSql<[{ id: TaskId }]>`select id from task where evidence_id = ${evidence}`;
    const agent = await desk.staff('entend', ['agent'], ['voirie', 'greffe', 'animaux']);
    const { callBack } = await readTask(agent, task.id);
    expect(callBack).toMatchObject({ phone: '+14185550156', reason: 'asked' });
    const more = { ...kept, recordingSid: 'RE562', evidence: newId<'evidence'>() };
    await phone.keepRecording(more);
    await messageLeft(desk.ctx, { callSid, recordingSid: 'RE562' });
    expect(await count('task')).toBe(before + 2);
  });

  it('a message of a withheld number keeps why and in which language its call asked', async () => {
    const callSid = 'CA563';
    const evidence = newId<'evidence'>();
    const kept = { callSid, request: 1, recordingUrl: '', evidence, question: 'message' };
    await phone.keepRecording({ ...kept, recordingSid: 'RE563' });
    await phone.requestCallback({ callSid, turn: 3, language: 'en', reason: 'asked', recording: evidence });
    const [task] = await adminSql<[{ id: TaskId }]>`select id from task where evidence_id = ${evidence}`;
    const agent = await desk.staff('retient', ['agent'], ['voirie', 'greffe', 'animaux']);
    expect((await readTask(agent, task.id)).callBack).toMatchObject({ language: 'en', reason: 'asked' });
  });

  it('every recording that the provider tells of is to leave it, used or not, once a call', async () => {
    const jobs = () =>
      adminSql<{ callSid: string; minutes: number }[]>`
        select r.call_sid, extract(epoch from o.due_at - o.created_at)::int / 60 as minutes
        from outbox o join recorded_call r on o.ids ->> 'callId' = r.id::text
        where o.job = 'correspondence.clear-recordings' and r.call_sid like 'CA5_' order by r.call_sid`;
    const news = { recordingUrl: '', seconds: 3, message: false };
    for (const status of ['absent', 'completed', 'completed'])
      await phone.recordingReady({ ...news, callSid: 'CA51', recordingSid: 'RE51', status });
    const ended = { status: 'completed', seconds: 9 };
    const state = (recordings: number) =>
      ({ ...begun, counts: { ...begun.counts, recordings } }) satisfies CallState;
    await phone.callEnded({ callSid: 'CA51', ...ended, state: state(1) });
    await phone.callEnded({ callSid: 'CA52', ...ended, state: state(1) });
    await phone.callEnded({ callSid: 'CA53', ...ended, state: state(0) });
    await phone.callEnded({ callSid: 'CA54', ...ended, state: undefined });
    expect([...(await jobs())]).toEqual(
      ['CA51', 'CA52', 'CA54'].map((callSid) => ({ callSid, minutes: 70 })),
    );
  });

  it('a call-back is asked for once a call, and its number is nowhere in clear', async () => {
    const request = {
      callSid: 'CA6',
      turn: 1,
      language: 'en',
      phone: '+14185550188',
      reason: 'asked',
    } as const;
    await phone.requestCallback(request);
    await phone.requestCallback(request);
    const rows =
      await adminSql`select task::text as text from task where kind = 'call-back' and draft_id is null and evidence_id is null`;
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('5550188');
  });

  it('a call-back wanted in a half day is one from its first hour', async () => {
    const window = { day: '2026-11-26', part: 'afternoon' } as const;
    await phone.requestCallback({
      callSid: 'CA9',
      turn: 1,
      language: 'fr',
      reason: 'asked',
      phone: '+14185550199',
      window,
    });
    const [row] = await adminSql<
      [{ id: TaskId }]
    >`select id from task order by created_at desc, id desc limit 1`;
    const agent = await desk.staff('caller', ['agent'], ['voirie', 'greffe', 'animaux']);
    expect((await readTask(agent, row.id)).callBack).toMatchObject({ at: '2026-11-26T18:00:00.000Z' });
  });

  it('a request taken up that goes on by Internet is shown while the call holds it, and never made again', async () => {
    const web = desk.public('web');
    const callSid = 'CA57';
    const { service, version, language } = draftOf(callSid);
    const content = { answers: { size: 'large' }, skipped: [] };
    const draftId = await saveDraft(web, { service, version, language, channel: 'web', content });
    const proof = await offerResume(web, { draftId });
    const resumed = await phone.resumeDraft({ callSid, request: 1, ...proof });
    if (resumed.kind !== 'resumed') throw new Error(resumed.kind);
    const call = { callSid, language, reason: 'asked', draft: resumed.draft } as const;
    const shown = async () => {
      const [row] = await adminSql`
        select d.id is not null as with_answers, l.service_code as service from live_call l left join draft d on d.id = l.draft_id
        order by l.since desc, l.id desc limit 1`;
      return row;
    };
    await phone.noteLiveCall({ ...call, turn: 3 });
    expect(await shown()).toEqual({ withAnswers: true, service });
    await resumeDraft(web, proof);
    const before = await count('draft');
    await phone.noteLiveCall({ ...call, turn: 9 });
    expect(await count('draft')).toBe(before);
    expect(await shown()).toEqual({ withAnswers: false, service });
  });

  it('what is kept of a call opens for that call only', () => {
    const sealed = phone.sealState('CA7', 'Jeanne');
    expect(sealed).not.toContain('Jeanne');
    expect(phone.openState('CA7', sealed)).toBe('Jeanne');
    expect(() => phone.openState('CA8', sealed)).toThrow();
  });
});
