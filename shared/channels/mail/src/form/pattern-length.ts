/**
 * Gives the greatest number of characters that a flat pattern accepts, such as `^\d{6}$` or `[A-Z]{4}\d{8}`.
 *
 * Shape: undefined for patterns with groups, alternatives or no upper bound; the caller then goes by the example.
 */
export function patternLength(pattern: string): number | undefined {
  const body = pattern.replace(/^\^/, '').replace(/\$$/, '');
  const piece = /(\\[dwDWsS]|\\.|\[(?:\\.|[^\]])+\]|[^\\[\](){}|*+?^$])(\{(\d+)(,(\d*))?\}|[*+?])?/y;
  let length = 0;
  while (piece.lastIndex < body.length) {
    const match = piece.exec(body);
    if (match === null) return undefined;
    const [, , quantifier, least, range, most] = match;
    if (quantifier === '*' || quantifier === '+') return undefined;
    if (quantifier === undefined || quantifier === '?') length += 1;
    else if (range === undefined) length += Number(least);
    else if (most === undefined || most === '') return undefined;
    else length += Number(most);
  }
  return length;
}
