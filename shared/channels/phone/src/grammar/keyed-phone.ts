/** Gives the E.164 number of ten keyed digits (eleven with the leading 1), or undefined when no North American number has that form. */
export function keyedPhone(digits: string): string | undefined {
  const national = digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits;
  return /^[2-9]\d{2}[2-9]\d{6}$/.test(national) ? `+1${national}` : undefined;
}
