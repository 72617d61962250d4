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
  /** What the turn that took it names; absent where none did. */
  turn?: { evidenceId: EvidenceId; draft?: RequestInHand };
}

interface RequestInHand {
  id: DraftId;
  service: string;
  language: Language;
}

/**
 * Has a person hear a message, whether a turn of its call took it or none did, and stages its fetching.
 *
 * Guarantee: one task a message, and the one by which its call is called back already, where that has no other message; begun and
 *   asked for together, so that nothing is left half done.
 */
export async function messageLeft(ctx: DeskContext, left: MessageLeft): Promise<void> {
  const { callSid, recordingSid, turn } = left;
  return transact(ctx, 'call-back.request', async (tx) => {
    const recording = await evidenceOf(ctx, tx, left);
    const [heard] = await tx.sql`select 1 from task where evidence_id = ${recording}`;
    if (heard) return tx.unchanged(undefined);
    const draft = turn ? turn.draft : await firstRequest(tx, callSid);
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

/** The first request of a call, where no turn says which one was in hand. */
async function firstRequest(tx: DeskTx, callSid: string): Promise<RequestInHand | undefined> {
  const [draft] = await tx.sql<[RequestInHand?]>`
    select id, service_code as service, language from draft
    where external_key = ${`call:${callSid}:1`} and expires_at > ${tx.now}`;
  return draft;
}

/** The evidence begun before, by a turn or by the news, else begun here; who begins it at the same time is waited for. */
async function evidenceOf(
  ctx: DeskContext,
  tx: DeskTx,
  { recordingSid, turn }: MessageLeft,
): Promise<EvidenceId> {
  const begun = {
    evidenceId: turn?.evidenceId ?? messageRecordingId(ctx.keyring, recordingSid),
    providerRef: recordingSid,
    mediaType: recordingType,
    ...(turn?.draft ? { draftId: turn.draft.id } : {}),
  };
  await beginRecordingIn(tx, begun);
  const [found] = await tx.sql<[{ id: EvidenceId }?]>`
    select id from evidence where provider_ref = ${recordingSid}`;
  return found?.id ?? begun.evidenceId;
}
