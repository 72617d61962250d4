/** One measured figure beside what it is held against, both of the same run. */
export interface Figure {
  what: string;
  /** Measured, with its unit in the text. */
  ours: string;
  against: string;
  /** Ours over the other, or the share of the limit used; the only number that travels between machines. */
  ratio: number;
  aim: string;
  holds: boolean;
}

/** Writes figures as a table for people. */
export function printFigures(figures: readonly Figure[]): void {
  for (const { what, ours, against, ratio, aim, holds } of figures) {
    console.log(
      `${holds ? 'ok ' : 'NOT'} ${what}\n      ${ours} | against ${against} | ratio ${ratio.toFixed(2)} | aim ${aim}`,
    );
  }
}

/** Gives a share of sorted values, e.g. `share(times, 0.99)`. */
export function share(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? Number.NaN;
}
