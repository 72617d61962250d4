import type { FieldReading } from '../letter-reading.ts';

/**
 * Gives fields the entry of the answer they belong to: an entry left blank on paper is none, and those after it move up.
 *
 * Shape: entries left blank come after the others, so that no field is lost.
 */
export function alignEntries(fields: readonly FieldReading[]): FieldReading[] {
  const entries = new Map<string, { at: number; blank: boolean }[]>();
  for (const { path, text } of fields) {
    const [, group, at] = entryOf(path);
    if (group === undefined) continue;
    const seen = entries.get(group) ?? [];
    const held = seen.find((one) => one.at === Number(at));
    if (held === undefined) seen.push({ at: Number(at), blank: text === '' });
    else held.blank &&= text === '';
    entries.set(group, seen);
  }
  for (const seen of entries.values()) seen.sort((a, b) => Number(a.blank) - Number(b.blank) || a.at - b.at);
  return fields.map((field) => {
    const [, group, at, rest] = entryOf(field.path);
    if (group === undefined) return field;
    const to = entries.get(group)?.findIndex((one) => one.at === Number(at));
    return { ...field, path: `${group}.${to}.${rest}` };
  });
}

function entryOf(path: string): (string | undefined)[] {
  return /^([^.]+)\.(\d+)\.(.+)$/.exec(path) ?? [];
}
