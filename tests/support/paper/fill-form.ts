import type { Answers, CompiledService } from '@guichet/catalogue';
import { type FormLayout, isField, type LayoutField, renderForm } from '@guichet/channels/mail';
import Pdf from 'pdfkit';
import { chooseMark } from './choose-mark.ts';
import { drawMark, type MarkKind } from './draw-mark.ts';
import { type FieldValues, fieldValues } from './field-values.ts';
import { type Hand, takePen } from './hand.ts';
import { seeded } from './random.ts';
import { printed, type Sheet } from './sheet.ts';

const pointsPerMm = 72 / 25.4;
const faces = ['Courier', 'Helvetica', 'Times-Roman'] as const;

/** With a typewriter, or by hand in capitals, one in each box of a comb. */
export type Style = 'typed' | 'capitals';

export interface FillOptions {
  style: Style;
  seed: number;
  /** `plain` (default): an x, a tick or a slash in each box; `many`: all that people do to boxes, mistakes among them. */
  marks?: 'plain' | 'many';
}

/** What was written in one field; the truth that a reading is held against. */
export interface WrittenField {
  field: LayoutField;
  page: number;
  /** One character a cell of a comb, blanks included; undefined when nothing was written. */
  text?: string;
  mark?: MarkKind;
}

/** Prints a form and fills it as a person with a typewriter and a pen would: one character a cell, marks of several kinds. */
export async function fillForm(
  layout: FormLayout,
  answers: Answers,
  compiled: CompiledService,
  options: FillOptions,
): Promise<Sheet[]> {
  return (await writeForm(layout, answers, compiled, options)).sheets;
}

/** Does the same, and tells what was written in each field. */
export async function writeForm(
  layout: FormLayout,
  answers: Answers,
  compiled: CompiledService,
  options: FillOptions,
): Promise<{ sheets: Sheet[]; written: WrittenField[] }> {
  const blank = await printed(await renderForm(layout));
  const { pdf, written } = await inkOf(layout, fieldValues(compiled, answers), options);
  const ink = await printed(pdf);
  const sheets = blank.map((sheet, at) => {
    const over = ink[at]?.data ?? new Uint8Array();
    const data = Uint8Array.from(sheet.data);
    for (let pixel = 0; pixel < over.length; pixel++) {
      const dark = over[pixel] ?? 255;
      if (dark < 255) data[pixel] = Math.round(((data[pixel] ?? 255) * dark) / 255);
    }
    return { ...sheet, data };
  });
  return { sheets, written };
}

/** What one person writes with. */
interface Tools {
  doc: PDFKit.PDFDocument;
  face: string;
  hand: Hand | undefined;
  random: () => number;
}

async function inkOf(
  layout: FormLayout,
  values: FieldValues,
  { seed, style, marks = 'plain' }: FillOptions,
): Promise<{ pdf: Buffer; written: WrittenField[] }> {
  const random = seeded(seed);
  const doc = new Pdf({ size: layout.paper === 'a4' ? 'A4' : 'LETTER', margin: 0, autoFirstPage: false });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
  });
  const face = faces[Math.floor(random() * faces.length)] ?? 'Courier';
  const tools = { doc, face, hand: style === 'capitals' ? takePen(doc, random) : undefined, random };
  const written: WrittenField[] = [];
  for (const { number: page, items } of layout.pages) {
    doc.addPage();
    const fields = items.filter(isField);
    for (const field of fields) {
      const value = values.get(field.path);
      if (field.kind === 'check') {
        const mark = marks === 'many' ? chooseMark(field, value, random) : undefined;
        const isMarked = marks === 'many' ? mark !== undefined : (value?.includes(field.option) ?? false);
        written.push({
          field,
          page,
          ...(isMarked ? { mark: drawMark(doc, field.place, random, mark) } : {}),
        });
      } else if (value === undefined) written.push({ field, page });
      else written.push({ field, page, text: write(tools, field, String(value)) });
    }
  }
  doc.end();
  return { pdf: await done, written };
}

