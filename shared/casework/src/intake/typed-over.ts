import { canonicalJson } from '@guichet/kernel';

/** What staff typed by one sending, question by question. */
export interface TypedChange {
  set: Readonly<Record<string, unknown>>;
  /** Questions whose answer was taken away. */
  cleared?: readonly string[];
}

/**
 * Tells what stands as typed by staff, over what the person answered, after a change; `null` where an answer was taken away.
 *
 * Guarantee: what agrees with the person is not held as typed, so that what they change later is seen; what was typed before
 *   under other questions stays, whoever typed it; pure.
 */
export function typedOver(
  said: Readonly<Record<string, unknown>>,
  before: Readonly<Record<string, unknown>>,
  { set, cleared = [] }: TypedChange,
): Record<string, unknown> {
  const typed = { ...before, ...set, ...Object.fromEntries(cleared.map((key) => [key, null])) };
  return Object.fromEntries(
    Object.entries(typed).filter(
      ([key, value]) => canonicalJson(value ?? null) !== canonicalJson(said[key] ?? null),
    ),
  );
}
