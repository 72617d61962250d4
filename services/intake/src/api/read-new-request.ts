import { issueProblems, type Problem } from '@guichet/catalogue';
import type { z } from 'zod';
import { newRequest } from './schemas.ts';

/** Reads the body of a new request. Errors: a list of problems, by path in the body. */
export function readNewRequest(
  body: unknown,
): { ok: true; value: z.output<typeof newRequest> } | { ok: false; problems: Problem[] } {
  const parsed = newRequest.safeParse(body);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, problems: issueProblems(parsed.error, body) };
}
