import type { AddressIndex, FoundAddress } from '../grammar/address-index.ts';

/** An address index that is being filled. */
export interface GrowingIndex extends AddressIndex {
  /** Adds a building; its postal code alone where the number can't be keyed. */
  add(address: FoundAddress & { postalCode: string; civic?: string }): void;
}

/**
 * Makes an empty address index to fill.
 *
 * Guarantee: a street told many times takes the room of one, and is found once for each number.
 */
export function growAddressIndex(): GrowingIndex {
  const streets = new Map<string, FoundAddress>();
  const byCode = new Map<string, Map<string, FoundAddress[]>>();
  return {
    hasPostalCode: (code) => byCode.has(code),
    find: (postalCode, civic) => byCode.get(postalCode)?.get(civic) ?? [],
    add({ street, municipality, province, postalCode, civic }) {
      const buildings = held(byCode, postalCode, () => new Map());
      if (civic === undefined) return;
      const name = `${street}\n${municipality}\n${province}`;
      const address = held(streets, name, () => ({ street, municipality, province }));
      const found = held(buildings, civic, () => []);
      if (!found.includes(address)) found.push(address);
    },
  };
}

function held<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
