import type { CheckField } from '../form/form-layout.ts';
import type { Tones } from './field-picture.ts';
import type { FieldDoubt } from './field-reading.ts';
import type { GreyImage } from './grey-image.ts';
import { inkAcross, inkTone, inkWithin, inset, isMarkedBeside, isRinged } from './ink-around.ts';
import { inkInside, penTone } from './ink-inside.ts';
import { isShownThrough } from './is-shown-through.ts';
import { settledPlace } from './settled-place.ts';

/**
 * Up to `dust` of a pen's ink lies in a box by chance, from `sure` it was meant, be it a dot; in between a person looks. Unit:
 * square millimetres.
 */
const pen = { dust: 0.2, sure: 0.45 } as const;
/**
 * A soft pencil, or a pen that is running out, is as dark as this: a stroke of it across a box, so wide on average, is a mark
 * where nothing that shows through is nearly as dark. Unit of `wide`: millimetres.
 */
const pencil = { tone: 0.4, wide: 0.25 } as const;
/** A stroke across a box covers so much of it for each millimetre of its side, be it a small box or one of a large print. */
const traceWide = 0.2;
/** A box covered so far, or half covered and `solid` somewhere, may have been blackened to cancel it. */
const cancelled = { covered: 0.78, half: 0.5, solid: 0.07 } as const;
/** Where so many of the lines through a box are crossed too often for a mark, it was scribbled over, however thin the pen. */
const scribbled = 0.35;
/** A tick may end outside its box; a stroke as much out of it as this, for what is in it, may not be meant for it. */
const astray = 0.45;
/** What is so much darker than what shows from the back is a pen's. */
const clear = 0.1;

type Mark = { marked: boolean; confidence: number; doubts: FieldDoubt[] };

/**
 * Tells whether a box is marked, from the ink inside it.
 *
 * Guarantee: never sure of a box that is blackened, marked faintly, from outside, beside it or around it.
 * Shape:     `veil` tells how dark the back of the sheet shows through it, as `showThrough` does; asked only where it matters
 */
export function readCheck(page: GreyImage, field: CheckField, tones: Tones, veil = () => 0): Mark {
  const box = settledPlace(page, field.place);
  const ink = inkInside(page, box, tones);
  /** What seems to be drawn around a box may only show through the sheet. */
  const isSeen = (looks: (tone: number) => boolean) =>
    looks(inkTone) && looks(Math.max(inkTone, Math.min(penTone, veil() + clear)));
  const isPencilled =
    inkWithin(page, box, tones, pencil.tone) > pencil.wide * (box.width - 2 * inset) &&
    veil() + clear < pencil.tone;
  if (ink.pen < pen.sure && !isPencilled) {
    if (ink.pen > pen.dust) return doubtful(true, 'faint-mark');
    if (ink.traces > traceWide && !isShownThrough(ink, veil())) return doubtful(false, 'faint-mark');
    const isAround = isSeen(
      (tone) => isRinged(page, box, tones, tone) || isMarkedBeside(page, box, tones, tone),
    );
    if (isAround) return doubtful(false, 'mark-around');
    return { marked: false, confidence: Math.max(0.7, 1 - ink.traces), doubts: [] };
  }
  const isCancelled =
    ink.covered > cancelled.covered ||
    (ink.covered > cancelled.half && ink.solid > cancelled.solid) ||
    ink.scribbled > scribbled;
  if (isCancelled) return doubtful(true, 'possible-cancellation');
  if (isSeen((tone) => inkAcross(page, box, tones, tone) > astray * inkWithin(page, box, tones, tone)))
    return doubtful(true, 'mark-around');
  return { marked: true, confidence: Math.min(1, 0.85 + ink.covered), doubts: [] };
}

const doubtful = (marked: boolean, doubt: FieldDoubt): Mark => ({ marked, confidence: 0.5, doubts: [doubt] });
