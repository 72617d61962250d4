/** Shorter names are found as they are written only: with a letter less too many would be alike. */
const lettersMin = 4;

/**
 * Lists a name and all that is left of it with one letter out: two names share an entry when one slip of the keys lies between them.
 *
 * Guarantee: a number stands alone; with another digit it is another house.
 * Source: the symmetric delete of W. Garbe (SymSpell)
 */
export function oneLeftOut(name: string): string[] {
  if (name.length < lettersMin || /^\d+$/.test(name)) return [name];
  return [...new Set([name, ...Array.from(name, (_, at) => `${name.slice(0, at)}${name.slice(at + 1)}`)])];
}
