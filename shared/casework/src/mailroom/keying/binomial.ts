/** Gives the chance of at least `wrong` errors among `asked` when each is wrong with probability `rate`. */
export function chanceOfAtLeast(wrong: number, asked: number, rate: number): number {
  if (wrong <= 0) return 1;
  if (rate <= 0) return 0;
  if (rate >= 1) return 1;
  // Summed from none up in logarithms: factorials of thousands hold in no number.
  let below = 0;
  let logTerm = asked * Math.log1p(-rate);
  for (let count = 0; count < wrong; count += 1) {
    below += Math.exp(logTerm);
    logTerm += Math.log((asked - count) / (count + 1)) + Math.log(rate) - Math.log1p(-rate);
  }
  return Math.max(0, 1 - below);
}

/**
 * Gives the interval in which the true rate lies, 95 times in 100.
 *
 * Shape: exact, so never narrower than promised; 0 to 1 where nothing was asked.
 * Source: Clopper and Pearson, Biometrika 26 (1934)
 */
export function errorInterval(wrong: number, asked: number): { low: number; high: number } {
  if (asked === 0) return { low: 0, high: 1 };
  const low = wrong === 0 ? 0 : rateAt((rate) => chanceOfAtLeast(wrong, asked, rate) - 0.025);
  const high = wrong === asked ? 1 : rateAt((rate) => chanceOfAtLeast(wrong + 1, asked, rate) - 0.975);
  return { low, high };
}

/** Finds where a rising function crosses zero between 0 and 1. */
function rateAt(rising: (rate: number) => number): number {
  let [from, to] = [0, 1];
  for (let step = 0; step < 60; step += 1) {
    const middle = (from + to) / 2;
    if (rising(middle) < 0) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}
