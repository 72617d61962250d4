import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Keeps so many readers of a website on its pages until the signal, each looking at a page and then at another.
 *
 * Shape: the times of all answers, from the request to the last byte. Unit: milliseconds
 * Errors: throws on an answer that is none.
 */
export async function holdVisits(
  base: string,
  paths: readonly string[],
  readers: number,
  { everyMs, until }: { everyMs: number; until: AbortSignal },
): Promise<number[]> {
  const times: number[] = [];
  await Promise.all(
    Array.from({ length: readers }, async (_, reader) => {
      await sleep((everyMs * reader) / readers);
      for (let at = reader; !until.aborted; at += 1) {
        const from = performance.now();
        const answer = await fetch(new URL(paths[at % paths.length] ?? '/', base));
        await answer.arrayBuffer();
        if (!answer.ok) throw new Error(`${answer.status} from ${answer.url}`);
        times.push(performance.now() - from);
        await sleep(everyMs);
      }
    }),
  );
  return times;
}
