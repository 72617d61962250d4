import { isField, type LayoutItem } from './form-layout.ts';

/**
 * Puts the items of a page in the order in which they are to be heard: options set in columns go down each column.
 *
 * Shape: an option is its box, then its words; the items of a layout come row by row.
 */
export function readingOrder(items: readonly LayoutItem[]): LayoutItem[] {
  const heard: LayoutItem[] = [];
  let options: LayoutItem[][] = [];
  let owner: string | undefined;
  const end = () => {
    heard.push(...options.sort(byColumn).flat());
    options = [];
  };
  for (const [at, item] of items.entries()) {
    const of = ownerOf(item);
    const isWordsOfOption = item.kind === 'text' && at > 0 && ownerOf(items[at - 1]) !== undefined;
    if (isWordsOfOption) options.at(-1)?.push(item);
    else if (of === undefined) {
      end();
      heard.push(item);
    } else {
      if (of !== owner) end();
      options.push([item]);
    }
    if (!isWordsOfOption) owner = of;
  }
  end();
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
