import { at, type GreyImage } from '../grey-image.ts';

/** How a character is seen: which way its edges run, in each part of it. */
const directions = 8;
const parts = 5;
const side = 32;
/** One number for each direction in each part, and how wide the character is for its height. */
export const featureCount = directions * parts * parts + 1;

/**
 * Describes one character, dark on white, by the directions of its edges in each part of it, upright and at one size, so that
 * neither the pen nor the slant nor the size of the writing matters much.
 *
 * Source: gradient features of handwritten characters, Liu, Nakashima, Sako and Fujisawa, Pattern Recognition 36, 2003
 */
export function edgeDirections(image: GreyImage): Float32Array {
  const found = new Float32Array(featureCount);
  const ink = inkOf(image);
  if (ink === undefined) return found;
  const seen = softened(normalised(image, ink));
  for (let y = 1; y < side - 1; y++) for (let x = 1; x < side - 1; x++) addEdge(seen, x, y, found);
  const length = Math.sqrt(found.reduce((sum, value) => sum + value, 0)) || 1;
  for (let n = 0; n < found.length; n++) found[n] = (Math.sqrt(found[n] ?? 0) / length) * 4;
  found[featureCount - 1] = Math.log(ink.width / ink.height);
  return found;
}

interface Ink {
  left: number;
  top: number;
  width: number;
  height: number;
  /** How far it leans: columns a row. */
  lean: number;
  middle: number;
}

/** A pixel is ink by half of its darkness. */
const darkness = (image: GreyImage, x: number, y: number) => (255 - at(image, x, y)) / 255;
const inkMin = 0.3;

/** Measures where the ink stands once it is upright. */
function inkOf(image: GreyImage): Ink | undefined {
  let [mass, sumX, sumY, top, bottom] = [0, 0, 0, image.height, -1];
  for (let y = 0; y < image.height; y++)
    for (let x = 0; x < image.width; x++) {
      const dark = darkness(image, x, y);
      if (dark < inkMin) continue;
      mass += dark;
      sumX += dark * x;
      sumY += dark * y;
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  if (mass === 0) return undefined;
  const [meanX, meanY] = [sumX / mass, sumY / mass];
  let [along, down] = [0, 1];
  for (let y = top; y <= bottom; y++)
    for (let x = 0; x < image.width; x++) {
      const dark = darkness(image, x, y);
      if (dark < inkMin) continue;
      along += dark * (x - meanX) * (y - meanY);
      down += dark * (y - meanY) ** 2;
    }
  const lean = Math.max(-0.5, Math.min(0.5, along / down));
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let y = top; y <= bottom; y++)
    for (let x = 0; x < image.width; x++) {
      if (darkness(image, x, y) < inkMin) continue;
      const upright = x - lean * (y - meanY);
      left = Math.min(left, upright);
      right = Math.max(right, upright);
    }
  return { left, top, width: right - left + 1, height: bottom - top + 1, lean, middle: meanY };
}

/** Draws it upright in a square of its own; a narrow character is widened, though not to the whole width. */
function normalised(image: GreyImage, { left, top, width, height, lean, middle }: Ink): Float32Array {
  const ratio = Math.min(width, height) / Math.max(width, height);
  const short = (side - 4) * Math.sqrt(Math.sin((Math.PI / 2) * ratio));
  const [across, tall] = width < height ? [short, side - 4] : [side - 4, short];
  const drawn = new Float32Array(side * side);
  const [perX, perY] = [width / across, height / tall];
  // Four looks for each pixel: a picture is seldom more than twice as fine as the square.
  for (let row = 0; row < 2 * side; row++) {
    const v = Math.floor(top + ((row + 0.5) / 2 - (side - tall) / 2) * perY);
    const from = left + lean * (v - middle);
    for (let column = 0; column < 2 * side; column++) {
      const u = Math.floor(from + ((column + 0.5) / 2 - (side - across) / 2) * perX + 0.5);
      const place = (row >> 1) * side + (column >> 1);
      drawn[place] = (drawn[place] ?? 0) + darkness(image, u, v) / 4;
    }
  }
  return drawn;
}

function softened(from: Float32Array): Float32Array {
  const to = new Float32Array(from.length);
  for (let y = 1; y < side - 1; y++)
    for (let x = 1; x < side - 1; x++) {
      let sum = 0;
      for (let row = -1; row <= 1; row++)
        for (let column = -1; column <= 1; column++)
          sum += (2 - Math.abs(row)) * (2 - Math.abs(column)) * (from[(y + row) * side + x + column] ?? 0);
      to[y * side + x] = sum / 16;
    }
  return to;
}

/** Shares an edge between the two directions and the four parts that it lies nearest to. */
function addEdge(seen: Float32Array, x: number, y: number, found: Float32Array): void {
  const place = y * side + x;
  const [gx, gy] = slopeAt(seen, place);
  const strength = Math.hypot(gx, gy);
  if (strength < 0.01) return;
  const turn = ((Math.atan2(gy, gx) / (2 * Math.PI)) * directions + directions) % directions;
  const across = ((x + 0.5) / side) * parts - 0.5;
  const down = ((y + 0.5) / side) * parts - 0.5;
  const [column, row] = [Math.floor(across), Math.floor(down)];
  const [right, lower] = [across - column, down - row];
  addShare(found, column, row, turn, strength * (1 - right) * (1 - lower));
  addShare(found, column + 1, row, turn, strength * right * (1 - lower));
  addShare(found, column, row + 1, turn, strength * (1 - right) * lower);
  addShare(found, column + 1, row + 1, turn, strength * right * lower);
}

function addShare(found: Float32Array, column: number, row: number, turn: number, share: number): void {
  if (column < 0 || row < 0 || column >= parts || row >= parts) return;
  const way = Math.floor(turn);
  const first = (row * parts + column) * directions;
  const [here, next] = [first + (way % directions), first + ((way + 1) % directions)];
  found[here] = (found[here] ?? 0) + share * (1 - (turn - way));
  found[next] = (found[next] ?? 0) + share * (turn - way);
}

function slopeAt(seen: Float32Array, place: number): [number, number] {
  const tone = (down: number, across: number) => seen[place + down * side + across] ?? 0;
  const gx = tone(-1, 1) + 2 * tone(0, 1) + tone(1, 1) - tone(-1, -1) - 2 * tone(0, -1) - tone(1, -1);
  const gy = tone(1, -1) + 2 * tone(1, 0) + tone(1, 1) - tone(-1, -1) - 2 * tone(-1, 0) - tone(-1, 1);
  return [gx, gy];
}
