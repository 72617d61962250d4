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
  readonly pixels: readonly number[];
}

/** Finds the connected patches of a mask, touching by sides or corners, at least `areaMin` large. */
export function components(mask: Uint8Array, width: number, areaMin: number): Component[] {
  const seen = new Uint8Array(mask.length);
  const found: Component[] = [];
  const height = mask.length / width;
  for (let start = 0; start < mask.length; start++) {
    if (mask[start] === 0 || seen[start] === 1) continue;
    const pixels = [start];
    seen[start] = 1;
    let [left, right, top, bottom, sumX, sumY] = [width, 0, height, 0, 0, 0];
    for (let next = 0; next < pixels.length; next++) {
      const index = pixels[next] ?? 0;
      const x = index % width;
      const y = (index - x) / width;
      sumX += x;
      sumY += y;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const nx = x + dx;
          const ny = y + dy;
          if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue;
          const neighbour = ny * width + nx;
          if (mask[neighbour] === 0 || seen[neighbour] === 1) continue;
          seen[neighbour] = 1;
          pixels.push(neighbour);
        }
      }
    }
    const area = pixels.length;
    if (area >= areaMin)
      found.push({ area, left, right, top, bottom, x: sumX / area, y: sumY / area, pixels });
  }
  return found;
}
