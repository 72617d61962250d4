import { type CallbackRequest, type CallState, type Effect, owedCallBack } from '@guichet/channels/phone';
import { callDepsOf } from './call-deps.ts';
import type { CallRecord } from './call-record.ts';
import type { PhoneDeps } from './phone-deps.ts';
import { runEffects } from './run-effects.ts';

/** What the caller asked for or said: the desk does it though nobody hears its answer any more. */
const outlivesCall: Record<Effect['kind'], boolean> = {
  'save-draft': true,
  'record-evidence': true,
  'erase-recording': true,
  submit: true,
  callback: true,
  'text-link': true,
  'offer-resume': false,
  'resume-draft': false,
  'book-slot': true,
  'cancel-slot': true,
  'find-slots': false,
  'find-status': false,
  'live-call': false,
};

/** How often in a row the desk may take nothing of what is left: a call that is over has no later turn. */
const failuresMax = 2;

export interface SettledCall {
  state: CallState;
  /** Whether the desk took all that the call had left. */
  isWhole: boolean;
}

/**
 * Does what a call that is over had still asked of the desk, and asks for the call back that was promised before the caller hung
 * up; gives the call as it then stands.
 *
 * Guarantee: a turn whose process died, or whose effects the desk could not take, is finished here; the call back is asked for
 *   though the rest is not taken; never throws for what the desk does; safe to repeat, also beside the turn itself.
 */
export async function settleCall(deps: PhoneDeps, record: CallRecord): Promise<SettledCall> {
  let rest: CallRecord = { ...record, effects: record.effects.filter(({ kind }) => outlivesCall[kind]) };
  let failures = 0;
  while (rest.effects.length > 0 && failures < failuresMax) {
    const done = await doneOf(deps, rest);
    failures = done.effects.length < rest.effects.length ? 0 : failures + 1;
    rest = done;
  }
  const { state, effects } = rest;
  const isWhole = effects.length === 0;
  const owed = owedCallBack(state);
  if (owed === undefined || waitsFor(effects, owed.request.recording)) return { state, isWhole };
  try {
    await deps.desk.requestCallback(owed.request);
    return { state: owed.state, isWhole };
  } catch (error) {
    deps.log.warn({ event: 'phone.effect-failed', name: 'callback', err: error }, 'the desk did not take it');
    return { state, isWhole: false };
  }
}

/** Does the effects once. A submission that failed goes back: nobody is there any more to press again. */
async function doneOf(deps: PhoneDeps, record: CallRecord): Promise<CallRecord> {
  const done = await runEffects(record, deps, callDepsOf(deps));
  const submit = record.effects.find(({ kind }) => kind === 'submit');
  if (submit === undefined || done.state.place.at !== 'not-submitted') return done;
  return { ...record, effects: [...done.effects, submit] };
}

/** A call back can't name a recording that the desk does not know yet. */
function waitsFor(effects: readonly Effect[], recording: CallbackRequest['recording']): boolean {
  return effects.some(
    (effect) => effect.kind === 'record-evidence' && effect.recording.evidence === recording,
  );
}
