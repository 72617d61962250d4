import { setTimeout as sleep } from 'node:timers/promises';
import {
  as,
  beginRecording,
  type DeskContext,
  type Draft,
  type ErasedRecording,
  findMessage,
  isRecordingErased,
  requestCallBack,
} from '@guichet/casework';
import { messageRecordingId } from './message-recording-id.ts';
import { recordingType } from './recording-type.ts';

/** How long the turn that names a recording may come after the provider's news of it. Unit: milliseconds. */
const turnComesWithin = { ms: 8_000, pollMs: 250 };

/**
 * Has a person hear a message that no turn of its call could hand over: left when we could not take a call-back, or by a call whose
 * turn never came.
 *
 * Guarantee: one task a message, however often the provider tells of it; none for what the caller erased.
 */
export async function messageLeft(
  ctx: DeskContext,
  message: ErasedRecording,
  draftAt: () => Promise<Draft | undefined>,
): Promise<void> {
  const caller = as(ctx, { kind: 'public', channel: 'phone' });
  const ours = messageRecordingId(ctx.keyring, message.recordingSid);
  const found = await whenSettled(ctx, message, ours);
  if (found === 'erased' || found?.hasTask) return;
  const recording = found?.evidenceId ?? ours;
  if (!found) {
    const begun = { evidenceId: ours, providerRef: message.recordingSid, mediaType: recordingType };
    await beginRecording(caller, begun);
  }
  const draft = await draftAt();
  await requestCallBack(caller, {
    key: `recording:${message.recordingSid}`,
    language: draft?.language ?? 'fr',
    recording,
    reason: 'message-left',
    ...(draft ? { draftId: draft.id, service: draft.service } : {}),
  });
}

/** Waits for what the turn does with it. Begun by us before means that this is told again: what is left to do is not the turn's. */
async function whenSettled(ctx: DeskContext, message: ErasedRecording, ours: string) {
  const system = as(ctx, { kind: 'system', name: 'telephone' });
  const until = performance.now() + turnComesWithin.ms;
  for (;;) {
    const isOver = performance.now() >= until;
    if (await isRecordingErased(system, message)) return 'erased';
    const found = await findMessage(system, message.recordingSid);
    if (isOver || found?.hasTask || found?.evidenceId === ours) return found;
    await sleep(turnComesWithin.pollMs);
  }
}
