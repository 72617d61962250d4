import type { DraftId, EvidenceId, Language } from '@guichet/kernel';
import { type DeskTx, transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { beginRecordingIn } from './begin-recording.ts';
import { askCallBackIn, callBackKey, messageReason } from './request-call-back.ts';
import { recordingType } from './recording-type.ts';
import { messageRecordingId } from './message-recording-id.ts';

export interface MessageLeft {
  callSid: string;
  /** The telephone provider's id of the recording. */
  recordingSid: string;
}

/**
 * Has a person hear a message that no turn of its call handed over, and stages its fetching.
 *
 * Guarantee: one task a message, and the one by which its call is called back already, where that has no other message; begun and
 *   asked for together, so that nothing is left half done.
 */
export async function messageLeft(ctx: DeskContext, { callSid, recordingSid }: MessageLeft): Promise<void> {
  return transact(ctx, 'call-back.request', async (tx) => {
    const recording = await evidenceOf(ctx, tx, recordingSid);
    const [heard] = await tx.sql`select 1 from task where evidence_id = ${recording}`;
    if (heard) return tx.unchanged(undefined);
    const [draft] = await tx.sql<[{ id: DraftId; service: string; language: Language }?]>`
      select id, service_code as service, language from draft
      where external_key = ${`call:${callSid}:1`} and expires_at > ${tx.now}`;
    const message = {
      language: draft?.language ?? 'fr',
      recording,
      reason: messageReason,
      ...(draft ? { draftId: draft.id, service: draft.service } : {}),
    };
    const { value: task } = await askCallBackIn(ctx, tx, { ...message, key: callBackKey(callSid) });
    if (!task.isWhole) await askCallBackIn(ctx, tx, { ...message, key: `recording:${recordingSid}` });
    return tx.unchanged(undefined);
  });
}

/** The evidence that a turn of the call began, else begun here; who begins it at the same time is waited for. */
async function evidenceOf(ctx: DeskContext, tx: DeskTx, recordingSid: string): Promise<EvidenceId> {
  const begun = {
    evidenceId: messageRecordingId(ctx.keyring, recordingSid),
    providerRef: recordingSid,
    mediaType: recordingType,
  };
  await beginRecordingIn(tx, begun);
  const [found] = await tx.sql<[{ id: EvidenceId }?]>`
    select id from evidence where provider_ref = ${recordingSid}`;
  return found?.id ?? begun.evidenceId;
}
