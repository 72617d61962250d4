/** What is expected of one hour. */
export interface Expected {
  /** The mean of the same hour of the weeks before; null where too few are known. */
  mean: number | null;
  /** Of such an hour around the mean. */
  variance: number;
  /** Eight of ten such hours lie between the two. */
  low: number;
  high: number;
}

/** Fewer weeks tell nothing. */
export const weeksMin = 4;

/**
 * Tells what to expect of the hours of one day, from the same hours of the same weekday before.
 *
 * Shape: `weeks[i][h]` is what came in hour `h` of the i-th week before; weeks in which the day was closed are left out; `level` is how much
 *   busier it is of late, as `levelOf` tells
 * Guarantee: pure. The spread is how far such hours lay from their mean, over all hours of the day together, and never less than chance alone
 *   gives (Poisson); the band counts in that the mean itself is of few weeks.
 */
export function forecastOf(weeks: readonly (readonly number[])[], level = 1): Expected[] {
  const count = weeks.length;
  const hours = weeks[0]?.length ?? 24;
  if (count < weeksMin) return Array.from({ length: hours }, () => unknown);
  const means = Array.from({ length: hours }, (_, at) => sumOf(weeks.map((week) => week[at] ?? 0)) / count);
  const squares = sumOf(weeks.map((week) => sumOf(means.map((mean, at) => ((week[at] ?? 0) - mean) ** 2))));
  const spread = Math.max(1, squares / Math.max(1e-9, sumOf(means) * (count - 1)));
  return means.map((mean) => bandOf(mean * level, mean * level * spread * (1 + 1 / count)));
}

/** How many days of work tell how busy it is of late, and how many are too few to tell it against. */
const lateDays = 10;
const levelDaysMin = 20;

/**
 * Tells how much busier the last ten days of work were than all of them together: 1 where they were alike, or too few are known.
 *
 * Shape: what came on each day of work, newest first
 */
export function levelOf(totals: readonly number[]): number {
  const mean = (of: readonly number[]) => sumOf(of) / of.length;
  if (totals.length < levelDaysMin || sumOf(totals) === 0) return 1;
  return Math.min(2, Math.max(0.5, mean(totals.slice(0, lateDays)) / mean(totals)));
}

/** Adds up what is expected of several kinds of arrivals that do not depend on each other. */
export function sumExpected(parts: readonly Expected[]): Expected {
  if (parts.some(({ mean }) => mean === null)) return unknown;
  return bandOf(sumOf(parts.map(({ mean }) => mean ?? 0)), sumOf(parts.map(({ variance }) => variance)));
}

const unknown: Expected = { mean: null, variance: 0, low: 0, high: 0 };

/** The tenth and the ninetieth of a hundred counts of a mean and variance (negative binomial). */
function bandOf(mean: number, variance: number): Expected {
  const at = (share: number) => quantileOf(mean, Math.max(variance, mean * 1.000_001), share);
  return { mean, variance, low: at(0.1), high: at(0.9) };
}

/** Beyond this a count is as good as normal, and the first terms of its sum are too small to be numbers. */
const normalFrom = 200;
/** Of the normal distribution: a tenth lies beyond. */
const tenth = 1.2816;

function quantileOf(mean: number, variance: number, share: number): number {
  if (mean <= 0) return 0;
  if (mean > normalFrom)
    return Math.max(0, Math.round(mean + (share > 0.5 ? tenth : -tenth) * Math.sqrt(variance)));
  const size = mean ** 2 / (variance - mean);
  const stays = mean / variance;
  let chance = stays ** size;
  let reached = chance;
  let count = 0;
  while (reached < share && count < 100 * normalFrom) {
    chance *= ((count + size) / (count + 1)) * (1 - stays);
    reached += chance;
    count += 1;
  }
  return count;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
