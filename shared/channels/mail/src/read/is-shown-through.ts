import { inset } from './ink-around.ts';
import { type Ink, traceTone } from './ink-inside.ts';
import { pixelsPerMm } from './rectify.ts';
import { strokesIn } from './strokes-in.ts';

/** What is so much darker than what shows through around the boxes was drawn on this side. */
const darker = 0.05;
/**
 * No letter slants straight over so much of a box, nor does an upright or a flat stroke of one reach so far; a mark is a stroke
 * from one side of its box to the other. Shares of the inside of the box.
 */
const stroke = { slanting: 0.6, upright: 0.75 } as const;
/** What is fainter is the edge of a stroke. A share of the darkest. */
const strokeTone = 0.4;
/** Where a line that goes on is looked for outside the frame. Unit: pixels from the inside of the box. */
const beyond = [0.5, 1.3].map((mm) => Math.round((inset + mm) * pixelsPerMm)) as [number, number];

/**
 * Tells whether what is faint in a box is only print or writing of the other side of the sheet.
 *
 * Guarantee: never of a stroke that could be a pencil's mark, nor on a sheet of which nothing shows through elsewhere
 * Shape:     `veil` is what `showThrough` gives for the page
 */
export function isShownThrough({ toneAt, size }: Ink, veil: number): boolean {
  if (veil === 0) return false;
  const tones = Float32Array.from({ length: size * size }, (_, at) =>
    toneAt(at % size, Math.floor(at / size)),
  );
  const faint = tones.filter((tone) => tone > traceTone).sort();
  const [most = 0, darkest = 0] = [0.9, 0.99].map((share) => faint[Math.floor(faint.length * share)]);
  if (darkest > veil + darker) return false;
  const from = Math.max(traceTone, strokeTone * most);
  const { slanting, upright } = strokesIn((x, y) => toneAt(x, y) > from, size, beyond);
  return slanting < stroke.slanting * size && upright < stroke.upright * size;
}
