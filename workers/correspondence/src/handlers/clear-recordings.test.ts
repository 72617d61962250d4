import {
  beginRecording,
  eraseRecording,
  isRecordingErased,
  keepRecording,
  messageLeft,
  noteRecordedCall,
} from '@guichet/casework';
import { startTwilioFake } from '@guichet/infra/embedded';
import { dispatch } from '@guichet/jobs';
import { day, type EvidenceId, FixedClock, hour, minute, newId } from '@guichet/kernel';
import { afterAll, describe, expect, it } from 'vitest';
import { phoneDraft } from '../../../../tests/support/recorded-request.ts';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { testAccount, testSettings } from '../../test/settings.ts';
import { correspondenceContext } from '../correspondence-context.ts';
import { handlers } from './index.ts';

/** The provider has its own clock: ours starts with it. */
const clock = new FixedClock(new Date().toISOString());
const desk = await useDesk({ clock });
const { adminSql } = desk.database;
const twilio = await startTwilioFake({ port: 0, ...testAccount });
afterAll(() => twilio.close());
const perform = dispatch(handlers, {}, correspondenceContext(desk.ctx, testSettings(twilio.url)));

const onTime = () => clock.advance(Date.now() - clock.now().getTime());

let made = 0;
const newCall = () => `CA${String((made += 1)).padStart(32, '0')}`;

/** Leaves a recording at the provider; gives its id there. */
const recorded = (callSid: string) => twilio.record({ callSid, media: Buffer.from('RIFF'), seconds: 1 });
/** Names a recording as the answer of a draft, as a turn of the call does. */
async function claimed(sid: string): Promise<EvidenceId> {
  const evidenceId: EvidenceId = newId<'evidence'>();
  const draftId = await phoneDraft(desk);
  await beginRecording(desk.public('phone'), {
    evidenceId,
    providerRef: sid,
    mediaType: 'audio/wav',
    draftId,
  });
  return evidenceId;
}
const noMessage = (callSid: string, sid: string) => noteRecordedCall(desk.ctx, callSid, { noMessage: sid });
async function jobOf(callSid: string) {
  const [job] = await adminSql<[{ id: string; callId: string; dueAt: Date }?]>`
    select o.id, r.id as call_id, o.due_at from recorded_call r join outbox o on o.ids ->> 'callId' = r.id::text
    where r.call_sid = ${callSid}`;
  return job;
}
/** Looks through a call's recordings as a worker would when the job is due; gives when it is due again. */
async function look(callSid: string): Promise<Date | undefined> {
  const job = await jobOf(callSid);
  if (!job) throw new Error('no job');
  const { id, callId } = job;
  await perform({ id, name: 'correspondence.clear-recordings', data: { callId }, attempt: 1 });
  return (await jobOf(callSid))?.dueAt;
}

