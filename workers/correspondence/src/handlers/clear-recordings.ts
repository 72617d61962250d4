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
 * Errors: not-now — the provider is away; invalid — one is left for days, which can't be fetched.
 */
export const clearRecordings: Handlers<
  'correspondence',
  CorrespondenceContext
>['correspondence.clear-recordings'] = async ({ callId }, { outboxId }, { desk, phone }) => {
  const id = callId as RecordedCallId;
  const call = await findRecordedCall(desk, id);
  if (!call) return settleRecordedCall(desk, outboxId, id, { cleared: 0, isLeft: false });
  if (!phone) throw new DeskError('not-now', 'phone-not-set-up');
  let cleared = 0;
  let heard = 0;
  let refused = 0;
  let left = 0;
  const gone: string[] = [];
  const clear = async (providerRef: string) => {
    const fate = await deleteRecording(phone.options, providerRef);
    if (fate === 'later') refused += 1;
    if (fate !== 'deleted') return;
    cleared += 1;
    if (call.erased.includes(providerRef)) gone.push(providerRef);
  };
  // What was just erased may not be listed yet.
  for (const providerRef of call.erased) if (!call.gone.includes(providerRef)) await clear(providerRef);
  const listed = await listRecordings(phone.options, call.callSid);
  if (listed.kind === 'later') throw new DeskError('not-now', 'recordings-not-listed');
  for (const recording of listed.recordings) {
    const { providerRef } = recording;
    const fate = await recordingFate(desk, call, recording);
    if (fate === 'hear') {
      await messageLeft(desk, { callSid: call.callSid, recordingSid: providerRef });
      heard += 1;
    }
    if (fate === 'clear') await clear(providerRef);
    else left += 1;
  }
  // One that the provider won't delete keeps no other from being heard or deleted: only a look that did nothing is made again.
  if (refused > 0 && cleared + heard === 0) throw new DeskError('not-now', 'recording-not-deleted');
  const isLeft = left + refused > 0 || !listed.isAll;
  await settleRecordedCall(desk, outboxId, id, { cleared, isLeft, gone });
};
