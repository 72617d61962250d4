import {
  as,
  callBackKey,
  type DeskContext,
  type Draft,
  isCallBackAsked,
  type NoteCall,
  noteCall,
  type RequestEnd,
} from '@guichet/casework';
import { type CallState, type CallSummary, summaryOf } from '@guichet/channels/phone';

export interface EndedCall {
  callSid: string;
  /** Unit: seconds. */
  seconds: number;
  /** Where it stood; absent when it is remembered no more. */
  state: CallState | undefined;
}

/**
 * Counts a call that is over, from what it remembers of itself, else from the drafts it left.
 *
 * Guarantee: what the desk holds decides: a request whose answer the call never heard counts as completed when its case is there.
 */
export async function countCall(
  ctx: DeskContext,
  { callSid, seconds, state }: EndedCall,
  draftAt: (request: number) => Promise<Draft | undefined>,
): Promise<void> {
  const system = as(ctx, { kind: 'system', name: 'telephone' });
  const length = { callSid, seconds: Number.isFinite(seconds) ? seconds : 0 };
  const facts = state
    ? await fromState(state, draftAt)
    : await fromDrafts(draftAt, () => isCallBackAsked(system, callBackKey(callSid)));
  await noteCall(system, { ...length, ...facts });
}

type Facts = Omit<NoteCall, 'callSid' | 'seconds'>;

async function fromState(
  state: CallState,
  draftAt: (request: number) => Promise<Draft | undefined>,
): Promise<Facts> {
  const summary = summaryOf(state);
  const { language, slow, recordings } = summary;
  const before = summary.requests.slice(0, -1);
  const last = summary.requests.slice(-1);
  const isSent = state.service !== undefined && Boolean((await draftAt(state.request))?.caseId);
  const requests = isSent
    ? [...before, ...last.map((one) => ({ ...one, ended: 'completed' as const }))]
    : summary.requests;
  return { language, slow, recordings, requests, misses: missesOf(summary) };
}

function missesOf({ misses, requests }: CallSummary): Facts['misses'] {
  return misses.map(({ service: code, at, kind, count }) => {
    const service = requests.find((request) => request.service?.code === code)?.service;
    return { at, kind, count, ...(service ? { service } : {}) };
  });
}

/** Requests that one call can make. */
const requestsMax = 9;

async function fromDrafts(
  draftAt: (request: number) => Promise<Draft | undefined>,
  isCallBackAsked: () => Promise<boolean>,
): Promise<Facts> {
  const drafts: Draft[] = [];
  for (let request = 1; request <= requestsMax; request += 1) {
    const draft = await draftAt(request);
    if (!draft) break;
    drafts.push(draft);
  }
  const handed = await isCallBackAsked();
  const open: RequestEnd = handed ? 'to-a-person' : 'abandoned';
  const requests = drafts.map(({ service: code, version, caseId }) => ({
    service: { code, version },
    ended: caseId ? ('completed' as const) : open,
  }));
  const language = drafts[0]?.language;
  return {
    ...(language ? { language } : {}),
    requests: handed && requests.length === 0 ? [{ ended: 'to-a-person' }] : requests,
    misses: [],
  };
}
