import { setTimeout as wait } from 'node:timers/promises';

/** Waits until something holds, looking again and again; what `look` throws ends the wait. Unit: milliseconds */
export async function eventually<T>(
  look: () => T | Promise<T>,
  {
    withinMs = 15_000,
    everyMs = 50,
    what = () => 'it',
  }: { withinMs?: number; everyMs?: number; what?: () => string } = {},
): Promise<Exclude<T, false | undefined | null>> {
  const until = performance.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== false && found !== undefined && found !== null)
      return found as Exclude<T, false | undefined | null>;
    if (performance.now() > until) throw new Error(`waited ${withinMs} ms in vain for ${what()}`);
    await wait(everyMs);
  }
}
