import { isField, type LayoutItem } from './form-layout.ts';

/**
 * Puts the items of a page in the order in which they are to be heard: options set in columns go down each column.
 *
 * Shape: an option is its box, then its words; the items of a layout come row by row.
 */
export function readingOrder(items: readonly LayoutItem[]): LayoutItem[] {
  const heard: LayoutItem[] = [];
  for (let at = 0; at < items.length; ) {
    const options: LayoutItem[][] = [];
    const of = ownerOf(items[at]);
    while (of !== undefined && ownerOf(items[at]) === of) {
      const [box, words] = [items[at], items[at + 1]];
      const option = [box, ...(words?.kind === 'text' ? [words] : [])].filter((one) => one !== undefined);
      options.push(option);
      at += option.length;
    }
    const item = items[at];
    if (options.length > 0) heard.push(...options.sort(byColumn).flat());
    else if (item !== undefined) {
      heard.push(item);
      at += 1;
    }
  }
  return heard;
}

/** The question that a box for one option belongs to. */
function ownerOf(item: LayoutItem | undefined): string | undefined {
  if (item?.kind === 'check') return item.path;
  if (item?.kind === 'comb' && item.shape === 'rank') return item.path.slice(0, item.path.lastIndexOf('.'));
  return undefined;
}

function byColumn([a]: LayoutItem[], [b]: LayoutItem[]): number {
  if (a === undefined || b === undefined || !isField(a) || !isField(b)) return 0;
  return a.place.x - b.place.x || a.place.y - b.place.y;
}
