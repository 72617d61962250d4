import { type CombField, type FieldLayout, isField, type LayoutField } from '../form/form-layout.ts';
import { papers, type Rect } from '../paper.ts';
import { type Tones, tonesAround } from './field-picture.ts';
import type { FieldReading } from './field-reading.ts';
import { cropped, type GreyImage, greyOf, percentile } from './grey-image.ts';
import { areBoxesByHand, areTextsByHand, isScattered, isTextByHand, type Strays } from './hand-or-type.ts';
import { readCheck } from './read-check.ts';
import { readComb, readRanks } from './read-comb.ts';
import type { ReadPage } from './read-page.ts';
import { readText } from './read-text.ts';
import { pixelsPerMm } from './rectify.ts';
import { showThrough } from './show-through.ts';
import type { TextReader } from './text-reader.ts';

/** Reads every field of one page. */
export async function readFields(
  layout: FieldLayout,
  page: ReadPage,
  reader: TextReader,
): Promise<FieldReading[]> {
  const printed = layout.pages.find((one) => one.number === page.code?.page);
  if (printed === undefined) return [];
  const fields = printed.items.filter(isField);
  if (page.trust === 'none') return fields.map((field) => unread(field, printed.number));
  const image = await greyOf(await page.picture());
  const tones = tonesOf(image, papers[layout.paper].marks);
  const veil = veilOf(image, fields, tones);
  const read: Seen[] = [];
  for (const field of fields) {
    if (!isRank(field)) read.push(await readField(image, field, printed.number, tones, { reader, veil }));
  }
  for (const ranks of rankingsOf(fields)) {
    const seen = await readRanks(image, ranks, tones, reader);
    for (const [at, field] of ranks.entries()) {
      const base = { path: field.path, kind: field.kind, crop: cropOf(field, printed.number) };
      const { text, confidence, doubts, heights } = seen[at] ?? nothingSeen;
      read.push({ reading: { ...base, raw: text, confidence, doubts: [...doubts] }, heights });
    }
  }
  doubtHands(read);
  const readings = read.map(({ reading }) => reading);
  if (page.trust === 'reduced') for (const reading of readings) reading.doubts.push('page-not-straight');
  return readings;
}

const nothingSeen = { text: undefined, confidence: 0, doubts: [], heights: [] };

/** A reading, and what tells whether a hand or a machine wrote it. */
interface Seen {
  reading: FieldReading;
  feet?: Strays;
  heights?: Strays;
}

/** A form is filled by one person, so all of a page tells what wrote it. */
function doubtHands(read: readonly Seen[]): void {
  const traces = {
    feet: read.flatMap(({ feet = [] }) => feet),
    heights: read.flatMap(({ heights = [] }) => heights),
  };
  const scattered = read.some(
    ({ reading: { raw }, feet }) => feet !== undefined && isScattered(String(raw ?? ''), feet),
  );
  const [text, boxes] = [scattered || isTextByHand(traces.feet), scattered || areBoxesByHand(traces)];
  const written = read.filter(({ reading: { kind, raw } }) => kind !== 'check' && raw !== undefined);
  const alone = areTextsByHand(
    written.map(({ reading: { kind }, feet = [] }) => (kind === 'comb' ? [] : feet)),
  );
  for (const [at, { reading }] of written.entries())
    if (reading.kind === 'comb' ? boxes : text || alone[at] === true) reading.doubts.push('by-hand');
}

const isRank = (field: LayoutField): field is CombField => field.kind === 'comb' && field.shape === 'rank';

/** Puts the boxes of one ranking together. */
function rankingsOf(fields: readonly LayoutField[]): CombField[][] {
  const rankings = new Map<string, CombField[]>();
  for (const field of fields.filter(isRank)) {
    const question = field.path.slice(0, field.path.lastIndexOf('.'));
    rankings.set(question, [...(rankings.get(question) ?? []), field]);
  }
  return [...rankings.values()];
}

async function readField(
  image: GreyImage,
  field: LayoutField,
  page: number,
  tones: Tones,
  { reader, veil }: { reader: TextReader; veil: () => number },
): Promise<Seen> {
  const base = { path: field.path, kind: field.kind, crop: cropOf(field, page) };
  if (field.kind === 'check') {
    const { marked, confidence, doubts } = readCheck(
      image,
      field,
      tonesAround(image, field.place, tones),
      veil,
    );
    return { reading: { ...base, option: field.option, raw: marked, confidence, doubts } };
  }
  const { text, confidence, doubts, ...traces } =
    field.kind === 'comb'
      ? await readComb(image, field, tones, reader)
      : await readText(image, field, tones, reader);
  return { reading: { ...base, raw: text, confidence, doubts }, ...traces };
}

/** Tells how dark the back of the sheet shows through, looked at once and only when it is asked. */
function veilOf(image: GreyImage, fields: readonly LayoutField[], tones: Tones): () => number {
  let known: number | undefined;
  return () => {
    known ??= showThrough(
      image,
      fields.flatMap(({ kind, place }) =>
        kind === 'check' ? [{ place, tones: tonesAround(image, place, tones) }] : [],
      ),
    );
    return known;
  };
}

function unread(field: LayoutField, page: number): FieldReading {
  const option = field.kind === 'check' ? { option: field.option } : {};
  const base = { path: field.path, kind: field.kind, crop: cropOf(field, page), ...option };
  return { ...base, raw: undefined, confidence: 0, doubts: ['page-not-straight'] };
}

export function cropOf(field: { place: Rect }, page: number): FieldReading['crop'] {
  const margin = 1;
  return {
    page,
    x: Math.round((field.place.x - margin) * pixelsPerMm),
    y: Math.round((field.place.y - margin) * pixelsPerMm),
    width: Math.round((field.place.width + 2 * margin) * pixelsPerMm),
    height: Math.round((field.place.height + 2 * margin) * pixelsPerMm),
  };
}

/** The marks tell how dark this page's black is; most of a form is paper. */
export function tonesOf(image: GreyImage, marks: readonly Rect[]): Tones {
  const blacks = marks.map((mark) => {
    const inner = cropped(
      image,
      (mark.x + 1.5) * pixelsPerMm,
      (mark.y + 1.5) * pixelsPerMm,
      3 * pixelsPerMm,
      3 * pixelsPerMm,
    );
    return percentile(inner, 0.5);
  });
  const ink = blacks.sort((a, b) => a - b)[2] ?? 0;
  return { paper: percentile(image, 0.6, 23), ink };
}
