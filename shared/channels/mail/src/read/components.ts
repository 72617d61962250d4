/** A connected patch of a mask. Unit: pixels. */
export interface Component {
  readonly area: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly x: number;
  readonly y: number;
  /** Indices of its pixels in the mask. */
  readonly pixels: Int32Array;
}

/** Finds the connected patches of a mask, touching by sides or corners, at least `areaMin` large. */
export function components(mask: Uint8Array, width: number, areaMin: number): Component[] {
  const found: Component[] = [];
  const left = Uint8Array.from(mask);
  /** The pixels of all patches, patch after patch; each is at once the list of those still to look around. */
  const order = new Int32Array(inked(mask));
  let begin = 0;
  for (let start = 0; start < left.length; start++) {
    if (left[start] === 0) continue;
    const end = flooded(left, width, start, order, begin);
    if (end - begin >= areaMin) found.push(measured(order.subarray(begin, end), width));
    begin = end;
  }
  return found;
}

function inked(mask: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < mask.length; at++) if (mask[at] !== 0) count += 1;
  return count;
}

/** Takes a patch out of the mask; gives where its pixels end in the list. */
function flooded(left: Uint8Array, width: number, start: number, order: Int32Array, begin: number): number {
  let end = begin;
  left[start] = 0;
  order[end++] = start;
  for (let next = begin; next < end; next++) {
    const index = order[next] ?? 0;
    const x = index % width;
    const first = x === 0 ? 0 : -1;
    const last = x === width - 1 ? 0 : 1;
    for (let row = index - width; row <= index + width; row += width) {
      if (row < 0 || row >= left.length) continue;
      for (let near = row + first; near <= row + last; near++) {
        if (left[near] === 0) continue;
        left[near] = 0;
        order[end++] = near;
      }
    }
  }
  return end;
}

function measured(pixels: Int32Array, width: number): Component {
  let [left, right, top, bottom, sumX, sumY] = [width, 0, Number.POSITIVE_INFINITY, 0, 0, 0];
  for (let at = 0; at < pixels.length; at++) {
    const index = pixels[at] ?? 0;
    const x = index % width;
    const y = (index - x) / width;
    sumX += x;
    sumY += y;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  const area = pixels.length;
  return { area, left, right, top, bottom, x: sumX / area, y: sumY / area, pixels };
}