/** Writes in one field and gives what now stands there. */
function write(tools: Tools, field: Exclude<LayoutField, { kind: 'check' }>, value: string): string {
  tools.doc.font(tools.face).fillColor('#1a1a1a');
  if (field.kind === 'comb') return fillCells(tools, field, inCells(field, value, tools.random));
  if (tools.hand !== undefined) return writeCapitals(tools.hand, field, value.toUpperCase(), tools.random);
  typeText(tools.doc, field, value);
  return value;
}

function fillCells(
  { doc, hand, random }: Tools,
  field: Extract<LayoutField, { kind: 'comb' }>,
  letters: readonly string[],
): string {
  for (const [at, letter] of letters.entries()) {
    const cell = field.cells[at];
    if (cell === undefined || letter === ' ') continue;
    if (hand !== undefined) {
      const height = Math.min(hand.height, cell.height * 0.8);
      const width = Math.min(cell.width * 0.55, height * 0.65);
      const x = cell.x + (cell.width - width) / 2 + (random() - 0.5) * cell.width * 0.2;
      const y = cell.y + (cell.height + height) / 2 + (random() - 0.5) * cell.height * 0.15;
      hand.write(letter, { x, y, width, height });
      continue;
    }
    doc.fontSize(14);
    const x = (cell.x + cell.width / 2 + (random() - 0.5)) * pointsPerMm - doc.widthOfString(letter) / 2;
    const y = (cell.y + cell.height / 2 + (random() - 0.5)) * pointsPerMm - doc.currentLineHeight() / 2;
    doc.text(letter, x, y, { lineBreak: false });
  }
  return letters.slice(0, field.cells.length).join('');
}

/** Word by word, on to the next line where one doesn't fit; smaller where a line is all there is. */
function writeCapitals(
  hand: Hand,
  field: Extract<LayoutField, { kind: 'line' | 'area' }>,
  text: string,
  random: () => number,
): string {
  const room = field.place.width - 3;
  const height = Math.min(hand.height, field.place.height * 0.6);
  const wide = field.kind === 'area' ? height * 0.85 : Math.min(height * 0.85, room / text.length);
  const pitch = height + 2.6;
  let column = 0;
  let foot =
    field.kind === 'area' ? field.place.y + 1 + pitch : field.place.y + (field.place.height + height) / 2;
  for (const word of text.split(' ')) {
    if (field.kind === 'area' && column > 0 && (column + word.length) * wide > room) {
      column = 0;
      foot += pitch;
    }
    for (const letter of word) {
      const x = field.place.x + 1.5 + column * wide;
      const y = foot + (random() - 0.5) * 0.6;
      hand.write(letter, { x, y, width: wide * 0.72, height });
      column += 1;
    }
    column += 1;
  }
  return text;
}

function typeText(
  doc: PDFKit.PDFDocument,
  field: Extract<LayoutField, { kind: 'line' | 'area' }>,
  text: string,
): void {
  const room = (field.place.width - 3) * pointsPerMm;
  doc.fontSize(
    field.kind === 'area'
      ? 11
      : Math.min(12, Math.floor((12 * room) / Math.max(room, doc.fontSize(12).widthOfString(text)))),
  );
  const x = (field.place.x + 1.5) * pointsPerMm;
  if (field.kind === 'area') doc.text(text, x, (field.place.y + 1.8) * pointsPerMm, { width: room });
  else
    doc.text(text, x, (field.place.y + field.place.height / 2) * pointsPerMm - doc.currentLineHeight() / 2, {
      lineBreak: false,
    });
}

/** Numbers stand against their decimal mark or at the left, as people do. */
function inCells(
  field: Extract<LayoutField, { kind: 'comb' }>,
  text: string,
  random: () => number,
): string[] {
  const count = field.cells.length;
  if (field.shape !== 'number' && field.shape !== 'money') return [...text.padEnd(count)];
  const [whole = '', part = ''] = text.split('.');
  const room = count - field.decimals;
  const set = field.decimals === 0 && random() < 0.5 ? whole.padEnd(room) : whole.padStart(room);
  return [...set, ...part.padEnd(field.decimals)];
}
