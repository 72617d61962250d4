const nothing = /^[\s\u200b\u2060\ufeff\u00ad]*$/;

/**
 * Tells whether a raw value holds no answer at all: an empty field, a form's parts all empty, a list of empty entries.
 *
 * Guarantee: `false` and `0` are answers.
 */
export function isBlank(raw: unknown, depth = 0): boolean {
  if (raw === undefined || raw === null) return true;
  if (typeof raw === 'string') return nothing.test(raw);
  if (typeof raw !== 'object') return false;
  if (depth > 3) return false;
  return Object.values(raw).every((member) => isBlank(member, depth + 1));
}