describe('what the provider keeps of a call', () => {
  it('and no turn claimed, told of as no message, is deleted there, and nothing of another call', async () => {
    const [callSid, other] = [newCall(), newCall()];
    const [dropped, again, spared] = [recorded(callSid), recorded(callSid), recorded(other)];
    for (const sid of [dropped, dropped, again]) await noMessage(callSid, sid);
    const { callId = '', dueAt } = (await jobOf(callSid)) ?? {};
    expect(dueAt).toEqual(new Date(clock.now().getTime() + 70 * minute));
    // The provider's clock is the real one, and ours began before it.
    clock.advance(80 * minute);
    expect(await look(callSid)).toBeUndefined();
    expect(twilio.recordings()).not.toContain(dropped);
    expect(twilio.recordings()).not.toContain(again);
    expect(twilio.recordings()).toContain(spared);
    const events = await adminSql`select kind, data from event where subject_id = ${callId}`;
    expect([...events]).toEqual([{ kind: 'recordings.cleared', data: { cleared: 2 } }]);
  });

  it('and may be a message whose news was lost is heard by a person, fetched, and only then deleted there', async () => {
    const callSid = newCall();
    const [lost, claimedOnly, known] = [recorded(callSid), recorded(callSid), recorded(callSid)];
    // A turn named it as a message, and its process died before it asked for the call-back.
    const message = { evidenceId: newId<'evidence'>(), providerRef: claimedOnly, mediaType: 'audio/wav' };
    await beginRecording(desk.public('phone'), message);
    await noteRecordedCall(desk.ctx, callSid);
    await messageLeft(desk.ctx, { callSid, recordingSid: known });
    const tasks = () => adminSql<{ sid: string; id: EvidenceId }[]>`
      select e.provider_ref as sid, e.id from task t join evidence e on e.id = t.evidence_id
      where t.kind = 'call-back' and e.provider_ref = any (${[lost, claimedOnly, known]})`;
    expect(await tasks()).toHaveLength(1);
    clock.advance(80 * minute);
    for (let looks = 0; looks < 2; looks += 1) {
      expect(await look(callSid)).toEqual(new Date(clock.now().getTime() + 6 * hour));
      expect((await tasks()).map(({ sid }) => sid).toSorted()).toEqual([lost, claimedOnly, known].toSorted());
    }
    expect(twilio.recordings()).toEqual(expect.arrayContaining([lost, claimedOnly, known]));
    for (const { id } of await tasks()) {
      const [fetch] = await adminSql<[{ id: string }]>`
        select id from outbox where job = 'correspondence.fetch-recording' and ids ->> 'evidenceId' = ${id}`;
      const data = { evidenceId: id };
      await perform({ id: fetch.id, name: 'correspondence.fetch-recording', data, attempt: 1 });
    }
    expect(await look(callSid)).toBeUndefined();
    for (const sid of [lost, claimedOnly, known]) expect(twilio.recordings()).not.toContain(sid);
  });

  it('and may be a message is heard though another recording of the call can not be deleted', async () => {
    const callSid = newCall();
    const [lost, kept] = [recorded(callSid), recorded(newCall())];
    // Not listed for this call: its only deletion is the first thing asked of the provider.
    await eraseRecording(desk.ctx, { callSid, recordingSid: kept });
    clock.advance(80 * minute);
    twilio.refuseNext(1, 503);
    expect(await look(callSid)).toEqual(new Date(clock.now().getTime() + 6 * hour));
    const tasks = await adminSql`
      select 1 from task t join evidence e on e.id = t.evidence_id where e.provider_ref = ${lost}`;
    expect(tasks).toHaveLength(1);
    twilio.refuseNext(1, 503);
    await expect(look(callSid)).rejects.toMatchObject({ publicKey: 'recording-not-deleted' });
    expect(twilio.recordings()).toContain(kept);
    await look(callSid);
    expect(twilio.recordings()).not.toContain(kept);
  });

  it('and a turn may still claim is left, and looked at again', async () => {
    const callSid = newCall();
    const young = recorded(callSid);
    onTime();
    clock.advance(-71 * minute);
    await noMessage(callSid, young);
    onTime();
    expect(await look(callSid)).toBeInstanceOf(Date);
    expect(twilio.recordings()).toContain(young);
    clock.advance(6 * hour);
    expect(await look(callSid)).toBeUndefined();
    expect(twilio.recordings()).not.toContain(young);
  });

  it('and waits to be fetched is left until it is kept here, then deleted even if its own deletion was given up', async () => {
    const callSid = newCall();
    const sid = recorded(callSid);
    const evidenceId = await claimed(sid);
    await noteRecordedCall(desk.ctx, callSid);
    clock.advance(71 * minute);
    expect(await look(callSid)).toEqual(new Date(clock.now().getTime() + 6 * hour));
    expect(twilio.recordings()).toContain(sid);
    const sound = { bytes: Buffer.from('RIFF'), mediaType: 'audio/wav' };
    await keepRecording(desk.ctx, newId(), evidenceId, sound);
    await adminSql`delete from outbox where job = 'correspondence.forget-recording' and ids ->> 'evidenceId' = ${evidenceId}`;
    expect(await look(callSid)).toBeUndefined();
    expect(twilio.recordings()).not.toContain(sid);
  });

  it('and belongs to no draft any more is deleted there, though it was never fetched', async () => {
    const callSid = newCall();
    const sid = recorded(callSid);
    const evidenceId = await claimed(sid);
    await noMessage(callSid, sid);
    await adminSql`update evidence set draft_id = null where id = ${evidenceId}`;
    clock.advance(71 * minute);
    expect(await look(callSid)).toBeUndefined();
    expect(twilio.recordings()).not.toContain(sid);
  });

  it('is looked at later while the provider is away, and again when it tells of one meanwhile', async () => {
    const callSid = newCall();
    const sid = recorded(callSid);
    await noMessage(callSid, sid);
    clock.advance(71 * minute);
    for (const answers of [1, 2]) {
      twilio.refuseNext(answers, 503);
      await expect(look(callSid)).rejects.toMatchObject({ code: 'not-now' });
    }
    twilio.refuseNext(0, 503);
    expect(twilio.recordings()).toContain(sid);
    await noteRecordedCall(desk.ctx, callSid);
    const quietAt = new Date(clock.now().getTime() + 70 * minute);
    expect(await look(callSid)).toEqual(quietAt);
    expect(twilio.recordings()).not.toContain(sid);
    clock.advance(71 * minute);
    expect(await look(callSid)).toBeUndefined();
    await noteRecordedCall(desk.ctx, callSid);
    expect(await jobOf(callSid)).toMatchObject({ dueAt: new Date(clock.now().getTime() + 70 * minute) });
  });

  it('and the caller erased is deleted there at once, and remembered as erased while it may be told of', async () => {
    const callSid = newCall();
    const [kept, erased] = [recorded(callSid), recorded(callSid)];
    onTime();
    await noMessage(callSid, kept);
    for (let told = 0; told < 2; told += 1) await eraseRecording(desk.ctx, { callSid, recordingSid: erased });
    expect((await jobOf(callSid))?.dueAt).toEqual(clock.now());
    expect(await look(callSid)).toEqual(new Date(clock.now().getTime() + 70 * minute));
    expect(twilio.recordings()).not.toContain(erased);
    expect(twilio.recordings()).toContain(kept);
    expect(await isRecordingErased(desk.ctx, { callSid, recordingSid: erased })).toBe(true);
    expect(await isRecordingErased(desk.ctx, { callSid, recordingSid: kept })).toBe(false);
    const alone = newCall();
    await eraseRecording(desk.ctx, { callSid: alone, recordingSid: recorded(alone) });
    expect((await jobOf(alone))?.dueAt).toEqual(clock.now());
    clock.advance(71 * minute);
    expect([await look(callSid), await look(alone)]).toEqual([undefined, undefined]);
  });

  it('and was erased is tried again each minute until it is seen to go, and now when it is told of', async () => {
    const callSid = newCall();
    const unlisted = recorded(newCall());
    const notThereYet = `RE${'0'.repeat(32)}`;
    onTime();
    await eraseRecording(desk.ctx, { callSid, recordingSid: unlisted });
    // Gone though the provider does not list it.
    expect(await look(callSid)).toEqual(new Date(clock.now().getTime() + 70 * minute));
    expect(twilio.recordings()).not.toContain(unlisted);
    clock.advance(minute);
    await noMessage(callSid, unlisted);
    expect((await jobOf(callSid))?.dueAt).toEqual(new Date(clock.now().getTime() + 69 * minute));
    await eraseRecording(desk.ctx, { callSid, recordingSid: notThereYet });
    expect(await look(callSid)).toEqual(new Date(clock.now().getTime() + minute));
    await noMessage(callSid, notThereYet);
    expect((await jobOf(callSid))?.dueAt).toEqual(clock.now());
    clock.advance(71 * minute);
    expect(await look(callSid)).toBeUndefined();
  });

  it('and can never be fetched is looked for some days, then shown to a person', async () => {
    const callSid = newCall();
    onTime();
    await claimed(recorded(callSid));
    await noteRecordedCall(desk.ctx, callSid);
    clock.advance(4 * day);
    expect(await look(callSid)).toEqual(new Date(clock.now().getTime() + 6 * hour));
    clock.advance(2 * day);
    await expect(look(callSid)).rejects.toMatchObject({ code: 'invalid', publicKey: 'recordings-stay' });
    expect(await jobOf(callSid)).toBeDefined();
  });
});
