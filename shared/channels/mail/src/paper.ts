/** The sheets that forms are printed on and where their machine-readable parts stand. Unit: millimetres from the top left corner. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The papers that forms are laid out on. */
export const paperNames = ['letter', 'a4'] as const;
/** US Letter, or A4. */
export type PaperName = (typeof paperNames)[number];

/** The sizes of print that a form may be had in. */
export const printSizes = ['normal', 'large'] as const;
/** As most people read, or in the large print of those who see less well. */
export type PrintSize = (typeof printSizes)[number];

/** One copy of the page code: where it stands and how much of it may be lost. */
export interface CodePlace {
  readonly place: Rect;
  readonly level: 'Q' | 'M';
}

/** Everything that depends on the size of a sheet. */
export interface Paper {
  readonly name: PaperName;
  readonly width: number;
  readonly height: number;
  /** Four solid squares at the corners, then two at mid-height that betray a sheet stretched or folded. */
  readonly marks: readonly Rect[];
  /** The page code is printed twice: a torn or stained corner leaves the other. */
  readonly codes: readonly [upper: CodePlace, lower: CodePlace];
  /** Where a sheet is folded in three. */
  readonly folds: readonly [first: number, second: number];
  /** Where texts and fields may stand. */
  readonly frame: Rect & { readonly bottom: number };
  /** What shows in the window of an envelope, the sheet folded in three and however it slides. */
  readonly window: Rect;
}

export const markSize = 6;
export const cornerMarks = 4;
/** Nothing that must be read stands closer than this to a fold. */
export const foldClearance = 6;
const inset = 14;
const upperCode = 24;
const lowerCode = 16;
/** Between a mark and the code beside it. */
const beside = 4;
const frameX = 24;
/** Keeps the frame clear of the lower code and of the white around it. */
const footHeight = 33.4;

/**
 * Letter in a No. 10 envelope, A4 in a DL one.
 *
 * Source: Canada Post, Addressing Guidelines (window position); DIN 680 (window 90 by 35 mm, 20 mm from the left, 15 mm from
 *   the foot of an envelope 220 by 110 mm), less what the folded sheet has room to slide
 */
export const papers: Readonly<Record<PaperName, Paper>> = {
  letter: paperOf('letter', 215.9, 279.4, [93, 186], { x: 25, y: 54, width: 95, height: 27 }),
  a4: paperOf('a4', 210, 297, [99, 198], { x: 22, y: 60, width: 78, height: 24 }),
};

function paperOf(name: PaperName, width: number, height: number, folds: Paper['folds'], window: Rect): Paper {
  const right = width - inset - markSize;
  const bottom = height - inset - markSize;
  const middle = (height - markSize) / 2;
  const mark = (x: number, y: number): Rect => ({ x, y, width: markSize, height: markSize });
  const code = (x: number, y: number, side: number): Rect => ({ x, y, width: side, height: side });
  return {
    name,
    width,
    height,
    marks: [
      mark(inset, inset),
      mark(right, inset),
      mark(right, bottom),
      mark(inset, bottom),
      mark(inset, middle),
      mark(right, middle),
    ],
    codes: [
      { place: code(right - beside - upperCode, inset, upperCode), level: 'Q' },
      { place: code(inset + markSize + beside, bottom + markSize - lowerCode, lowerCode), level: 'M' },
    ],
    folds,
    frame: {
      x: frameX,
      y: inset,
      width: width - 2 * frameX,
      height: height - footHeight - inset,
      bottom: height - footHeight,
    },
    window,
  };
}

/** Tells whether two rectangles share more than an edge. */
export function overlaps(a: Rect, b: Rect): boolean {
  const tolerance = 0.01;
  return (
    a.x + a.width > b.x + tolerance &&
    b.x + b.width > a.x + tolerance &&
    a.y + a.height > b.y + tolerance &&
    b.y + b.height > a.y + tolerance
  );
}

/** Gives a rectangle larger by a margin on every side (smaller when the margin is negative). */
export function grown(rect: Rect, margin: number): Rect {
  return {
    x: rect.x - margin,
    y: rect.y - margin,
    width: rect.width + 2 * margin,
    height: rect.height + 2 * margin,
  };
}
