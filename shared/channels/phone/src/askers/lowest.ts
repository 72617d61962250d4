/** Gives the confidence of an answer said in several parts: that of the part least well heard; a missing one counts as none. */
export function lowest(before: number | undefined, confidence: number | undefined): number {
  return Math.min(before ?? 1, confidence ?? 0);
}
