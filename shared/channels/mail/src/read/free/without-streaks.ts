import type { GreyImage } from '../grey-image.ts';

/** Unit: pixels to each side. */
const neighbourhood = 20;
const darker = 0.94;
const rowsSeen = 5;

/**
 * Takes out the lines that dirt under a feeder's glass leaves down a whole page, from either side: where the paper of one
 * column is darker than that of its neighbours from top to bottom, the column is made lighter by as much.
 *
 * Guarantee: a page without such lines is given back untouched.
 */
export function withoutStreaks(image: GreyImage): GreyImage {
  const lifts = [liftsOf(image, 'columns'), liftsOf(image, 'rows')] as const;
  if (lifts.every((lift) => lift.size === 0)) return image;
  const data = Uint8Array.from(image.data);
  for (const [column, lift] of lifts[0])
    for (let at = column; at < data.length; at += image.width) data[at] = lifted(data[at], lift);
  for (const [row, lift] of lifts[1])
    for (let at = row * image.width; at < (row + 1) * image.width; at++) data[at] = lifted(data[at], lift);
  return { ...image, data };
}

const lifted = (grey: number | undefined, lift: number): number => Math.min(255, (grey ?? 255) * lift);

/** Gives by how much each darker column or row must be made lighter. */
function liftsOf(image: GreyImage, of: 'columns' | 'rows'): Map<number, number> {
  const { width, height, data } = image;
  const count = of === 'columns' ? width : height;
  const length = of === 'columns' ? height : width;
  const [each, along] = of === 'columns' ? [1, width] : [width, 1];
  const levels = Uint8Array.from({ length: count }, (_, at) => {
    const seen = new Uint8Array(Math.ceil(length / rowsSeen));
    for (let to = 0; to < seen.length; to++) seen[to] = data[at * each + to * rowsSeen * along] ?? 255;
    return seen.sort()[Math.floor(seen.length * 0.75)] ?? 255;
  });
  const lifts = new Map<number, number>();
  for (const [at, level] of levels.entries()) {
    const around = levels.slice(Math.max(0, at - neighbourhood), at + neighbourhood + 1).sort();
    const paper = around[around.length >> 1] ?? 255;
    if (level < paper * darker && level > 10) lifts.set(at, paper / level);
  }
  // A broad band is a shadow or the edge of the sheet, no line of dirt.
  return lifts.size > count * 0.05 ? new Map() : lifts;
}
