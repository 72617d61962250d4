/**
 * Gives for each word of one reading the word of another that stands at its place: by their order where both have as many,
 * else by the words that both have alike and as many between them; several in the place of one are put together.
 *
 * Guarantee: pure; a word without a counterpart has none, however alike its neighbours are.
 */
export function alignedWords(
  mine: readonly string[],
  theirs: readonly string[],
  isSame: (word: string, seen: string) => boolean,
): (string | undefined)[] {
  if (mine.length === theirs.length) return [...theirs];
  const aligned: (string | undefined)[] = mine.map(() => undefined);
  let [from, first] = [0, 0];
  for (const [at, place] of [...common(mine, theirs, isSame), [mine.length, theirs.length] as const]) {
    if (at - from === place - first) for (let n = from; n < at; n++) aligned[n] = theirs[first + n - from];
    // Type set wide apart is read as two words by one reader and as one by another.
    else if (at - from === 1) aligned[from] = theirs.slice(first, place).join('') || undefined;
    if (at < mine.length) aligned[at] = theirs[place];
    [from, first] = [at + 1, place + 1];
  }
  return aligned;
}

/** The longest row of words that both have in one order. */
function common(
  mine: readonly string[],
  theirs: readonly string[],
  isSame: (word: string, seen: string) => boolean,
): (readonly [number, number])[] {
  const width = theirs.length + 1;
  const longest = new Uint16Array((mine.length + 1) * width);
  const at = (row: number, column: number) => longest[row * width + column] ?? 0;
  for (let row = mine.length - 1; row >= 0; row--)
    for (let column = theirs.length - 1; column >= 0; column--)
      longest[row * width + column] = isSame(mine[row] ?? '', theirs[column] ?? '')
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1));
  const pairs: (readonly [number, number])[] = [];
  let [row, column] = [0, 0];
  while (row < mine.length && column < theirs.length) {
    if (isSame(mine[row] ?? '', theirs[column] ?? '')) pairs.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}
