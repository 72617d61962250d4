/**
 * Gives the ways a second fact may have been stored, from how a person types or keys it.
 *
 * Shape: six digits are the status code; ten or eleven a telephone number (E.164); `A1A 1A1` a postal code; an `@` an e-mail.
 */
export function factForms(fact: string): string[] {
  const text = fact.trim();
  if (text.includes('@')) return [text.toLowerCase()];
  const compact = text.replace(/[\s().\-\u2011\u00a0]/g, '').toUpperCase();
  if (/^\d{6}$/.test(compact)) return [compact];
  if (/^\d{10}$/.test(compact)) return [`+1${compact}`];
  if (/^\+?1?\d{10}$/.test(compact)) return [`+${compact.replace(/^\+/, '')}`];
  if (/^\+\d{8,15}$/.test(compact)) return [compact];
  return [compact];
}
