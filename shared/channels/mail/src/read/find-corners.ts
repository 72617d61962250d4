import { cornerMarks, markSize, type Paper, papers, type Point, type Rect } from '../paper.ts';
import type { Component } from './components.ts';
import { findMarks } from './find-marks.ts';
import type { GreyImage } from './grey-image.ts';
import { fitHomography, type Homography, mapped } from './homography.ts';

/** A sheet of ours seen by its marks alone. They look the same head first: it may lie the other way up. */
export interface SeenSheet {
  readonly paper: Paper;
  /** From the sheet (millimetres) to the page (pixels). */
  readonly toPage: Homography;
  /** How far the marks at half height are from their places, in millimetres, and the sheet from its shape. */
  readonly error: number;
}

/** Unit: pixels of the page made small: from a sheet that fills half a photo to one that fills the scan. */
const side = { min: 9, max: 40 } as const;
/** A mark is as dark and square as printed, its sides as long as those of the others within this share. */
const alike = 0.3;
/** Unit: millimetres. */
const strayMax = 2.5;

/**
 * Finds a sheet of ours by its corner marks, where no code could be read.
 *
 * Guarantee: at least five of the six marks are where one sheet would have them, and of the size they are printed in.
 */
export function findCorners(page: GreyImage): SeenSheet | undefined {
  const { patches, scale } = findMarks(page);
  const squares = patches.filter(isSquare);
  let best: SeenSheet | undefined;
  for (const pattern of squares) {
    const group = squares.filter((patch) => Math.abs(patch.area / pattern.area - 1) < 2 * alike);
    const corners = outermost(group);
    if (corners === undefined) continue;
    for (const paper of Object.values(papers)) {
      const seen = fits(paper, corners, group, scale);
      if (seen !== undefined && seen.error < (best?.error ?? Number.POSITIVE_INFINITY)) best = seen;
    }
  }
  return best;
}

function isSquare({ area, left, right, top, bottom }: Component): boolean {
  const [width, height] = [right - left + 1, bottom - top + 1];
  const [longer, shorter] = [Math.max(width, height), Math.min(width, height)];
  return shorter >= side.min && longer <= side.max && shorter > 0.75 * longer && area > 0.6 * width * height;
}

/** The corners of a group, clockwise from the top left as the picture lies. */
function outermost(group: readonly Component[]): Component[] | undefined {
  const most = (value: (patch: Component) => number) =>
    group.reduce((best, patch) => (value(patch) > value(best) ? patch : best), group[0] as Component);
  if (group.length < 5) return undefined;
  const corners = [
    most(({ x, y }) => -x - y),
    most(({ x, y }) => x - y),
    most(({ x, y }) => x + y),
    most(({ x, y }) => y - x),
  ];
  return new Set(corners).size === 4 ? corners : undefined;
}

const centreOf = (mark: Rect): Point => ({ x: mark.x + markSize / 2, y: mark.y + markSize / 2 });

/** Lays the sheet on the four corners, on its long side or upright, and looks for the marks at half height. */
function fits(
  paper: Paper,
  corners: readonly Component[],
  group: readonly Component[],
  scale: number,
): SeenSheet | undefined {
  const spots = corners.map((patch) => ({ x: (patch.x + 0.5) * scale, y: (patch.y + 0.5) * scale }));
  const centres = paper.marks.map(centreOf);
  for (const turned of [0, 1]) {
    const toPage = laid(centres, spots, turned);
    if (toPage === undefined) continue;
    const errors = centres.slice(cornerMarks).map((centre) => strayOf(toPage, centre, group, scale));
    const found = errors.filter((error) => error < strayMax);
    const isSized = corners.every((patch, at) =>
      isMarkSized(toPage, centres[(at - turned + cornerMarks) % cornerMarks], patch, scale),
    );
    if (found.length === 0 || !isSized) continue;
    const strayed = found.reduce((sum, one) => sum + one, 0) + (errors.length - found.length);
    return { paper, toPage, error: strayed / errors.length + outOfShape * unevenness(toPage, paper) };
  }
  return undefined;
}

/** The first mark of the sheet lies at the corner that is `turned` quarters round. */
function laid(centres: readonly Point[], spots: readonly Point[], turned: number): Homography | undefined {
  return fitHomography(
    centres.slice(0, cornerMarks).flatMap((from, at) => {
      const to = spots[(at + turned) % cornerMarks];
      return to === undefined ? [] : [{ from, to, weight: 1 }];
    }),
  );
}

function strayOf(map: Homography, centre: Point, group: readonly Component[], scale: number): number {
  const expected = mapped(map, centre);
  const fineness = pixelsPerMmAt(map, centre);
  return (
    Math.min(
      ...group.map(({ x, y }) => Math.hypot((x + 0.5) * scale - expected.x, (y + 0.5) * scale - expected.y)),
    ) / fineness
  );
}

/** Letter and A4 are told apart by their shape: the one taken for the other would be a tenth too wide or too narrow. */
const outOfShape = 20;

/** How much finer the middle of the sheet seems one way than the other: 0 when it seems square. */
function unevenness(map: Homography, { width, height }: Paper): number {
  const { across, down } = finenessAt(map, { x: width / 2, y: height / 2 });
  return Math.abs(Math.log(across / down));
}

function isMarkSized(map: Homography, centre: Point | undefined, patch: Component, scale: number): boolean {
  if (centre === undefined) return false;
  const expected = (markSize * pixelsPerMmAt(map, centre)) / scale;
  return Math.abs(Math.sqrt(patch.area) / expected - 1) < alike;
}

function pixelsPerMmAt(map: Homography, point: Point): number {
  const { across, down } = finenessAt(map, point);
  return (across + down) / 2;
}

function finenessAt(map: Homography, point: Point): { across: number; down: number } {
  const here = mapped(map, point);
  const aside = mapped(map, { x: point.x + 1, y: point.y });
  const below = mapped(map, { x: point.x, y: point.y + 1 });
  return {
    across: Math.hypot(aside.x - here.x, aside.y - here.y),
    down: Math.hypot(below.x - here.x, below.y - here.y),
  };
}
