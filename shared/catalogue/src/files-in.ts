import type { Problem } from './compiled.ts';

/** Finds originals named by answers: programs send none, so that one is another person's, and documents come by post or to the counter. */
export function filesIn(answers: Readonly<Record<string, unknown>>): Problem[] {
  return Object.entries(answers).flatMap(([path, value]): Problem[] =>
    typeof value === 'object' && value !== null && 'evidence' in value
      ? [{ path, code: 'not-an-option' }]
      : [],
  );
}
