const keys: Record<string, string> = {
  2: 'ABC',
  3: 'DEF',
  4: 'GHI',
  5: 'JKL',
  6: 'MNO',
  7: 'PQRS',
  8: 'TUV',
  9: 'WXYZ',
};

/** Gives the six keys of a postal code, one a character: `G1R 4S9` is 417479. */
export function keysOfPostalCode(code: string): string {
  return [...code.replace(' ', '')]
    .map((character) => Object.keys(keys).find((key) => keys[key]?.includes(character)) ?? character)
    .join('');
}
