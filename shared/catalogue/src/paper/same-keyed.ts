import { isDeepStrictEqual } from 'node:util';

/** Tells whether two persons keyed the same: capitals and spaces are how each types, not what is written. */
export function sameKeyed(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(folded(one), folded(other));
}

function folded(value: unknown): unknown {
  if (typeof value === 'string')
    return value.normalize('NFC').replaceAll('’', "'").replace(/\s+/g, ' ').trim().toLowerCase();
  if (Array.isArray(value)) return value.map(folded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, folded(part)]));
}
