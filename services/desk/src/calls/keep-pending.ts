import { type Answers, isPending } from '@guichet/catalogue';

/**
 * Puts the recordings of a call back where nothing was typed instead, so that they are transcribed later.
 *
 * Guarantee: what was typed wins; entries of a group keep their places.
 */
export function keepPending(
  raw: Readonly<Record<string, unknown>>,
  answers: Answers,
): Record<string, unknown> {
  const kept: Record<string, unknown> = { ...raw };
  for (const [key, value] of Object.entries(answers)) {
    const merged = merge(kept[key], value);
    if (merged !== undefined) kept[key] = merged;
  }
  return kept;
}

function merge(typed: unknown, known: unknown): unknown {
  if (isPending(known)) return isBlank(typed) ? known : typed;
  if (!Array.isArray(known) || !Array.isArray(typed)) return typed;
  return typed.map((entry: unknown, index) => {
    const before: unknown = known[index];
    if (typeof entry !== 'object' || entry === null || typeof before !== 'object' || before === null)
      return entry;
    const members = Object.entries(before).filter(([, member]) => isPending(member));
    const held = members.map(([member, value]) => [member, merge(Reflect.get(entry, member), value)]);
    return { ...entry, ...Object.fromEntries(held) };
  });
}

function isBlank(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isBlank);
  return value === undefined || value === null || value === '';
}
