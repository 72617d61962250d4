/** The sheet every form is printed on and where its machine-readable parts stand. Unit: millimetres from the top left corner. */

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

/** US Letter. */
export const sheet = { width: 215.9, height: 279.4 } as const;

export const markSize = 6;
const inset = 14;
const right = sheet.width - inset - markSize;
const bottom = sheet.height - inset - markSize;
const middle = (sheet.height - markSize) / 2;

const mark = (x: number, y: number): Rect => ({ x, y, width: markSize, height: markSize });

/** Four solid squares at the corners, then two at mid-height that betray a sheet stretched or folded. */
export const marks: readonly Rect[] = [
  mark(inset, inset),
  mark(right, inset),
  mark(right, bottom),
  mark(inset, bottom),
  mark(inset, middle),
  mark(right, middle),
];
export const cornerMarks = 4;

/** The page code is printed twice: a torn or stained corner leaves the other. */
export const codes: readonly { place: Rect; level: 'Q' | 'M' }[] = [
  { place: { x: right - 4 - 24, y: inset, width: 24, height: 24 }, level: 'Q' },
  {
    place: { x: inset + markSize + 4, y: inset + markSize + bottom - inset - 16, width: 16, height: 16 },
    level: 'M',
  },
];

/** Nothing that must be read stands closer than `foldClearance` to where a sheet is folded in three. */
export const folds = [93, 186] as const;
export const foldClearance = 6;

/** Where texts and fields may stand. */
export const frame = { x: 24, y: inset, width: sheet.width - 48, bottom: 246 } as const;

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
