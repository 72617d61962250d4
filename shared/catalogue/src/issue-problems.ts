import type { z } from 'zod';
import type { Problem } from './compiled.ts';

/** Says what is wrong with the body of a request as problems, by path in the body. */
export function issueProblems(error: z.ZodError, body: unknown): Problem[] {
  return error.issues.flatMap((issue): Problem[] => {
    const path = issue.path.join('.');
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        path: [...issue.path, key].join('.').slice(0, 200),
        code: 'unknown-question',
      }));
    if (issue.code === 'invalid_value') return [{ path, code: 'not-an-option' }];
    if (issue.code === 'too_big') return [{ path, code: 'too-long', params: { max: Number(issue.maximum) } }];
    return [{ path, code: isMissing(body, issue.path) ? 'required' : 'wrong-type' }];
  });
}

function isMissing(body: unknown, path: readonly PropertyKey[]): boolean {
  let at = body;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return false;
    if (!Object.hasOwn(at, key)) return true;
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return false;
}
