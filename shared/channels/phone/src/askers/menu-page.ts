/** At most five choices are read at once; 9 goes on to the next five and, after the last, to the first. */
export const choicesMax = 5;

export interface MenuPage<T> {
  items: T[];
  page: number;
  more: boolean;
}

/** Cuts a list into pages that the ear can hold. */
export function menuPage<T>(items: readonly T[], page: number): MenuPage<T> {
  const pages = Math.max(1, Math.ceil(items.length / choicesMax));
  const at = page % pages;
  return { items: items.slice(at * choicesMax, (at + 1) * choicesMax), page: at, more: pages > 1 };
}
