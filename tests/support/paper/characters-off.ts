/** Counts the characters to add, drop or change for what was read to be what was written; breaks and spaces count as one space. */
export function charactersOff(read: string, written: string): number {
  const [from, to] = [flat(read), flat(written)];
  let before = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let row = 1; row <= from.length; row++) {
    const now = [row];
    for (let at = 1; at <= to.length; at++) {
      const changed = (before[at - 1] ?? 0) + (from[row - 1] === to[at - 1] ? 0 : 1);
      now.push(Math.min(changed, (before[at] ?? 0) + 1, (now[at - 1] ?? 0) + 1));
    }
    before = now;
  }
  return before[to.length] ?? 0;
}

const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
