import { textWidth, type Weight } from '../fonts.ts';
import type { Rect } from '../paper.ts';
import { typeset } from './typeset.ts';
import type { Ink, LayoutItem, LayoutText, TextRole } from './form-layout.ts';

/** A horizontal slice of the form: its items count from its own top. Unit: millimetres. */
export interface Row {
  readonly height: number;
  readonly items: readonly LayoutItem[];
  /** Where the first thing to be read stands; undefined when the row is only text, which may lie on a fold. */
  readonly criticalFrom?: number;
}

/** Rows kept together on a page where they fit on one. */
export interface Unit {
  readonly rows: readonly Row[];
  readonly after: number;
}

export interface TextStyle {
  readonly size: number;
  readonly weight: Weight;
  readonly ink: Ink;
  readonly role: TextRole;
}

export const styles = {
  title: { size: 20, weight: 'bold', ink: 'blue', role: 'title' },
  heading: { size: 11.5, weight: 'bold', ink: 'blue', role: 'heading' },
  label: { size: 10.5, weight: 'bold', ink: 'black', role: 'label' },
  entry: { size: 9.5, weight: 'bold', ink: 'blue', role: 'label' },
  body: { size: 9.5, weight: 'regular', ink: 'black', role: 'body' },
  option: { size: 10, weight: 'regular', ink: 'black', role: 'body' },
  note: { size: 8.5, weight: 'regular', ink: 'grey', role: 'note' },
  part: { size: 8, weight: 'regular', ink: 'grey', role: 'part' },
} as const satisfies Record<string, TextStyle>;

/** What people who see less well can read: nothing that has to be read is smaller than 16 points. */
export const largeStyles = {
  title: { ...styles.title, size: 26 },
  heading: { ...styles.heading, size: 19 },
  label: { ...styles.label, size: 18 },
  entry: { ...styles.entry, size: 17 },
  body: { ...styles.body, size: 16 },
  option: { ...styles.option, size: 17 },
  note: { ...styles.note, size: 16, ink: 'black' },
  part: { ...styles.part, size: 16, ink: 'black' },
} as const satisfies Record<keyof typeof styles, TextStyle>;

/** Height of one line. Unit: size in points; height in millimetres. */
export const lineHeight = (size: number): number => (size * 1.3 * 25.4) / 72;

/** Breaks a text into lines no wider than a width; a word too long for a line is cut. */
export function breakLines(text: string, width: number, style: TextStyle): string[] {
  const fits = (line: string) => textWidth(line, style.weight, style.size) <= width;
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ').flatMap((whole) => cutWord(whole, fits))) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (line === '' || fits(longer)) line = longer;
      else {
        lines.push(line);
        line = word;
      }
    }
    lines.push(line);
  }
  return lines;
}

function cutWord(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word)) return [word];
  const parts: string[] = [];
  let part = '';
  for (const letter of word) {
    if (part !== '' && !fits(part + letter)) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}

/** Sets a text at a place, as print wants it, broken to a width. */
export function textAt(text: string, x: number, y: number, width: number, style: TextStyle): LayoutText {
  const lines = breakLines(typeset(text), width, style);
  const widest = Math.max(...lines.map((line) => textWidth(line, style.weight, style.size)));
  const place: Rect = { x, y, width: Math.min(width, widest), height: lines.length * lineHeight(style.size) };
  return {
    kind: 'text',
    place,
    lines,
    size: style.size,
    weight: style.weight,
    ink: style.ink,
    role: style.role,
  };
}

/** Makes a row of one text. */
export function textRow(text: string, x: number, width: number, style: TextStyle, gap = 0.8): Row {
  const item = textAt(text, x, 0, width, style);
  return { height: item.place.height + gap, items: [item] };
}

/** Joins rows into one that no fold and no page end comes between. */
export function joined(rows: readonly Row[]): Row {
  let y = 0;
  const items: LayoutItem[] = [];
  for (const row of rows) {
    items.push(...row.items.map((item) => moved(item, 0, y)));
    y += row.height;
  }
  const first = rows[0]?.criticalFrom;
  return { height: y, items, ...(first === undefined ? {} : { criticalFrom: first }) };
}

/** Unless they are too many to stand between two folds, rows of one answer stay side by side. */
export function together(rows: Row[], heightMax = 60): Row[] {
  const height = rows.reduce((sum, row) => sum + row.height, 0);
  return height <= heightMax ? [joined(rows)] : rows;
}

/** Moves an item. */
export function moved<T extends LayoutItem>(item: T, dx: number, dy: number): T {
  const shift = (rect: Rect): Rect => ({ ...rect, x: rect.x + dx, y: rect.y + dy });
  const place = shift(item.place);
  return item.kind === 'comb' ? { ...item, place, cells: item.cells.map(shift) } : { ...item, place };
}
