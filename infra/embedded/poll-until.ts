import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again and again until the answer is something, and gives it.
 *
 * Unit: milliseconds.
 * Errors: throws `what` when the time is over.
 */
export async function pollUntil<T>(
  ask: () => T | undefined | false | Promise<T | undefined | false>,
  { what, within, every = 25 }: { what: string; within: number; every?: number },
): Promise<T> {
  const limit = Date.now() + within;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > limit) throw new Error(`${what}: nothing after ${within} ms`);
    await pause(every);
  }
}
