import type { Language } from '@guichet/kernel';
import { type FieldLayout, isField, type LayoutItem } from '../form/form-layout.ts';
import type { Paper, Rect } from '../paper.ts';
import { findCorners } from './find-corners.ts';
import type { GreyImage } from './grey-image.ts';
import { findLines, lineFineness, type PrintedLines, turnedOver } from './printed-lines.ts';
import { rectify } from './rectify.ts';

/** A page of a form that a scanned page looks like: a proposal for a person, never an identity. */
export interface Candidate {
  service: string;
  version: number;
  language: Language;
  page: number;
  /** How much of what is printed on either is on the other, 0 to 1. */
  likeness: number;
}

/** A page of one of our forms whose code can't be read. */
export interface SeenForm {
  readonly paper: Paper;
  /** One way up and the other. */
  readonly lines: readonly PrintedLines[];
}

/** Under this two pages have no more in common than any two. */
export const likenessMin = 0.4;
const candidatesMax = 3;

/** Sees whether a page without a readable code is one of a form of ours, by its corner marks. */
export function seeForm(image: GreyImage): SeenForm | undefined {
  const sheet = findCorners(image);
  if (sheet === undefined) return undefined;
  const lines = findLines(rectify(image, sheet.toPage, sheet.paper));
  return { paper: sheet.paper, lines: [lines, turnedOver(lines)] };
}

/** Gives how much a page looks like each page of some layouts. */
export function findByLayout(seen: SeenForm, layouts: readonly FieldLayout[]): Candidate[] {
  const compare = seen.lines.map(comparer);
  return layouts
    .filter(({ paper }) => paper === seen.paper.name)
    .flatMap(({ service, version, language, pages }) =>
      pages.map(({ number: page, items }) => {
        const edges = edgesOf(items);
        const likeness = Math.max(...compare.map((like) => like(edges)));
        return { service, version, language, page, likeness };
      }),
    );
}

/** Keeps the best, of several versions of a page the one that is worth most, of two that are worth the same the newest. */
export function bestOf(
  candidates: readonly Candidate[],
  worth: (candidate: Candidate) => number,
): Candidate[] {
  const best = candidates
    .map((candidate) => ({ candidate, worth: worth(candidate) }))
    .sort((a, b) => b.worth - a.worth || b.candidate.version - a.candidate.version)
    .map(({ candidate }) => candidate);
  const named = new Map<string, Candidate>();
  for (const candidate of best) {
    const name = `${candidate.service} ${candidate.language} ${candidate.page}`;
    if (!named.has(name)) named.set(name, candidate);
  }
  return [...named.values()].slice(0, candidatesMax);
}

interface Edge {
  /** Unit: pixels of the lines; `length` along. */
  x: number;
  y: number;
  length: number;
  isAlong: boolean;
}

/** The frames of the fields, those of a comb's cells among them. */
function edgesOf(items: readonly LayoutItem[]): Edge[] {
  return items.flatMap((item) => {
    if (!isField(item)) return [];
    return (item.kind === 'comb' ? [item.place, ...item.cells] : [item.place]).flatMap(frameOf);
  });
}

function frameOf({ x, y, width, height }: Rect): Edge[] {
  const [left, top, right, bottom] = [x, y, x + width, y + height].map((mm) =>
    Math.round(mm * lineFineness),
  ) as [number, number, number, number];
  return [
    { x: left, y: top, length: right - left, isAlong: true },
    { x: left, y: bottom, length: right - left, isAlong: true },
    { x: left, y: top, length: bottom - top, isAlong: false },
    { x: right, y: top, length: bottom - top, isAlong: false },
  ];
}

/** Unit: pixels. */
const reach = 2;

/** Compares layouts with lines one after the other, without making anything anew for each. */
function comparer({ width, along, down }: PrintedLines): (edges: readonly Edge[]) => number {
  const all = countOf(along) + countOf(down);
  /** Which comparison last saw a place: what two edges share counts once. */
  const marked = { along: new Uint32Array(along.length), down: new Uint32Array(down.length) };
  let turn = 0;
  return (edges) => {
    turn += 1;
    let [there, seen, explained] = [0, 0, 0];
    for (const { x, y, length, isAlong } of edges) {
      const [lines, by] = isAlong ? [along, marked.along] : [down, marked.down];
      const [step, aside] = isAlong ? [1, width] : [width, 1];
      for (let n = 2; n < length - 2; n++) {
        const middle = y * width + x + n * step;
        let isSeen = false;
        for (let place = middle - reach * aside; place <= middle + reach * aside; place += aside) {
          if (lines[place] !== 1) continue;
          isSeen = true;
          if (by[place] !== turn) explained += 1;
          by[place] = turn;
        }
        there += 1;
        if (isSeen) seen += 1;
      }
    }
    if (seen === 0) return 0;
    // Twice what both have over what each has, as for two sets.
    const [recall, precision] = [seen / there, explained / all];
    return (2 * recall * precision) / (recall + precision);
  };
}

function countOf(lines: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < lines.length; at++) count += lines[at] ?? 0;
  return count;
}
