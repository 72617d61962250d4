import { strokesOf } from './strokes.ts';

/** Where a capital is written. Unit: millimetres. */
export interface Capital {
  readonly x: number;
  /** Its foot. */
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** How one person writes: their slant, pen and restlessness, the same all over a form. */
export interface Hand {
  write(character: string, at: Capital): void;
  /** Capital height at ease. Unit: millimetres. */
  readonly height: number;
}

const pointsPerMm = 72 / 25.4;

/** Takes a pen in a hand of its own. */
export function takePen(doc: PDFKit.PDFDocument, random: () => number): Hand {
  const slant = -0.15 + random() * 0.5;
  const unrest = 0.02 + random() * random() * 0.12;
  const pen = 0.35 + random() * 0.35;
  const shade = Math.round(random() * 100);
  const isVariant = random() < 0.4;
  const height = 3.6 + random() * 1.2;
  const off = () => (random() - 0.5) * 2 * unrest;
  const write = (character: string, { x, y, ...size }: Capital) => {
    doc
      .lineWidth(pen * pointsPerMm)
      .lineCap('round')
      .lineJoin('round')
      .strokeColor([shade, shade, shade]);
    const [turn, rise] = [slant + off(), off()];
    for (const { points, isRound } of strokesOf(character, isVariant)) {
      const path = points.map(([across, down]): [number, number] => {
        const up = 1 - down + off();
        return [
          (x + (across + off() + turn * (up - 0.5)) * size.width) * pointsPerMm,
          (y - (up + rise) * size.height) * pointsPerMm,
        ];
      });
      draw(doc, path, isRound);
    }
  };
  return { write, height };
}

/** A round stroke passes by the middles between its points. */
function draw(doc: PDFKit.PDFDocument, path: readonly [number, number][], isRound: boolean): void {
  const [first, ...others] = path;
  if (first === undefined) return;
  doc.moveTo(...first);
  for (const [at, point] of others.entries()) {
    const next = others[at + 1];
    if (!isRound || next === undefined) doc.lineTo(...point);
    else doc.quadraticCurveTo(...point, (point[0] + next[0]) / 2, (point[1] + next[1]) / 2);
  }
  doc.stroke();
}
