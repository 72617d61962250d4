import Pdf from 'pdfkit';
import { components } from '../../../shared/channels/mail/src/read/components.ts';
import {
  at,
  cropped,
  type GreyImage,
  padded,
  softened,
} from '../../../shared/channels/mail/src/read/grey-image.ts';
import { printed, seeded } from '../../support/paper/index.ts';

/** One character as somebody may write it. */
export interface DrawnCharacter {
  readonly character: string;
  readonly image: GreyImage;
}

const pointsPerMm = 72 / 25.4;
const [columns, rows] = [18, 24];
const cell = { width: 11.9, height: 11.5 };

/**
 * Draws the characters of a font as different pens and hands would: leaning, turned, wide or narrow, thick or thin, and out
 * of shape; half of the sevens and a third of the letters Z with a bar, as they are written in Québec.
 *
 * Guarantee: the same seed draws the same.
 */
export async function drawCharacters(
  font: Buffer,
  characters: string,
  seed: number,
): Promise<DrawnCharacter[]> {
  const random = seeded(seed);
  const each = Math.floor((columns * rows) / characters.length);
  const drawn = [...characters.repeat(each)];
  const doc = new Pdf({ size: 'LETTER', margin: 0 });
  const chunks: Buffer[] = [];
  const done = new Promise<Buffer>((resolve) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
  });
  doc.font(font);
  for (const [place, character] of drawn.entries()) drawOne(doc, character, place, random);
  doc.end();
  const [sheet] = await printed(await done);
  if (sheet === undefined) return [];
  return drawn.flatMap((character, place) => {
    const { x, y } = placeOf(place);
    const perMm = 300 / 25.4;
    const cut = cropped(sheet, x * perMm, y * perMm, cell.width * perMm, cell.height * perMm);
    const whole = trimmed(cut);
    const image = whole && trimmed(inked(bent(padded(whole, 10), random), random));
    return image === undefined ? [] : [{ character, image }];
  });
}

const placeOf = (at: number) => ({
  x: 0.8 + (at % columns) * cell.width,
  y: 1.5 + Math.floor(at / columns) * cell.height,
});

function drawOne(doc: PDFKit.PDFDocument, character: string, at: number, random: () => number): void {
  const { x, y } = placeOf(at);
  const around = (spread: number) => (random() - 0.5) * 2 * spread;
  const [cos, sin] = [Math.cos(around(0.12)), Math.sin(around(0.12))];
  const [wide, lean] = [Math.exp(around(0.3)), around(0.35)];
  doc.save();
  doc.transform(1, 0, 0, 1, (x + cell.width / 2) * pointsPerMm, (y + cell.height / 2) * pointsPerMm);
  doc.transform(cos * wide, sin * wide, -sin - lean * cos, cos, 0, 0);
  doc.fontSize(15 + around(2)).lineWidth(random() * random() * 1.2);
  const [width, height] = [doc.widthOfString(character), doc.currentLineHeight()];
  const isThick = random() < 0.6;
  doc.text(character, -width / 2, -height / 2, { lineBreak: false, fill: true, stroke: isThick });
  const isBarred = (character === '7' && random() < 0.5) || (character === 'Z' && random() < 0.33);
  if (isBarred) {
    const reach = width * (0.25 + random() * 0.2);
    doc.lineWidth(0.8 + random());
    doc
      .moveTo(-reach + around(0.6), around(1))
      .lineTo(reach + around(0.6), around(1))
      .stroke();
  }
  doc.restore();
}

/** Moves its parts a little against each other, as an unsteady hand does. */
function bent(image: GreyImage, random: () => number): GreyImage {
  const wave = () => ({
    size: random() * random() * 4.5,
    across: (random() - 0.5) * 0.14,
    down: (random() - 0.5) * 0.14,
    phase: random() * 2 * Math.PI,
  });
  const off = ({ size, across, down, phase }: ReturnType<typeof wave>, x: number, y: number) =>
    size * Math.sin(across * x + down * y + phase);
  const [a, b, c, d] = [wave(), wave(), wave(), wave()];
  const data = new Uint8Array(image.data.length);
  for (let y = 0; y < image.height; y++)
    for (let x = 0; x < image.width; x++)
      data[y * image.width + x] = at(
        image,
        Math.round(x + off(a, x, y) + off(b, x, y)),
        Math.round(y + off(c, x, y) + off(d, x, y)),
      );
  return { ...image, data };
}

/** A blunt pen or a fine one, and what a scanner's optics make of it. */
function inked(image: GreyImage, random: () => number): GreyImage {
  const soft = softened(image, 1 + Math.floor(random() * 5));
  const [middle, spread] = [150 + random() * 60, 50 + random() * 150];
  return {
    ...soft,
    data: soft.data.map((tone) => Math.max(0, Math.min(255, 128 + ((tone - middle) * 255) / spread))),
  };
}

/** As the cell of a form is cut: to its ink, specks left out. */
function trimmed(image: GreyImage): GreyImage | undefined {
  const mask = image.data.map((tone) => (tone < 200 ? 1 : 0));
  const patches = components(mask, image.width, 9);
  if (patches.length === 0) return undefined;
  const [left, top] = [
    Math.min(...patches.map((one) => one.left)),
    Math.min(...patches.map((one) => one.top)),
  ];
  const right = Math.max(...patches.map((one) => one.right));
  const bottom = Math.max(...patches.map((one) => one.bottom));
  return cropped(image, left, top, right - left + 1, bottom - top + 1);
}
