import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { callStore } from './call-store.ts';
import type { PhoneDeps } from './phone-deps.ts';

/** How long a copy waits for the answer in the making. Unit: milliseconds. */
const patienceMs = 3_000;
const pollMs = 40;

/**
 * Answers a message of the provider once: its copies, at once or later within the hour, get the same answer.
 *
 * Guarantee: what is remembered is sealed. Without Redis, or when who was answering died, it is answered again rather than never.
 */
export async function answerOnce(
  { redis, desk }: Pick<PhoneDeps, 'redis' | 'desk'>,
  messageSid: string,
  answer: () => Promise<string>,
): Promise<string> {
  const store = callStore(redis);
  const at = (phase: 'working' | 'ready', text: string) => ({
    turn: 1,
    phase,
    claim: randomUUID(),
    claimedAt: Date.now(),
    sealed: desk.sealState(messageSid, text),
  });
  const mine = at('working', '');
  try {
    if (!(await store.replace(messageSid, undefined, mine))) {
      for (let waited = 0; waited < patienceMs; waited += pollMs) {
        const kept = await store.load(messageSid);
        if (kept?.phase === 'ready') return desk.openState(messageSid, kept.sealed);
        await sleep(pollMs);
      }
      return await answer();
    }
  } catch {
    return answer();
  }
  const document = await answer();
  await store.replace(messageSid, { ...mine, closed: false }, at('ready', document)).catch(() => false);
  return document;
}
