/** Of the normal distribution: 95 of 100 lie within. */
const z = 1.96;

/**
 * Gives between what a share lies, 95 times out of 100, of which so many were seen.
 *
 * Source: Wilson, Probable Inference, the Law of Succession, and Statistical Inference (1927)
 */
export function intervalOf(share: number, count: number): { low: number; high: number } {
  const middle = share + z ** 2 / (2 * count);
  const reach = z * Math.sqrt((share * (1 - share)) / count + z ** 2 / (4 * count ** 2));
  const all = 1 + z ** 2 / count;
  return { low: (middle - reach) / all, high: (middle + reach) / all };
}
