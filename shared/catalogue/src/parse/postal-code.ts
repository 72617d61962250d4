const form = /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z]\d[ABCEGHJ-NPRSTV-Z]\d$/;

/**
 * Reads a Canadian postal code as `G1R 4S9`, whatever its case, spaces and dashes; undefined when it can't be one.
 *
 * Guarantee: a letter where a digit belongs is refused, never repaired.
 * Source: Canada Post: D, F, I, O, Q and U are not used; W and Z not in first place
 */
export function readPostalCode(text: string): string | undefined {
  const bare = text.toUpperCase().replace(/[\s\u2010-\u2015-]/g, '');
  return form.test(bare) ? `${bare.slice(0, 3)} ${bare.slice(3)}` : undefined;
}
