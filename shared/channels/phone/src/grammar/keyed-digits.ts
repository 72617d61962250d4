/**
 * Gives what was keyed after the last `*`, without the closing pound: `*` erases what came before it.
 *
 * Guarantee: empty when nothing is left, so that a lone `*` asks again.
 */
export function keyedDigits(digits: string): string {
  const erased = digits.slice(digits.lastIndexOf('*') + 1);
  return erased.replaceAll('#', '');
}
