import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Pdf from 'pdfkit';

export const weights = ['regular', 'bold'] as const;
export type Weight = (typeof weights)[number];

const require = createRequire(import.meta.url);
const files = { regular: 400, bold: 700 } as const;
const loaded = new Map<string, Buffer>();

/** The name under which a document knows a font: the second file of each weight holds the letters of Central Europe. */
export type FontName = Weight | `${Weight}-ext`;
export const fontNames: readonly FontName[] = ['regular', 'bold', 'regular-ext', 'bold-ext'];

/** Gives the bytes of a font that ships with the product (Open Sans, OFL 1.1). */
export function fontBytes(name: FontName): Buffer {
  const held = loaded.get(name);
  if (held !== undefined) return held;
  const [weight, ext] = name.split('-') as [Weight, string | undefined];
  const set = ext === undefined ? 'latin' : 'latin-ext';
  const bytes = readFileSync(
    require.resolve(`@fontsource/open-sans/files/open-sans-${set}-${files[weight]}-normal.woff`),
  );
  loaded.set(name, bytes);
  return bytes;
}

/** Splits a text where it must change font to have its letters. */
export function fontRuns(text: string, weight: Weight): { font: FontName; text: string }[] {
  const runs: { font: FontName; text: string }[] = [];
  for (const letter of text.normalize('NFC')) {
    const font: FontName = isExtended(letter) ? `${weight}-ext` : weight;
    const last = runs.at(-1);
    if (last?.font === font) last.text += letter;
    else runs.push({ font, text: letter });
  }
  return runs;
}

/** Gives the width of a text on one line. Unit: size in points; width in millimetres. */
export function textWidth(text: string, weight: Weight, size: number): number {
  const letters = text.normalize('NFC');
  if (![...letters].some(isExtended)) return (emWidth(letters, weight) * (size / 1000)) / pointsPerMm;
  let points = 0;
  for (const run of fontRuns(letters, weight))
    points += ruler().font(run.font).fontSize(size).widthOfString(run.text);
  return points / pointsPerMm;
}

/** Widths of words by weight; a form has some hundreds, each measured again with every line it may stand on. */
const measured: Record<Weight, Map<string, number>> = { regular: new Map(), bold: new Map() };
const measuredMax = 20_000;

/** Gives a width in thousandths of the size: that of its words, each with the space behind it, as the writer of PDF sets them. */
function emWidth(text: string, weight: Weight): number {
  const known = measured[weight];
  let sum = 0;
  for (const word of text.match(/[^ \t]*[ \t]|[^ \t]+/g) ?? []) {
    let width = known.get(word);
    if (width === undefined) {
      width = ruler().font(weight).fontSize(1000).widthOfString(word);
      if (known.size < measuredMax) known.set(word, width);
    }
    sum += width;
  }
  return sum;
}

export const pointsPerMm = 72 / 25.4;

function isExtended(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  return (
    (code >= 0x100 && code < 0x2b0 && code !== 0x152 && code !== 0x153) || (code >= 0x1e00 && code < 0x1f00)
  );
}

let measuring: PDFKit.PDFDocument | undefined;

function ruler(): PDFKit.PDFDocument {
  if (measuring === undefined) {
    measuring = new Pdf({ autoFirstPage: false });
    for (const name of fontNames) measuring.registerFont(name, fontBytes(name));
  }
  return measuring;
}
