import { type CallDeps, type Effect, type Input, step } from '@guichet/channels/phone';
import type { CallRecord } from './call-record.ts';
import type { PhoneDeps } from './phone-deps.ts';

/**
 * Does what the dialog asks of the desk and gives the dialog the answers, until the caller's turn comes.
 *
 * Guarantee: what could not be kept stays with the call and is done before anything is submitted, so that no case names
 *   a recording the desk does not know.
 */
export async function runEffects(
  taken: CallRecord,
  deps: PhoneDeps,
  callDeps: CallDeps,
): Promise<CallRecord> {
  let record = taken;
  const left: Effect[] = [];
  for (let round = 0; round < roundsMax; round += 1) {
    const { effects } = record;
    record = { ...record, effects: [] };
    let answer: Input | undefined;
    for (const effect of withLatestDraft([...left.splice(0), ...effects])) {
      const done = await attempt(effect, left.length > 0, deps);
      if (done === 'not-now') left.push(effect);
      else if (done !== 'done') answer = done;
    }
    if (answer === undefined) break;
    const result = step(record.state, answer, callDeps);
    record = { ...result, say: [...record.say, ...result.say] };
  }
  return { ...record, effects: [...left, ...record.effects] };
}

/** A desk answer leads to the caller's turn, or to one more effect; never to a chain of them. */
const roundsMax = 4;

async function attempt(
  effect: Effect,
  somethingLeft: boolean,
  deps: PhoneDeps,
): Promise<Input | 'done' | 'not-now'> {
  const { desk, log } = deps;
  try {
    switch (effect.kind) {
      case 'save-draft':
        await desk.saveDraft(effect.draft);
        return 'done';
      case 'record-evidence':
        await desk.keepRecording(effect.recording);
        return 'done';
      case 'erase-recording':
        await desk.eraseRecording(effect);
        return 'done';
      case 'submit': {
        if (somethingLeft) return { kind: 'failed', effect: 'submit' };
        const accepted = await desk.submit(effect.submission, effect.draft);
        return accepted.kind === 'incomplete'
          ? { kind: 'incomplete', problems: accepted.problems }
          : accepted;
      }
      case 'find-status':
        return await desk.findStatus(effect.reference, effect.fact);
      case 'live-call':
        await desk.noteLiveCall(effect.call);
        return 'done';
      case 'resume-draft':
        return await desk.resumeDraft(effect);
      case 'offer-resume':
        return { kind: 'offered', ...(await desk.offerResume(effect.callSid, effect.request)) };
      case 'text-link':
        return { kind: `text-${await desk.textLink(effect)}` };
      case 'find-slots':
        return { kind: 'slots', offered: await desk.findSlots(effect) };
      case 'book-slot':
        return (await desk.bookSlot(effect)) === 'booked'
          ? { kind: 'slot-booked', slot: effect.slot }
          : { kind: 'slot-taken' };
      case 'cancel-slot':
        await desk.cancelSlot(effect.caseId);
        return { kind: 'slot-cancelled' };
      case 'callback':
        await desk.requestCallback(effect.request);
        // The call-back is kept: that the screen shows it or not changes nothing for the caller.
        await desk.showCallback(effect.request).catch((error: unknown) => notTaken(log, effect, error));
        return { kind: 'callback-kept' };
    }
  } catch (error) {
    notTaken(log, effect, error);
    // The call itself is worth more than its note: a person answers without the answers on the screen.
    if (effect.kind === 'live-call') return 'done';
    return effect.kind === 'save-draft' ||
      effect.kind === 'record-evidence' ||
      effect.kind === 'erase-recording'
      ? 'not-now'
      : { kind: 'failed', effect: effect.kind };
  }
}

function notTaken(log: PhoneDeps['log'], { kind }: Effect, error: unknown): void {
  log.warn({ event: 'phone.effect-failed', name: kind, err: error }, 'the desk did not take it');
}

/** Of several drafts of one request only the last is worth keeping; it takes the place of the first, before what names it. */
function withLatestDraft(effects: Effect[]): Effect[] {
  return effects.flatMap((effect, index) => {
    if (effect.kind !== 'save-draft') return [effect];
    const isOfRequest = (other: Effect) =>
      other.kind === 'save-draft' && other.draft.request === effect.draft.request;
    if (effects.findIndex(isOfRequest) < index) return [];
    return [effects.findLast(isOfRequest) ?? effect];
  });
}
