import type { Letter } from '@guichet/casework';

/** Why a person must look at a question, and where on the pages it stands. */
export interface QuestionDoubt {
  /** Keys of the words table; none means the machine is sure. */
  reasons: string[];
  /** Of its least sure field, 0 to 1; undefined when the letter holds no field of it. */
  confidence: number | undefined;
  crop: { page: number; x: number; y: number; width: number; height: number } | undefined;
}

/** Room around a field, so that what was written over its edge is seen. Unit: pixels at 300 dots per inch. */
const margin = 24;

/** Gathers the machine's reading by question. */
export function doubtsByQuestion(fields: Letter['fields']): Map<string, QuestionDoubt> {
  const found = new Map<string, QuestionDoubt>();
  for (const field of fields) {
    const key = field.path.split('.')[0] ?? field.path;
    const before = found.get(key);
    found.set(key, {
      reasons: [...new Set([...(before?.reasons ?? []), ...field.doubts])],
      confidence: Math.min(before?.confidence ?? 1, field.confidence),
      crop: joined(before?.crop, around(field.crop)),
    });
  }
  return found;
}

type Crop = NonNullable<QuestionDoubt['crop']>;

function around({ page, x, y, width, height }: Crop): Crop {
  const [left, top] = [Math.max(0, x - margin), Math.max(0, y - margin)];
  return { page, x: left, y: top, width: x + width + margin - left, height: y + height + margin - top };
}

/** The smallest crop that holds both; a question that goes over the page keeps its first part. */
function joined(one: Crop | undefined, other: Crop): Crop {
  if (!one) return other;
  if (one.page !== other.page) return one;
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  const right = Math.max(one.x + one.width, other.x + other.width);
  const bottom = Math.max(one.y + one.height, other.y + other.height);
  return { page: one.page, x, y, width: right - x, height: bottom - y };
}
