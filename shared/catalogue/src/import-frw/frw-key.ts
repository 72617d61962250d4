/** The longest key of the language. */
const longest = 40;

/**
 * Makes a key from a name of a form: `NomFamille` is `nom-famille`.
 *
 * Guarantee: fits the language, and is not one of `taken`, to which it is added.
 */
export function frwKey(name: string, taken: Set<string>): string {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  // Keys of what Guichet asks by itself start otherwise.
  const plain = /^[a-z]/.test(words) && !/^(reply|behalf)-/.test(words) ? words : `q-${words}`;
  const base = cut(plain.replace(/-$/, ''), longest);
  let key = base;
  for (let count = 2; taken.has(key); count += 1) key = `${cut(base, longest - 3)}-${count}`;
  taken.add(key);
  return key;
}

const cut = (text: string, length: number): string => text.slice(0, length).replace(/-+$/, '');
