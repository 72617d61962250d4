import type { InkPoints } from './ink-points.ts';

/** How the lines of a page lie. */
export interface Skew {
  /** Clockwise as seen, 0 when it can't be told. Unit: degrees. */
  readonly degrees: number;
  /** How sharply the lines stand apart at that angle: the higher the surer that they run that way. */
  readonly sharpness: number;
}

/** Unit: degrees. */
const limit = 6;
const inkMin = 400;
/** Turning a page that hardly gains by it only blurs it. */
const gainMin = 1.04;
const leastTurn = 0.06;

/**
 * Finds by how much a page lies askew: at the right angle its lines and the gaps between them stand apart most sharply.
 *
 * Guarantee: first do no harm — 0 where the best angle is the furthest looked at, or gains little.
 * Shape:     `across` looks for lines from side to side, `down` for lines that run up or down the picture
 */
export function skewOf(ink: InkPoints, lines: 'across' | 'down' = 'across'): Skew {
  const along = lines === 'across' ? ink.x : ink.y;
  const over = lines === 'across' ? ink.y : ink.x;
  const size = lines === 'across' ? [ink.width, ink.height] : [ink.height, ink.width];
  const score = (degrees: number) =>
    sharpness(along, over, size[0] ?? 1, size[1] ?? 1, lines === 'across' ? degrees : -degrees);
  const flat = score(0);
  if (ink.x.length < inkMin) return { degrees: 0, sharpness: flat };
  const coarse = best(score, -limit, limit, 0.5);
  const fine = best(score, coarse.degrees - 0.5, coarse.degrees + 0.5, 0.1);
  const found = best(score, fine.degrees - 0.1, fine.degrees + 0.1, 0.02);
  const isUnsure = Math.abs(coarse.degrees) >= limit || found.score < flat * gainMin;
  if (isUnsure || Math.abs(found.degrees) < leastTurn) return { degrees: 0, sharpness: flat };
  return { degrees: Math.round(found.degrees * 100) / 100, sharpness: found.score };
}

function best(score: (degrees: number) => number, from: number, to: number, step: number) {
  let found = { degrees: from, score: -1 };
  for (let degrees = from; degrees <= to + step / 2; degrees += step) {
    const now = score(degrees);
    if (now > found.score) found = { degrees, score: now };
  }
  return found;
}

/** Sum of the squared steps between neighbouring lines of pixels, in shares of the ink: a page of bars would have most. */
function sharpness(
  along: Uint16Array,
  over: Uint16Array,
  width: number,
  height: number,
  degrees: number,
): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const middle = width / 2;
  const room = Math.ceil(Math.abs(slope) * middle) + 2;
  const counts = new Uint32Array(height + 2 * room);
  for (let at = 0; at < along.length; at++) {
    const line = Math.round((over[at] ?? 0) - ((along[at] ?? 0) - middle) * slope) + room;
    counts[line] = (counts[line] ?? 0) + 1;
  }
  let sum = 0;
  for (let line = 1; line < counts.length; line++) {
    const step = (counts[line] ?? 0) - (counts[line - 1] ?? 0);
    sum += step * step;
  }
  return along.length === 0 ? 0 : sum / along.length;
}
