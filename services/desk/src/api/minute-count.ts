import { type Clock, minute } from '@guichet/kernel';

/** Of one key, at one process of the desk. Unit: requests a minute. */
export const requestsAMinuteMax = 600;

/** Counts by key within the running minute, and tells whether there is room for one more. Kept in this process alone. */
export function minuteCount(clock: Clock, max = requestsAMinuteMax): (key: string) => boolean {
  const counts = new Map<string, number>();
  let running = 0;
  return (key) => {
    const now = Math.floor(clock.now().getTime() / minute);
    if (now !== running) counts.clear();
    running = now;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= max;
  };
}
