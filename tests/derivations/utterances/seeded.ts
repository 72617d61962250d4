/** Makes chance that falls the same way each time for a seed. Source: the mulberry32 generator */
export function seeded(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  /** Both ends are within. */
  const within = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    within,
    coin: (): boolean => next() < 0.5,
    digits: (count: number): string => Array.from({ length: count }, () => within(0, 9)).join(''),
    from<T>(list: readonly T[]): T {
      const one = list[within(0, list.length - 1)];
      if (one === undefined) throw new Error('nothing to choose from');
      return one;
    },
  };
}
