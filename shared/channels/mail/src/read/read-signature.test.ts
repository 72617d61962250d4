import { expect, it } from 'vitest';
import type { GreyImage } from './grey-image.ts';
import { readSignature } from './read-signature.ts';
import { pixelsPerMm } from './rectify.ts';

const place = { x: 20, y: 20, width: 100, height: 14 };
const tones = { paper: 250, ink: 20 };

/** A page with the printed frame of the place, and these strokes. Unit: millimetres. */
function page(strokes: readonly (readonly [x: number, y: number, width: number, height: number])[]) {
  const [width, height] = [1800, 700];
  const data = new Uint8Array(width * height).fill(250);
  const draw = (x: number, y: number, wide: number, high: number) => {
    for (let row = Math.round(y * pixelsPerMm); row < Math.round((y + high) * pixelsPerMm); row++)
      for (let at = Math.round(x * pixelsPerMm); at < Math.round((x + wide) * pixelsPerMm); at++)
        data[row * width + at] = 20;
  };
  const { x, y } = place;
  const frame = 0.3;
  draw(x, y, place.width, frame);
  draw(x, y + place.height, place.width, frame);
  draw(x, y, frame, place.height);
  draw(x + place.width, y, frame, place.height);
  for (const stroke of strokes) draw(...stroke);
  return { width, height, data } satisfies GreyImage;
}
/** Several strokes side by side, as a name is written. */
const name = Array.from({ length: 12 }, (_, at) => [40 + at * 2, 23 + (at % 3), 0.5, 6] as const);

it.each([
  ['an empty place', [], 'absent'],
  [
    'specks of dust',
    [
      [50, 27, 0.2, 0.2],
      [70, 30, 0.2, 0.2],
    ],
    'absent',
  ],
  ['a name', name, 'present'],
  [
    'initials',
    [
      [40, 23, 0.5, 7],
      [43, 23, 0.5, 7],
      [40, 26, 8, 0.4],
    ],
    'present',
  ],
  ['a slip of the pen', [[60, 25, 0.4, 3]], 'doubtful'],
  ['a blot', [[60, 25, 3, 3]], 'doubtful'],
  ['the end of a stroke from above', [[60, 16, 0.6, 8]], 'doubtful'],
] as const)('%s', (_, strokes, seen) => {
  expect(readSignature(page(strokes), place, tones)).toBe(seen);
});
