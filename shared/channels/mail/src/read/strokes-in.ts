/** The ways that a stroke slants through a square of pixels; one between two of them is wide enough to be seen along either. */
const slants: readonly (readonly [number, number])[] = [
  [2, 1],
  [3, 2],
  [1, 1],
  [2, 3],
  [1, 2],
  [-1, 2],
  [-2, 3],
  [-1, 1],
  [-3, 2],
  [-2, 1],
];

/** The longest straight strokes in a square. Unit: pixels. */
export interface Strokes {
  /** Of those that go up or down as they go along. */
  slanting: number;
  /** Of those that stand upright or lie flat. */
  upright: number;
}

/**
 * Measures the longest straight strokes in a square, by what tells of each pixel whether there is ink.
 *
 * Guarantee: what goes on beyond the square as far as a line that was printed there is left out of those that stand or lie
 * Unit:      `beyond`, where the square's surroundings begin on each side and end, in pixels from it
 */
export function strokesIn(
  isInk: (x: number, y: number) => boolean,
  size: number,
  beyond: readonly [from: number, to: number],
): Strokes {
  const slanting = slants.map(([dx, dy]) => {
    const steps = Math.max(Math.abs(dx), dy);
    const step = [dx / steps, dy / steps] as const;
    const longest = Math.max(...startsOf(size, dx).map((start) => longestRun(isInk, size, start, step)));
    return longest * Math.hypot(...step);
  });
  const lines = Array.from({ length: size }, (_, line) => line);
  const upright = lines.flatMap((line) => [
    isPrinted((n) => isInk(n, line), size, beyond) ? 0 : longestRun(isInk, size, [0, line], [1, 0]),
    isPrinted((n) => isInk(line, n), size, beyond) ? 0 : longestRun(isInk, size, [line, 0], [0, 1]),
  ]);
  return { slanting: Math.max(...slanting), upright: Math.max(...upright) };
}

/** The pixels of the edges at which lines of a way begin. */
function startsOf(size: number, dx: number): [number, number][] {
  const side = dx < 0 ? size - 1 : 0;
  return Array.from({ length: size }, (_, at) => at).flatMap((at): [number, number][] => [
    [at, 0],
    [side, at],
  ]);
}

function longestRun(
  isInk: (x: number, y: number) => boolean,
  size: number,
  [fromX, fromY]: readonly [number, number],
  [along, down]: readonly [number, number],
): number {
  let [run, longest] = [0, 0];
  for (let step = 0; ; step++) {
    const [x, y] = [Math.round(fromX + step * along), Math.round(fromY + step * down)];
    if (x < 0 || x >= size || y >= size) return longest;
    run = isInk(x, y) ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
}

/** Nobody draws a line so straight out of a box, on one of its sides at least. */
function isPrinted(
  isInk: (n: number) => boolean,
  size: number,
  [from, to]: readonly [number, number],
): boolean {
  let [before, after] = [true, true];
  for (let n = from; n < to; n++) {
    before &&= isInk(-1 - n);
    after &&= isInk(size + n);
  }
  return before || after;
}
