import type { LayoutField } from '@guichet/channels/mail';

/**
 * How a box was marked: an x, a tick or a slash; a dot; with a hard pencil; mostly out of the box; by a ring around it;
 * blackened, which the form says cancels; by an x that was blackened afterwards; or a stroke that went astray.
 */
export const markKinds = [
  'x',
  'tick',
  'slash',
  'dot',
  'faint',
  'outside',
  'ring',
  'blackened',
  'corrected',
  'astray',
] as const;
export type MarkKind = (typeof markKinds)[number];

const pointsPerMm = 72 / 25.4;
const simple = ['x', 'tick', 'slash'] as const;

/** Draws a mark, never quite inside the lines; an x, a tick or a slash unless its kind is named. */
export function drawMark(
  doc: PDFKit.PDFDocument,
  place: LayoutField['place'],
  random: () => number,
  named?: MarkKind,
): MarkKind {
  const shade = Math.round(random() * 70);
  doc
    .lineWidth((0.4 + random() * 0.4) * pointsPerMm)
    .strokeColor([shade, shade, shade])
    .lineCap('round');
  const kind = named ?? simple[Math.floor(random() * simple.length)] ?? 'x';
  const point = (x: number, y: number): [number, number] => [
    (place.x + (x + (random() - 0.5) * 0.16) * place.width) * pointsPerMm,
    (place.y + (y + (random() - 0.5) * 0.16) * place.height) * pointsPerMm,
  ];
  const line = (...points: [number, number][]) => {
    const [first = [0, 0], ...others] = points.map(([x, y]) => point(x, y));
    doc.moveTo(...(first as [number, number]));
    for (const other of others) doc.lineTo(...other);
    doc.stroke();
  };
  switch (kind) {
    case 'faint': {
      const grey = 140 + Math.round(random() * 40);
      doc.lineWidth((0.25 + random() * 0.2) * pointsPerMm).strokeColor([grey, grey, grey]);
      line([0.15, 0.5], [0.4, 0.85], [1, 0]);
      return kind;
    }
    case 'x':
    case 'corrected':
      crossed(doc, point);
      if (kind === 'corrected') blacken(line, random);
      return kind;
    case 'tick':
      line([0.15, 0.5], [0.4, 0.85], [1.1, -0.2]);
      return kind;
    case 'slash':
      line([0.9, 0.05], [0.1, 0.95]);
      return kind;
    case 'dot':
      line([0.45, 0.45], [0.5, 0.55], [0.6, 0.45], [0.45, 0.5]);
      return kind;
    case 'outside':
      line([0.5, 0.45], [0.8, 0.9], [1.9, -0.5]);
      return kind;
    case 'ring':
      doc
        .ellipse(...point(0.5, 0.5), 0.95 * place.width * pointsPerMm, 0.85 * place.height * pointsPerMm)
        .stroke();
      return kind;
    case 'blackened':
      blacken(line, random);
      return kind;
    case 'astray':
      line([-0.4, 0.2], [0.25 + random() * 0.25, 0.35 + random() * 0.2]);
      return kind;
  }
}

/** In one go, as it was always drawn: the seeds of other tests hang on it. */
function crossed(doc: PDFKit.PDFDocument, point: (x: number, y: number) => [number, number]): void {
  doc
    .moveTo(...point(0.1, 0.1))
    .lineTo(...point(0.9, 0.9))
    .moveTo(...point(0.9, 0.1))
    .lineTo(...point(0.1, 0.9))
    .stroke();
}

/** Back and forth from top to bottom, a little paper left between the strokes at times. */
function blacken(line: (...points: [number, number][]) => void, random: () => number): void {
  const turns = 9 + Math.floor(random() * 6);
  line(
    ...Array.from({ length: turns }, (_, at): [number, number] => [
      at % 2 === 0 ? 0.08 : 0.92,
      0.08 + (0.84 * at) / (turns - 1),
    ]),
  );
}
