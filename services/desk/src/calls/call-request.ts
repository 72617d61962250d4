import {
  acceptSubmission,
  type Acceptance,
  type DeskContext,
  type Draft,
  draftKey,
  findDraft,
  findTyped,
  layOver,
  readLiveCall,
  type LiveCallFile,
} from '@guichet/casework';
import type { Answers, CompiledService } from '@guichet/catalogue';
import { DeskError, type Id } from '@guichet/kernel';
import { provenanceOf } from '../drafts/provenance-of.ts';

/** The request of a caller whom a person at the desk goes on with. */
export interface CallRequest {
  isSent: false;
  call: LiveCallFile;
  /** With what staff typed beside it laid over it. */
  draft: Draft;
  service: CompiledService;
  answers: Answers;
}

/** One that was sent, by the caller or by a person at the desk. */
export interface SentCallRequest {
  isSent: true;
  call: LiveCallFile;
}

/** Finds the request of a call; who opens the call may go on with it, and who only looks takes no call. Errors: not-found; gone */
export async function findCallRequest(
  ctx: DeskContext,
  { id, onlyLooks = false }: { id: Id<'live-call'>; onlyLooks?: boolean },
): Promise<CallRequest | SentCallRequest> {
  const call = await readLiveCall(ctx, { id, ...(onlyLooks ? { onlyLooks } : {}) });
  if (call.madeReference !== null) return { isSent: true, call };
  const draft = call.draftId === null ? undefined : await findDraft(ctx, { id: call.draftId });
  const service = draft && ctx.catalogue.find(draft.service, draft.version);
  if (!draft || !service) throw new DeskError('gone', 'draft-expired');
  const beside = await findTyped(ctx, draft.id);
  const typed = beside?.service === draft.service ? beside : undefined;
  const content = layOver(draft.content, draft.service, typed);
  return { isSent: false, call, draft: { ...draft, content }, service, answers: content.answers as Answers };
}

/** Accepts the request of a call, as of the telephone. Guarantee: one case, whoever sends it. */
export function acceptCallRequest(ctx: DeskContext, draft: Draft, answers: Answers): Promise<Acceptance> {
  return acceptSubmission(ctx, {
    service: draft.service,
    version: draft.version,
    language: draft.language,
    channel: 'phone',
    answers,
    provenance: provenanceOf(answers, draft.content),
    idempotency: draftKey(draft),
    draftId: draft.id,
  });
}
