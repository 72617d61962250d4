import type { Answers, CompiledService } from '@guichet/catalogue';
import { type FormLayout, isField, type LayoutField, renderForm } from '@guichet/channels/mail';
import Pdf from 'pdfkit';
import { type FieldValues, fieldValues } from './field-values.ts';
import { seeded } from './random.ts';
import { printed, type Sheet } from './sheet.ts';

const pointsPerMm = 72 / 25.4;
const faces = ['Courier', 'Helvetica', 'Times-Roman'] as const;

/** Prints a form and fills it as a person with a typewriter and a pen would: one character a cell, marks of several kinds. */
export async function fillForm(
  layout: FormLayout,
  answers: Answers,
  compiled: CompiledService,
  options: { style: 'typed'; seed: number },
): Promise<Sheet[]> {
  const blank = await printed(await renderForm(layout));
  const ink = await printed(await inkOf(layout, fieldValues(compiled, answers), options.seed));
  return blank.map((sheet, at) => {
    const over = ink[at]?.data ?? new Uint8Array();
    const data = Uint8Array.from(sheet.data);
    for (let pixel = 0; pixel < over.length; pixel++) {
      const written = over[pixel] ?? 255;
      if (written < 255) data[pixel] = Math.round(((data[pixel] ?? 255) * written) / 255);
    }
    return { ...sheet, data };
  });
}

async function inkOf(layout: FormLayout, values: FieldValues, seed: number): Promise<Buffer> {
  const random = seeded(seed);
  const doc = new Pdf({ size: 'LETTER', margin: 0, autoFirstPage: false });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
  });
  const face = faces[Math.floor(random() * faces.length)] ?? 'Courier';
  for (const page of layout.pages) {
    doc.addPage();
    for (const field of page.items.filter(isField)) fill(doc, field, values.get(field.path), face, random);
  }
  doc.end();
  return done;
}

function fill(
  doc: PDFKit.PDFDocument,
  field: LayoutField,
  value: string | string[] | undefined,
  face: string,
  random: () => number,
): void {
  if (value === undefined) return;
  if (field.kind === 'check') {
    if (value.includes(field.option)) drawMark(doc, field.place, random);
    return;
  }
  const text = String(value);
  doc.font(face).fillColor('#1a1a1a');
  if (field.kind === 'comb') {
    const cells = inCells(field, text, random);
    for (const [at, letter] of cells.entries()) {
      const cell = field.cells[at];
      if (cell === undefined || letter === ' ') continue;
      doc.fontSize(14);
      const x = (cell.x + cell.width / 2 + (random() - 0.5)) * pointsPerMm - doc.widthOfString(letter) / 2;
      const y = (cell.y + cell.height / 2 + (random() - 0.5)) * pointsPerMm - doc.currentLineHeight() / 2;
      doc.text(letter, x, y, { lineBreak: false });
    }
    return;
  }
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

/** An x, a tick or a slash, never quite inside the lines. */
function drawMark(doc: PDFKit.PDFDocument, place: LayoutField['place'], random: () => number): void {
  const point = (x: number, y: number): [number, number] => [
    (place.x + (x + (random() - 0.5) * 0.16) * place.width) * pointsPerMm,
    (place.y + (y + (random() - 0.5) * 0.16) * place.height) * pointsPerMm,
  ];
  const shade = Math.round(random() * 70);
  doc
    .lineWidth((0.4 + random() * 0.4) * pointsPerMm)
    .strokeColor([shade, shade, shade])
    .lineCap('round');
  const kind = Math.floor(random() * 3);
  if (kind === 0)
    doc
      .moveTo(...point(0.1, 0.1))
      .lineTo(...point(0.9, 0.9))
      .moveTo(...point(0.9, 0.1))
      .lineTo(...point(0.1, 0.9))
      .stroke();
  else if (kind === 1)
    doc
      .moveTo(...point(0.15, 0.5))
      .lineTo(...point(0.4, 0.85))
      .lineTo(...point(1.1, -0.2))
      .stroke();
  else
    doc
      .moveTo(...point(0.9, 0.05))
      .lineTo(...point(0.1, 0.95))
      .stroke();
}
