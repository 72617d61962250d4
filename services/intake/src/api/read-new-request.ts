import type { Problem } from '@guichet/catalogue';
import type { z } from 'zod';
import { newRequest } from './schemas.ts';

/** Reads the body of a new request. Errors: a list of problems, by path in the body. */
export function readNewRequest(
  body: unknown,
): { ok: true; value: z.output<typeof newRequest> } | { ok: false; problems: Problem[] } {
  const parsed = newRequest.safeParse(body);
  if (parsed.success) return { ok: true, value: parsed.data };
  const problems = parsed.error.issues.flatMap((issue): Problem[] => {
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
  return { ok: false, problems };
}

function isMissing(body: unknown, path: readonly PropertyKey[]): boolean {
  const [key] = path;
  return key !== undefined && typeof body === 'object' && body !== null && !Object.hasOwn(body, key);
}
