import type { CheckField } from '../form/form-layout.ts';
import type { Rect } from '../paper.ts';
import type { Tones } from './field-picture.ts';
import type { FieldDoubt } from './field-reading.ts';
import { at, type GreyImage, percentileIn } from './grey-image.ts';
import { inkAcross, inkTone, isMarkedBeside, isRinged } from './ink-around.ts';
import { pixelsPerMm } from './rectify.ts';
import { settledPlace } from './settled-place.ts';

/** Below `faint` a box is empty; up to `sure` a person looks. Shares of its inside, dark ink weighing more. */
const band = { faint: 0.03, sure: 0.1 } as const;
/** A box covered so far, or half covered and `solid` somewhere, may have been blackened to cancel it. */
const cancelled = { covered: 0.78, half: 0.5, solid: 0.07 } as const;
/**
 * A hard pencil's mark and what shows from the back are this much darker than the paper of the box, which a shadow may make
 * darker than that of the page, though no more than `shade`; as much of a box covered by it may be a mark.
 */
const trace = { tone: 0.14, share: 0.025, shade: 0.05 } as const;
/** A pen is twice as dark as its blurred edge. */
const coreTone = 0.5;
/** An x by a thick pen covers half a box, but nowhere is it this wide. Unit: millimetres. */
const penMax = 0.8;
/** A tick may end outside its box; a stroke as much out of it as this, for what is in it, may not be meant for it. */
const astray = 0.45;
/** Unit: millimetres. */
const inset = 0.7;

type Mark = { marked: boolean; confidence: number; doubts: FieldDoubt[] };

/**
 * Tells whether a box is marked, from the ink inside it.
 *
 * Guarantee: never sure of a box that is blackened, marked faintly, from outside, beside it or around it.
 */
export function readCheck(page: GreyImage, field: CheckField, tones: Tones): Mark {
  const box = settledPlace(page, field.place);
  const ink = inkOf(page, box, tones);
  if (ink.share < band.faint) {
    if (ink.trace > trace.share) return doubtful(false, 'faint-mark');
    if (isRinged(page, box, tones) || isMarkedBeside(page, box, tones)) return doubtful(false, 'mark-around');
    return { marked: false, confidence: 1 - ink.share * 10, doubts: [] };
  }
  if (ink.share < band.sure) return doubtful(ink.share > (band.faint + band.sure) / 2, 'faint-mark');
  const isCancelled =
    ink.covered > cancelled.covered || (ink.covered > cancelled.half && ink.solid > cancelled.solid);
  if (isCancelled) return doubtful(true, 'possible-cancellation');
  if (inkAcross(page, box, tones) > astray * ink.area) return doubtful(true, 'mark-around');
  return { marked: true, confidence: Math.min(1, 0.85 + ink.share), doubts: [] };
}

const doubtful = (marked: boolean, doubt: FieldDoubt): Mark => ({ marked, confidence: 0.5, doubts: [doubt] });

/** What is drawn inside a box. Shares of its inside, but for `area`. */
interface Ink {
  /** Covered with ink, dark ink weighing more. */
  share: number;
  covered: number;
  /** Part of squares wider than a pen's line. */
  solid: number;
  /** Covered with ink or with something as faint as a hard pencil's, dark ink weighing more. */
  trace: number;
  /** Unit: square millimetres. */
  area: number;
}

function inkOf(page: GreyImage, box: Rect, tones: Tones): Ink {
  const left = Math.round((box.x + inset) * pixelsPerMm);
  const top = Math.round((box.y + inset) * pixelsPerMm);
  const size = Math.round((box.width - 2 * inset) * pixelsPerMm);
  const span = Math.max(30, tones.paper - tones.ink);
  const paper = percentileIn(page, { left, top, width: size, height: size }, 0.5);
  const shade = Math.max(-2 * trace.shade, Math.min(trace.shade, (tones.paper - paper) / span));
  const cores = new Uint8Array(size * size);
  let [mass, covered, traces] = [0, 0, 0];
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const tone = (tones.paper - at(page, left + x, top + y)) / span;
      if (tone - shade > trace.tone) traces += Math.min(1, tone);
      if (tone > coreTone) cores[y * size + x] = 1;
      if (tone <= inkTone) continue;
      mass += Math.min(1, tone);
      covered += 1;
    }
  }
  const all = size * size;
  return {
    share: mass / all,
    covered: covered / all,
    solid: wideIn(cores, size) / all,
    trace: traces / all,
    area: covered / (pixelsPerMm * pixelsPerMm),
  };
}

/** Counts the pixels at which a square of ink ends that is wider than a pen's line. */
function wideIn(cores: Uint8Array, size: number): number {
  const wide = Math.round(penMax * pixelsPerMm);
  const runs = new Uint16Array(size * size);
  const run = (x: number, y: number) => (x < 0 || y < 0 ? 0 : (runs[y * size + x] ?? 0));
  let found = 0;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (cores[y * size + x] === 0) continue;
      /** Side of the largest square of ink that ends here. */
      const square = 1 + Math.min(run(x - 1, y), run(x, y - 1), run(x - 1, y - 1));
      runs[y * size + x] = square;
      if (square >= wide) found += 1;
    }
  }
  return found;
}
