import { definitionSchema } from '../json-schema.ts';

let known: ReadonlySet<string> | undefined;

/** Lists every key that the language of service definitions has, at any place. */
export function knownKeys(): ReadonlySet<string> {
  known ??= collect(definitionSchema(), new Set());
  return known;
}

function collect(schema: unknown, keys: Set<string>): Set<string> {
  if (typeof schema !== 'object' || schema === null) return keys;
  for (const [name, member] of Object.entries(schema)) {
    if (name === 'properties' && typeof member === 'object' && member !== null) {
      for (const key of Object.keys(member)) keys.add(key);
    }
    collect(member, keys);
  }
  return keys;
}
