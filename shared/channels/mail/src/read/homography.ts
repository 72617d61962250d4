import type { Point } from '../paper.ts';

/** A projective map of the plane, row by row, the last number 1 before it is scaled. */
export type Homography = readonly [number, number, number, number, number, number, number, number, number];

/** A point of the sheet (millimetres) and where it was seen (pixels). */
export interface Match {
  readonly from: Point;
  readonly to: Point;
  readonly weight: number;
}

/** Maps a point. */
export function mapped(h: Homography, point: Point): Point {
  const w = h[6] * point.x + h[7] * point.y + h[8];
  return { x: (h[0] * point.x + h[1] * point.y + h[2]) / w, y: (h[3] * point.x + h[4] * point.y + h[5]) / w };
}

/** Fits the map that brings each point nearest to where it was seen; undefined with fewer than four or when they lie on a line. */
export function fitHomography(matches: readonly Match[]): Homography | undefined {
  if (matches.length < 4) return undefined;
  const normal = Array.from({ length: 8 }, () => new Float64Array(9));
  for (const { from, to, weight } of matches) {
    const x = from.x / scale;
    const y = from.y / scale;
    addEquation(normal, [x, y, 1, 0, 0, 0, -to.x * x, -to.x * y, to.x], weight);
    addEquation(normal, [0, 0, 0, x, y, 1, -to.y * x, -to.y * y, to.y], weight);
  }
  const h = solve(normal);
  if (h === undefined) return undefined;
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, i = 0] = h;
  return [a / scale, b / scale, c, d / scale, e / scale, f, g / scale, i / scale, 1];
}

/** Keeps the numbers of the equations near one another. */
const scale = 100;

function addEquation(normal: Float64Array[], row: number[], weight: number): void {
  for (const [i, line] of normal.entries()) {
    for (let j = 0; j < 9; j++) line[j] = (line[j] ?? 0) + weight * (row[i] ?? 0) * (row[j] ?? 0);
  }
}

/** Gauss with the largest pivot. */
function solve(rows: Float64Array[]): number[] | undefined {
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    let best = column;
    for (let row = column; row < size; row++) {
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row;
    }
    const pivot = rows[best];
    const here = rows[column];
    if (pivot === undefined || here === undefined || Math.abs(pivot[column] ?? 0) < 1e-9) return undefined;
    rows[best] = here;
    rows[column] = pivot;
    for (let row = 0; row < size; row++) {
      const line = rows[row];
      if (row === column || line === undefined) continue;
      const factor = (line[column] ?? 0) / (pivot[column] ?? 1);
      for (let j = column; j <= size; j++) line[j] = (line[j] ?? 0) - factor * (pivot[j] ?? 0);
    }
  }
  return rows.map((row, i) => (row[size] ?? 0) / (row[i] ?? 1));
}
