import { cornerMarks, markSize, type Paper, papers, type Point, type Rect } from '../paper.ts';
import type { FoundCode } from './find-codes.ts';
import { findMarks, markCentre, type MarkSearch } from './find-marks.ts';
import type { GreyImage } from './grey-image.ts';
import { fitHomography, type Homography, mapped, type Match } from './homography.ts';

/** Where the printed sheet lies on a scanned page. */
export interface Registration {
  readonly toPage: Homography;
  /** `full`: four marks or more agree; `reduced`: fewer, so a person looks at everything; never more than that. */
  readonly trust: 'full' | 'reduced';
  readonly marks: number;
  /** How finely the page was scanned, whatever its file claims. */
  readonly pixelsPerMm: number;
  /** How far the marks are from where they should be, on average. Unit: millimetres. */
  readonly error: number;
}

/**
 * Finds how the sheet lies on the page, from its codes first and then from its marks.
 *
 * Guarantee: `full` only when at least four marks lie within 0.6 mm of their places.
 */
export function registerPage(
  page: GreyImage,
  found: readonly FoundCode[],
  paper: Paper = papers.letter,
): Registration | undefined {
  const search = findMarks(page);
  const tries = hypotheses(found, paper).flatMap(
    (matches) => followMarks(search, page, matches, paper) ?? [],
  );
  return tries.sort((a, b) => b.marks - a.marks || a.error - b.error)[0];
}

/**
 * One code may be either copy; of two, the larger is the upper one. The corners of one code alone, each a pixel or two off,
 * say nothing of how the sheet is tilted: it is also tried as if it lay flat.
 */
function hypotheses(found: readonly FoundCode[], { codes, marks }: Paper): Match[][] {
  const bySize = [...found].sort((a, b) => side(b) - side(a));
  const [large, small] = bySize;
  if (large === undefined) return [];
  const [upper, lower] = codes;
  if (small !== undefined)
    return [[...cornerMatches(large, upper.place), ...cornerMatches(small, lower.place)]];
  return [upper, lower].flatMap(({ place }) => {
    const matches = cornerMatches(large, place);
    return [matches, [...matches, ...laidFlat(matches, marks)]];
  });
}

/** Gives where the corner marks would be if the sheet were only turned, moved and resized; they weigh next to nothing. */
function laidFlat(corners: readonly Match[], marks: readonly Rect[]): Match[] {
  const middle = (side: 'from' | 'to'): Point => ({
    x: corners.reduce((sum, match) => sum + match[side].x, 0) / corners.length,
    y: corners.reduce((sum, match) => sum + match[side].y, 0) / corners.length,
  });
  const [here, there] = [middle('from'), middle('to')];
  let [along, across, size] = [0, 0, 0];
  for (const { from, to } of corners) {
    const [x, y, u, v] = [from.x - here.x, from.y - here.y, to.x - there.x, to.y - there.y];
    along += x * u + y * v;
    across += x * v - y * u;
    size += x * x + y * y;
  }
  const [cos, sin] = [along / size, across / size];
  return marks.slice(0, cornerMarks).map((mark) => {
    const from = centreOf(mark);
    const [x, y] = [from.x - here.x, from.y - here.y];
    return { from, to: { x: there.x + x * cos - y * sin, y: there.y + x * sin + y * cos }, weight: 0.0001 };
  });
}

function side(code: FoundCode): number {
  const [a, b] = code.corners;
  return a === undefined || b === undefined ? 0 : distance(a, b);
}

function cornerMatches(code: FoundCode, place: Rect): Match[] {
  const { x, y, width, height } = place;
  const corners = [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ];
  return corners.flatMap((from, at) => {
    const to = code.corners[at];
    return to === undefined ? [] : [{ from, to, weight: 0.05 }];
  });
}

/** Goes from mark to mark outward, each one found making the next one easier to expect. */
function followMarks(
  search: MarkSearch,
  page: GreyImage,
  start: Match[],
  paper: Paper,
): Registration | undefined {
  let map = fitHomography(start);
  if (map === undefined) return undefined;
  const origin = start[0]?.from ?? { x: 0, y: 0 };
  const centres = paper.marks.map(centreOf).sort((a, b) => distance(a, origin) - distance(b, origin));
  let seen: Match[] = [];
  for (let round = 0; round < 2; round++) {
    const found: Match[] = [];
    for (const centre of centres) {
      const reach = round === 0 ? 3 + 0.05 * distance(centre, origin) : 2.5;
      const spot = markCentre(search, page, mapped(map, centre), pixelsPerMmAt(map, centre), reach);
      if (spot !== undefined) found.push({ from: centre, to: spot, weight: 1 });
      const next = fitHomography(round === 0 ? [...start, ...found] : [...start, ...seen]);
      if (next !== undefined) map = next;
    }
    seen = found;
    map = fitHomography([...start, ...seen]) ?? map;
  }
  return settle(seen, start, map, paper);
}

function settle(seen: Match[], start: Match[], fallback: Homography, paper: Paper): Registration | undefined {
  const own = seen.length >= 4 ? fitHomography(seen) : undefined;
  const toPage = own ?? fitHomography([...start, ...seen]) ?? fallback;
  if (seen.length < 2) return undefined;
  const errors = seen.map(({ from, to }) => distance(mapped(toPage, from), to) / pixelsPerMmAt(toPage, from));
  const error = errors.reduce((sum, each) => sum + each, 0) / errors.length;
  if (error > 2) return undefined;
  const sound = seen.length >= 4 && Math.max(...errors) < 0.6;
  return {
    toPage,
    trust: sound ? 'full' : 'reduced',
    marks: seen.length,
    error,
    pixelsPerMm: pixelsPerMmAt(toPage, { x: paper.width / 2, y: paper.height / 2 }),
  };
}

const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);
const centreOf = (mark: Rect): Point => ({ x: mark.x + markSize / 2, y: mark.y + markSize / 2 });

function pixelsPerMmAt(map: Homography, point: Point): number {
  const here = mapped(map, point);
  const aside = mapped(map, { x: point.x + 1, y: point.y });
  const below = mapped(map, { x: point.x, y: point.y + 1 });
  return (distance(here, aside) + distance(here, below)) / 2;
}
