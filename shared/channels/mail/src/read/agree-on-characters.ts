import type { NamedCharacter } from './characters/name-character.ts';

/** What readers of two kinds saw in a row of boxes, one character a box. */
export interface CharacterVotes {
  /** Each box by itself, by the edges of what stands in it. */
  readonly alone: readonly NamedCharacter[];
  /** The row as a line, by networks that read lines; undefined when one saw more or fewer characters than there are. */
  readonly lines: readonly (string | undefined)[];
}

/** One character a box, and whether readers of two kinds stand behind each. */
export interface AgreedCharacters {
  readonly letters: string[];
  readonly isSure: boolean;
}

/** What a box's own reader is this sure of stands when one line says the same. */
const oddsMin = 0.6;
/** It may be less sure where two lines agree with it, and no more sure of something else where two agree against it. */
const oddsAgainstMax = 0.6;

/**
 * Gives the character of each box that most readers saw, sure when they are of two kinds, or two lines that nothing speaks
 * against.
 *
 * Guarantee: pure; never knows what a number or a code ought to be.
 */
export function agreedCharacters({ alone, lines }: CharacterVotes): AgreedCharacters {
  let isSure = true;
  const letters = alone.map(({ character, odds }, at) => {
    const seen = lines.flatMap((line) => line?.[at] ?? []);
    const backing = seen.filter((letter) => letter === character).length;
    if (backing > 0 && (odds >= oddsMin || (backing > 1 && backing === seen.length))) return character;
    const [first, second] = seen;
    if (first !== undefined && first === second && odds < oddsAgainstMax) return first;
    isSure = false;
    return first !== undefined && first === second ? first : character;
  });
  return { letters, isSure };
}
