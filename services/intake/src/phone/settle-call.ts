import { type CallState, type Effect, owedCallBack } from '@guichet/channels/phone';
import { DeskError } from '@guichet/kernel';
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
  'find-status': false,
  'live-call': false,
};

/**
 * Does what a call that is over had still asked of the desk, and asks for the call back that was promised before the caller hung
 * up; gives the call as it then stands.
 *
 * Guarantee: a turn whose process died, or whose effects the desk could not take, is finished here; safe to repeat, also beside
 *   the turn itself. Errors: not-now — something is not taken yet.
 */
export async function settleCall(deps: PhoneDeps, record: CallRecord): Promise<CallState> {
  const effects = record.effects.filter(({ kind }) => outlivesCall[kind]);
  const done =
    effects.length === 0
      ? { ...record, effects }
      : await runEffects({ ...record, effects }, deps, callDepsOf(deps));
  if (done.effects.length > 0)
    throw new DeskError('not-now', 'fault', { detail: 'the desk did not take all of a call' });
  const owed = owedCallBack(done.state);
  if (owed === undefined) return done.state;
  await deps.desk.requestCallback(owed.request);
  return owed.state;
}
