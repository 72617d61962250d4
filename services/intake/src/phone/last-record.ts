import { setTimeout as sleep } from 'node:timers/promises';
import { type CallRecord, readRecord } from './call-record.ts';
import { callStore } from './call-store.ts';
import type { PhoneDeps } from './phone-deps.ts';

/** How long a turn that is still being worked on is waited for once its call is over. Unit: milliseconds. */
const settlesWithinMs = 3_000;
const pollMs = 50;

/** Gives what a call held at its end; undefined when nothing of it is remembered, or can be asked or opened. */
export async function lastRecord(deps: PhoneDeps, callSid: string): Promise<CallRecord | undefined> {
  try {
    const store = callStore(deps.redis);
    const until = performance.now() + settlesWithinMs;
    let kept = await store.load(callSid);
    while (kept?.phase === 'working' && performance.now() < until) {
      await sleep(pollMs);
      kept = await store.load(callSid);
    }
    return kept && readRecord(deps.desk.openState(callSid, kept.sealed));
  } catch {
    return undefined;
  }
}
