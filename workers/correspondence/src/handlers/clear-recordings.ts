import {
  findRecordedCall,
  messageLeft,
  type RecordedCallId,
  recordingFate,
  settleRecordedCall,
} from '@guichet/casework';
import { deleteRecording, listRecordings } from '@guichet/channels/phone';
import type { Handlers } from '@guichet/jobs';
import { DeskError } from '@guichet/kernel';
import type { CorrespondenceContext } from '../correspondence-context.ts';

/**
 * Looks through what the telephone provider keeps of a call, and deletes there what is kept here or is nobody's to hear: what a
 * caller erased, or an answer that no turn took. What may be a message whose news was lost is given to a person to hear.
 *
 * Guarantee: what waits to be fetched is left; goes on until the provider keeps no recording of the call; safe to repeat.
 * Errors: not-now — the provider is away.
 */
export const clearRecordings: Handlers<
  'correspondence',
  CorrespondenceContext
>['correspondence.clear-recordings'] = async ({ callId }, { outboxId }, { desk, phone }) => {
  const id = callId as RecordedCallId;
  const call = await findRecordedCall(desk, id);
  if (!call) return settleRecordedCall(desk, outboxId, id, { cleared: 0, isLeft: false });
  if (!phone) throw new DeskError('not-now', 'phone-not-set-up');
  const listed = await listRecordings(phone.options, call.callSid);
  if (listed.kind === 'later') throw new DeskError('not-now', 'recordings-not-listed');
  let cleared = 0;
  for (const recording of listed.recordings) {
    const fate = await recordingFate(desk, call, recording);
    if (fate === 'hear')
      await messageLeft(desk, { callSid: call.callSid, recordingSid: recording.providerRef });
    if (fate !== 'clear') continue;
    if (!(await deleteRecording(phone.options, recording.providerRef)))
      throw new DeskError('not-now', 'recording-not-deleted');
    cleared += 1;
  }
  const isLeft = cleared < listed.recordings.length || !listed.isAll;
  await settleRecordedCall(desk, outboxId, id, { cleared, isLeft });
};
