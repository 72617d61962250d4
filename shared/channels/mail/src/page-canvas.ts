import type { Language } from '@guichet/kernel';
import Pdf from 'pdfkit';
import { fontBytes, fontNames, fontRuns, pointsPerMm, type Weight } from './fonts.ts';
import type { PaperName, Rect } from './paper.ts';
import { qrModules } from './qr-modules.ts';

const toneOf = {
  black: '#111111',
  blue: '#095797',
  grey: '#44494f',
  white: '#ffffff',
  pale: '#eef3f7',
  line: '#9aa7b3',
} as const;
export type Tone = keyof typeof toneOf;

/** A PDF under the pen: places in millimetres, text with its structure, the rest as decoration. */
export class PageCanvas {
  readonly #doc: PDFKit.PDFDocument;
  readonly #root: PDFKit.PDFStructureElement;
  readonly #done: Promise<Buffer>;

  constructor(title: string, language: Language, paper: PaperName = 'letter') {
    this.#doc = new Pdf(accessible(title, language, paper));
    for (const name of fontNames) this.#doc.registerFont(name, fontBytes(name));
    const chunks: Buffer[] = [];
    this.#done = new Promise((resolve, reject) => {
      this.#doc.on('data', (chunk: Buffer) => chunks.push(chunk));
      this.#doc.on('end', () => resolve(Buffer.concat(chunks)));
      this.#doc.on('error', reject);
    });
    this.#root = this.#doc.struct('Document');
    this.#doc.addStructure(this.#root);
  }

  addPage(): void {
    this.#doc.addPage();
  }

  /** Draws lines of text as one element of the document's structure. */
  text(
    lines: readonly string[],
    place: Rect,
    size: number,
    weight: Weight,
    tone: Tone,
    tag: 'H1' | 'H2' | 'P',
  ): void {
    const draw = () => this.#lines(lines, place, size, weight, tone);
    this.#root.add(this.#doc.struct(tag, {}, draw));
  }

  /** Draws what a screen reader says in other words, such as a box to check. */
  figure(alternative: string, draw: () => void): void {
    this.#root.add(this.#doc.struct('Figure', { alt: alternative }, draw));
  }

  /**
   * Draws a place to fill in by hand, under its name.
   *
   * Source: ISO 32000-1, 14.8.5.6 (a form not filled on a screen: role `cb` is a check box, `tv` a text)
   */
  field(name: string, role: 'cb' | 'tv', draw: () => void): void {
    const element = this.#doc.struct('Form', { alt: name }, draw);
    // The types of pdfkit hide the dictionary that its own elements are written from.
    const { dictionary } = element as unknown as { dictionary: { data: Record<string, unknown> } };
    dictionary.data['A'] = { O: 'PrintField', Role: role, Desc: new String(name) };
    this.#root.add(element);
  }

  /** Draws what is said again on every page: seen, and heard once elsewhere. */
  running(lines: readonly string[], place: Rect, size: number, weight: Weight, tone: Tone): void {
    this.#doc.markContent('Artifact', { type: 'Pagination' });
    this.#lines(lines, place, size, weight, tone);
    this.#doc.endMarkedContent();
  }

  /** Draws what a screen reader passes over. */
  decoration(draw: () => void): void {
    this.#doc.markContent('Artifact', { type: 'Layout' });
    draw();
    this.#doc.endMarkedContent();
  }

  paint(place: Rect, tone: Tone): void {
    const [x, y, width, height] = inPoints(place);
    this.#doc.rect(x, y, width, height).fill(toneOf[tone]);
  }

  /** Unit: thickness in millimetres. */
  frame(place: Rect, thickness: number, tone: Tone): void {
    const [x, y, width, height] = inPoints(place);
    this.#doc
      .lineWidth(thickness * pointsPerMm)
      .rect(x, y, width, height)
      .stroke(toneOf[tone]);
  }

  /** Draws the left side of a cell, faint. */
  divider(cell: Rect): void {
    this.paint({ ...cell, x: cell.x - 0.08, width: 0.16 }, 'line');
  }

  qr(text: string, level: 'M' | 'Q', place: Rect): void {
    const modules = qrModules(text, level);
    const side = (place.width * pointsPerMm) / modules.length;
    const [left, top] = inPoints(place);
    for (const [y, row] of modules.entries()) {
      for (const [x, dark] of row.entries())
        if (dark) this.#doc.rect(left + x * side, top + y * side, side + 0.02, side + 0.02);
    }
    this.#doc.fill('#000000');
  }

  async finish(): Promise<Buffer> {
    this.#root.end();
    this.#doc.end();
    return this.#done;
  }

  #lines(lines: readonly string[], place: Rect, size: number, weight: Weight, tone: Tone): void {
    const pitch = place.height / Math.max(lines.length, 1);
    for (const [at, line] of lines.entries())
      this.#line(line, place.x, place.y + at * pitch, size, weight, tone);
  }

  #line(line: string, x: number, y: number, size: number, weight: Weight, tone: Tone): void {
    let left = x * pointsPerMm;
    for (const run of fontRuns(line, weight)) {
      this.#doc.font(run.font).fontSize(size).fillColor(toneOf[tone]);
      this.#doc.text(run.text, left, y * pointsPerMm, { lineBreak: false });
      left += this.#doc.widthOfString(run.text);
    }
  }
}

/** The types of pdfkit do not know the subset that pdfkit itself has. */
function accessible(title: string, language: Language, paper: PaperName): PDFKit.PDFDocumentOptions {
  const subset: string = 'PDF/UA';
  return {
    size: paper === 'a4' ? 'A4' : 'LETTER',
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    subset: subset as NonNullable<PDFKit.PDFDocumentOptions['subset']>,
    tagged: true,
    displayTitle: true,
    lang: language === 'fr' ? 'fr-CA' : 'en-CA',
    info: { Title: title },
  };
}

function inPoints(place: Rect): [number, number, number, number] {
  return [
    place.x * pointsPerMm,
    place.y * pointsPerMm,
    place.width * pointsPerMm,
    place.height * pointsPerMm,
  ];
}
