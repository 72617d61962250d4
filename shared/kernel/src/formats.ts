const dates = new Map<string, Intl.DateTimeFormat>();
const numbers = new Map<string, Intl.NumberFormat>();

/**
 * Gives what writes dates in a locale and a manner, made once for each: making one takes longer than writing a page of dates, and
 * holds memory outside of the heap that no collection gives back soon.
 */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return once(dates, locale, options, () => new Intl.DateTimeFormat(locale, options));
}

/** Gives what writes numbers in a locale and a manner, made once for each, for the same reason. */
export function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  return once(numbers, locale, options, () => new Intl.NumberFormat(locale, options));
}

function once<T>(known: Map<string, T>, locale: string, options: object, make: () => T): T {
  const key = JSON.stringify([locale, options]);
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}
