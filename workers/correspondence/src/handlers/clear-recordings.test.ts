import {
  beginRecording,
  eraseRecording,
  isRecordingErased,
  keepRecording,
  noteRecordedCall,
} from '@guichet/casework';
import { startTwilioFake } from '@guichet/infra/embedded';
import { dispatch } from '@guichet/jobs';
import { type EvidenceId, FixedClock, hour, minute, newId } from '@guichet/kernel';
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
  it('and no turn claimed, as what the caller erased, is deleted there, and nothing of another call', async () => {
    const [callSid, other] = [newCall(), newCall()];
    const [erased, again, spared] = [recorded(callSid), recorded(callSid), recorded(other)];
    await noteRecordedCall(desk.ctx, callSid);
    await noteRecordedCall(desk.ctx, callSid);
    const { callId = '', dueAt } = (await jobOf(callSid)) ?? {};
    expect(dueAt).toEqual(new Date(clock.now().getTime() + 70 * minute));
    clock.advance(71 * minute);
    expect(await look(callSid)).toBeUndefined();
    expect(twilio.recordings()).not.toContain(erased);
    expect(twilio.recordings()).not.toContain(again);
    expect(twilio.recordings()).toContain(spared);
    const events = await adminSql`select kind, data from event where subject_id = ${callId}`;
    expect([...events]).toEqual([{ kind: 'recordings.cleared', data: { cleared: 2 } }]);
  });

  it('and a turn may still claim is left, and looked at again', async () => {
    const callSid = newCall();
    await noteRecordedCall(desk.ctx, callSid);
    clock.advance(-60 * minute);
    const young = recorded(callSid);
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
    await noteRecordedCall(desk.ctx, callSid);
    await adminSql`update evidence set draft_id = null where id = ${evidenceId}`;
    clock.advance(71 * minute);
    expect(await look(callSid)).toBeUndefined();
    expect(twilio.recordings()).not.toContain(sid);
  });

  it('is looked at later while the provider is away, and again when it tells of one meanwhile', async () => {
    const callSid = newCall();
    const sid = recorded(callSid);
    await noteRecordedCall(desk.ctx, callSid);
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
    clock.advance(-(clock.now().getTime() - Date.now()));
    await noteRecordedCall(desk.ctx, callSid);
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
});
