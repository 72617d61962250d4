/**
 * Makes what depends on a list of services once, and keeps it for as long as that very list is on offer.
 *
 * Guarantee: a changed offer is another list, so nothing of the old one is said.
 */
export function remembered<List extends object, Value>(
  make: (list: List, about: string) => Value,
): (list: List, about: string) => Value {
  const known = new WeakMap<List, Map<string, Value>>();
  return (list, about) => {
    const values = known.get(list) ?? new Map<string, Value>();
    if (!known.has(list)) known.set(list, values);
    const found = values.get(about);
    if (found !== undefined) return found;
    const made = make(list, about);
    values.set(about, made);
    return made;
  };
}
