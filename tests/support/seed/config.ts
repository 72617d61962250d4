/** Any number does for an everyday run: it makes one commit give one verdict. */
const everyday = 1867;

/** Gives the seed of the examples that tests make up: GUICHET_SEED, a whole number, or that of every day. */
export function seedOfRun(): number {
  const seed = Number(process.env['GUICHET_SEED'] ?? everyday);
  if (!Number.isInteger(seed)) throw new Error('GUICHET_SEED is a whole number');
  return seed;
}
