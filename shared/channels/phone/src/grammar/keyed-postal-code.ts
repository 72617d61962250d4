/** The letters a telephone key carries. Source: ITU-T E.161. */
const letters: Record<string, string> = {
  2: 'ABC',
  3: 'DEF',
  4: 'GHI',
  5: 'JKL',
  6: 'MNO',
  7: 'PQRS',
  8: 'TUV',
  9: 'WXYZ',
};
/** Letters that no Canadian postal code holds; the first letter refuses two more. Source: Canada Post addressing guidelines. */
const never = 'DFIOQU';
const neverFirst = `${never}WZ`;
/** Québec's first letters come first among the readings offered. */
const quebec = 'GHJ';

/**
 * Gives every postal code that six keys, one a character, can mean; or the single one that nine keys (key, then rank of
 * the letter on it) mean. Empty when there is none.
 *
 * Shape: codes as `G1R 4S9`, Québec's first.
 */
export function keyedPostalCode(digits: string, exists: (code: string) => boolean = () => true): string[] {
  if (/^\d{9}$/.test(digits)) return byRank(digits).filter(exists);
  if (!/^\d{6}$/.test(digits)) return [];
  let codes = [''];
  for (const [position, key] of [...digits].entries()) {
    const characters = position % 2 === 0 ? lettersOn(key, position) : [key];
    codes = codes.flatMap((code) => characters.map((character) => code + character));
  }
  return codes.map(spaced).filter(exists).sort(quebecFirst);
}

function lettersOn(key: string, position: number): string[] {
  const refused = position === 0 ? neverFirst : never;
  return [...(letters[key] ?? '')].filter((letter) => !refused.includes(letter));
}

function byRank(digits: string): string[] {
  const [k1 = '', r1 = '', d1 = '', k2 = '', r2 = '', d2 = '', k3 = '', r3 = '', d3 = ''] = digits;
  const pairs = [
    [k1, r1],
    [k2, r2],
    [k3, r3],
  ].map(([key = '', rank = ''], index) => {
    const letter = letters[key]?.[Number(rank) - 1] ?? '';
    return (index === 0 ? neverFirst : never).includes(letter) ? '' : letter;
  });
  if (pairs.some((letter) => letter === '')) return [];
  return [spaced(`${pairs[0]}${d1}${pairs[1]}${d2}${pairs[2]}${d3}`)];
}

function spaced(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}

function quebecFirst(a: string, b: string): number {
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

function rank(code: string): number {
  return quebec.includes(code[0] ?? '') ? 0 : 1;
}

/** The first place where the candidates differ, with the letters found there. */
export function firstDifference(
  candidates: readonly string[],
): { position: number; letters: string[] } | undefined {
  for (let position = 0; position < 7; position += 1) {
    const found = [...new Set(candidates.map((code) => code[position] ?? ''))];
    if (found.length > 1) return { position, letters: found };
  }
  return undefined;
}
