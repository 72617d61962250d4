import type { GreyImage } from '../grey-image.ts';

export type QuarterTurns = 0 | 1 | 2 | 3;

/** Turns a picture clockwise by quarters, without touching a pixel's value. */
export function quarterTurned(image: GreyImage, quarters: QuarterTurns): GreyImage {
  if (quarters === 0) return image;
  const { width, height, data } = image;
  const turned = new Uint8Array(data.length);
  if (quarters === 2) {
    for (let at = 0, to = data.length - 1; at < data.length; at++, to--) turned[to] = data[at] ?? 255;
    return { width, height, data: turned };
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const to = quarters === 1 ? x * height + (height - 1 - y) : (width - 1 - x) * height + y;
      turned[to] = data[y * width + x] ?? 255;
    }
  }
  return { width: height, height: width, data: turned };
}

/** Turns a picture about its middle so that lines that fall by some degrees to the right run level; white comes in at the corners. */
export function levelled(image: GreyImage, degrees: number): GreyImage {
  if (degrees === 0) return image;
  const { width, height, data } = image;
  const turned = new Uint8Array(data.length).fill(255);
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const [cx, cy] = [(width - 1) / 2, (height - 1) / 2];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const u = cx + (x - cx) * cos - (y - cy) * sin;
      const v = cy + (x - cx) * sin + (y - cy) * cos;
      const left = Math.floor(u);
      const top = Math.floor(v);
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue;
      const base = top * width + left;
      const right = u - left;
      const down = v - top;
      const upper = (data[base] ?? 255) * (1 - right) + (data[base + 1] ?? 255) * right;
      const lower = (data[base + width] ?? 255) * (1 - right) + (data[base + width + 1] ?? 255) * right;
      turned[y * width + x] = upper * (1 - down) + lower * down + 0.5;
    }
  }
  return { width, height, data: turned };
}
