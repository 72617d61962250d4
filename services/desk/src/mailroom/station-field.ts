import type { Letter } from '@guichet/casework';

/** A part of a letter that the machine read, as the station shows it beside its control. */
export interface StationField {
  path: string;
  /** Keys of the words table; none means the machine is sure. */
  reasons: string[];
  confidence: number;
  crop: Letter['fields'][number]['crop'];
  /** Of the sample: keyed without seeing what was read. */
  isSample: boolean;
}

/** Room around a field, so that what was written over its edge is seen. Unit: pixels at 300 dots per inch. */
const margin = 24;

/** Gathers the machine's reading by field: the boxes of one question are one field. */
export function stationFields(fields: Letter['fields'], sampled: readonly string[]): StationField[] {
  const found = new Map<string, StationField>();
  for (const field of fields) {
    const before = found.get(field.path);
    found.set(field.path, {
      path: field.path,
      reasons: [...new Set([...(before?.reasons ?? []), ...field.doubts])],
      confidence: Math.min(before?.confidence ?? 1, field.confidence),
      crop: joined(before?.crop, around(field.crop)),
      isSample: sampled.includes(field.path),
    });
  }
  return [...found.values()];
}

/** Tells whether a person has a field to look at before the letter becomes a case. */
export function needsPerson({ reasons, isSample }: StationField): boolean {
  return reasons.length > 0 || isSample;
}

/** Tells whether a field is of a question, or of one of its parts. */
export function isOf(field: { path: string }, question: string): boolean {
  return field.path === question || field.path.startsWith(`${question}.`);
}

type Crop = StationField['crop'];

function around({ page, x, y, width, height }: Crop): Crop {
  const [left, top] = [Math.max(0, x - margin), Math.max(0, y - margin)];
  return { page, x: left, y: top, width: x + width + margin - left, height: y + height + margin - top };
}

/** The smallest crop that holds both; a field that goes over the page keeps its first part. */
function joined(one: Crop | undefined, other: Crop): Crop {
  if (!one) return other;
  if (one.page !== other.page) return one;
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  const right = Math.max(one.x + one.width, other.x + other.width);
  const bottom = Math.max(one.y + one.height, other.y + other.height);
  return { page: one.page, x, y, width: right - x, height: bottom - y };
}
