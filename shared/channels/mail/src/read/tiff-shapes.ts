/** How a page's pixels must be stretched to be square: 2 down for a fax of 204 by 98 dots an inch. */
export interface Stretch {
  readonly across: number;
  readonly down: number;
}

const square: Stretch = { across: 1, down: 1 };
/** A scanner's rounding is less than the first; what is beyond the second is a mistake, not a shape. */
const ratio = { min: 1.2, max: 4 } as const;
const tags = { across: 282, down: 283 } as const;
const rational = 5;
const entriesMax = 4096;

/**
 * Tells from the resolutions that a TIFF states how the pixels of each of its pages must be stretched to be square.
 *
 * Guarantee: never throws and ends on anything; what it can't make out is square already.
 * Source:    TIFF 6.0, Adobe, 1992; TIA/EIA-465-A (facsimile: 204 dots across, 98 or 196 lines down)
 */
export function stretchesOf(bytes: Uint8Array, pagesMax: number): Stretch[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: Stretch[] = [];
  if (bytes.length < 8) return found;
  const isLittle = bytes[0] === 0x49;
  const seen = new Set<number>();
  let at = view.getUint32(4, isLittle);
  while (at !== 0 && !seen.has(at) && found.length < pagesMax && at + 2 <= bytes.length) {
    seen.add(at);
    const entries = Math.min(entriesMax, view.getUint16(at, isLittle));
    const end = at + 2 + entries * 12;
    if (end + 4 > bytes.length) break;
    const across = resolution(view, at + 2, entries, tags.across, isLittle);
    const down = resolution(view, at + 2, entries, tags.down, isLittle);
    found.push(stretch(across, down));
    at = view.getUint32(end, isLittle);
  }
  return found;
}

/** Dots an inch or a centimetre: only one against the other counts. */
function resolution(
  view: DataView,
  first: number,
  entries: number,
  tag: number,
  isLittle: boolean,
): number | undefined {
  for (let entry = first; entry < first + entries * 12; entry += 12) {
    if (view.getUint16(entry, isLittle) !== tag) continue;
    const at = view.getUint32(entry + 8, isLittle);
    if (view.getUint16(entry + 2, isLittle) !== rational || at + 8 > view.byteLength) return undefined;
    return view.getUint32(at, isLittle) / view.getUint32(at + 4, isLittle);
  }
  return undefined;
}

function stretch(across: number | undefined, down: number | undefined): Stretch {
  if (across === undefined || down === undefined) return square;
  const far = across / down;
  if (far >= ratio.min && far <= ratio.max) return { across: 1, down: far };
  return 1 / far >= ratio.min && 1 / far <= ratio.max ? { across: 1 / far, down: 1 } : square;
}
