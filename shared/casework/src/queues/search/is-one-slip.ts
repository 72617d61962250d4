/** Tells whether one letter left out, put in, replaced, or exchanged with its neighbour makes one word of the other; numbers are alike only when they are the same. */
export function isOneSlip(one: string, other: string): boolean {
  if (one === other) return true;
  if (/^\d+$/.test(one) && /^\d+$/.test(other)) return false;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return (
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
  );
}
