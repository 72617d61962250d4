/**
 * Lists the keys that changed places, the fewest that explain the new order.
 *
 * Shape: both lists hold the same keys; the result is in the new order
 */
export function movedKeys(
  before: readonly string[],
  after: readonly string[],
): { key: string; earlier: boolean }[] {
  const was = new Map(before.map((key, at) => [key, at]));
  const places = after.map((key) => was.get(key) ?? 0);
  // Those of the longest run that kept its order stayed; the others moved.
  const best = places.map(() => ({ length: 1, from: -1 }));
  for (const [at, place] of places.entries()) {
    for (let left = 0; left < at; left += 1) {
      const length = (best[left]?.length ?? 0) + 1;
      const here = best[at];
      if ((places[left] ?? 0) < place && here && length > here.length) best[at] = { length, from: left };
    }
  }
  const stayed = new Set<number>();
  let end = best.reduce((top, { length }, at) => (length > (best[top]?.length ?? 0) ? at : top), 0);
  while (end >= 0 && best[end]) {
    stayed.add(end);
    end = best[end]?.from ?? -1;
  }
  return after.flatMap((key, at) => (stayed.has(at) ? [] : [{ key, earlier: at < (places[at] ?? 0) }]));
}
