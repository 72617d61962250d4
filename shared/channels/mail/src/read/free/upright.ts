import { cropped, type GreyImage } from '../grey-image.ts';
import type { TextReader } from '../text-reader.ts';
import { type InkPoints, inkPoints } from './ink-points.ts';
import { skewOf } from './skew.ts';
import { levelled, type QuarterTurns, quarterTurned } from './turn-page.ts';

export interface Upright {
  readonly image: GreyImage;
  /** Clockwise, before levelling. */
  readonly quarters: QuarterTurns;
  /** By how much the lines fell to the right. */
  readonly degrees: number;
  /** What was read on the way, of the lines that told which side is up. */
  readonly glimpse: string;
}

/** Lines run across when they stand apart this many times more sharply than columns do. */
const clearly = 2;
/** A lead of votes that no further line would turn. */
const leadEnough = 0.6;
const leadLeast = 0.15;
const stripsMax = 4;

/**
 * Turns a page so that its lines run level and its letters stand upright: the way its lines run is measured, which side is
 * up is voted on by reading a few of its lines both ways, all four where the lines do not say.
 *
 * Guarantee: first do no harm — a page whose lines tell nothing stays as it was scanned.
 */
export async function upright(image: GreyImage, reader: TextReader): Promise<Upright> {
  const ink = inkPoints(image);
  const [across, down] = [skewOf(ink), skewOf(ink, 'down')];
  const ways: (readonly [GreyImage, InkPoints, number, QuarterTurns])[] = [];
  if (across.sharpness * clearly > down.sharpness) ways.push([image, ink, across.degrees, 0]);
  if (down.sharpness * clearly > across.sharpness) {
    const turned = quarterTurned(image, 1);
    const turnedInk = inkPoints(turned);
    ways.push([turned, turnedInk, skewOf(turnedInk).degrees, 1]);
  }
  const votes = [];
  for (const [lying, , degrees, quarters] of ways) {
    const level = levelled(lying, degrees);
    votes.push({ level, degrees, quarters, ...(await sideUp(level, reader)) });
  }
  votes.sort((a, b) => b.best - a.best);
  const [found] = votes;
  if (found === undefined || found.lead < leadLeast)
    return { image: levelled(image, across.degrees), quarters: 0, degrees: across.degrees, glimpse: '' };
  const { level, degrees, glimpse } = found;
  const quarters = ((found.quarters + (found.isUpsideDown ? 2 : 0)) % 4) as QuarterTurns;
  return { image: found.isUpsideDown ? quarterTurned(level, 2) : level, quarters, degrees, glimpse };
}

interface SideUp {
  isUpsideDown: boolean;
  /** How much better the one side reads than the other. */
  lead: number;
  best: number;
  glimpse: string;
}

/** Reads the fullest lines as they are and upside down. */
async function sideUp(level: GreyImage, reader: TextReader): Promise<SideUp> {
  let [straight, over, seen] = [0, 0, 0];
  const [said, saidOver]: [string[], string[]] = [[], []];
  for (const strip of fullestLines(level)) {
    const [one, other] = [
      await reader.read(strip, { model: 'fra' }),
      await reader.read(quarterTurned(strip, 2), { model: 'fra' }),
    ];
    straight += believed(one);
    over += believed(other);
    seen += 1;
    said.push(one.text);
    saidOver.push(other.text);
    if (Math.abs(straight - over) >= leadEnough) break;
  }
  const isUpsideDown = over > straight;
  return {
    isUpsideDown,
    lead: Math.abs(straight - over),
    best: Math.max(straight, over) / Math.max(1, seen),
    glimpse: (isUpsideDown ? saidOver : said).join(' '),
  };
}

/** A few letters that the engine is sure of say less than a line of them. */
function believed({ text, confidence }: { text: string; confidence: number }): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return confidence * Math.min(1, letters / 15);
}

interface Band {
  left: number;
  right: number;
  top: number;
  bottom: number;
  dark: number;
}

/** Cuts out the lines that hold most ink among those as tall as text is. */
function fullestLines(level: GreyImage): GreyImage[] {
  const { scale, ...ink } = inkPoints(level);
  const bands = bandsOf(ink);
  for (const [at, y] of ink.y.entries()) {
    const band = bands.find(({ top, bottom }) => y >= top && y <= bottom);
    const x = ink.x[at] ?? 0;
    if (band === undefined) continue;
    band.left = Math.min(band.left, x);
    band.right = Math.max(band.right, x);
  }
  return bands
    .filter(({ top, bottom }) => bottom - top >= 6 && bottom - top <= 40)
    .sort((a, b) => b.dark - a.dark)
    .slice(0, stripsMax)
    .map(({ left, right, top, bottom }) => {
      const [x, y] = [(left - 8) * scale, (top - 4) * scale];
      return cropped(level, x, y, (right - left + 16) * scale, (bottom - top + 9) * scale);
    });
}

/** Finds the runs of rows that hold ink. */
function bandsOf(ink: Pick<InkPoints, 'y' | 'height' | 'width'>): Band[] {
  const rows = new Uint32Array(ink.height);
  for (const y of ink.y) rows[y] = (rows[y] ?? 0) + 1;
  const bands: Band[] = [];
  let band: Band | undefined;
  for (const [y, dark] of rows.entries()) {
    if (dark <= 2) {
      band = undefined;
      continue;
    }
    if (band === undefined) bands.push((band = { left: ink.width, right: 0, top: y, bottom: y, dark: 0 }));
    band.bottom = y;
    band.dark += dark;
  }
  return bands;
}
