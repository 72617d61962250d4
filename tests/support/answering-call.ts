import { randomBytes } from 'node:crypto';
import { noteLiveCall, overwriteDraft } from '@guichet/casework';
import { type DraftId, newId } from '@guichet/kernel';
import type { TestDesk } from './test-desk.ts';

/** A call of a caller who goes on answering by keys while someone at the desk has it open. */
export interface AnsweringCall {
  callSid: string;
  draftId: DraftId;
  /** Address of the call at the desk, and of its request. */
  page: string;
  request: string;
  /** All that the caller has answered by now. */
  answered(content: Record<string, unknown>): Promise<unknown>;
}

/** Puts a call about a pothole on the desk's page of calls, whose transfer failed. */
export async function answeringCall(
  desk: TestDesk,
  answers: Record<string, unknown>,
): Promise<AnsweringCall> {
  const callSid = `CA${randomBytes(16).toString('hex')}`;
  const draftId = newId<'draft'>();
  const service = 'nid-de-poule';
  const answered = (content: Record<string, unknown>) =>
    overwriteDraft(desk.public('phone'), {
      id: draftId,
      externalKey: `call:${callSid}:1`,
      service,
      version: desk.ctx.catalogue.find(service)?.definition.version ?? 1,
      channel: 'phone',
      language: 'fr',
      content: {
        answers: content,
        skipped: [],
        provenance: Object.fromEntries(Object.keys(content).map((key) => [key, { how: 'dtmf' }])),
      },
    });
  await answered(answers);
  const asking = { callSid, language: 'fr', reason: 'asked', turn: 1, way: 'transfer' } as const;
  const id = await noteLiveCall(desk.ctx, { ...asking, service, draftId });
  return { callSid, draftId, page: `/calls/${id}`, request: `/calls/${id}/request`, answered };
}
