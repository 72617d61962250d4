import { problemWords } from '@guichet/catalogue';
import type { Language } from '@guichet/kernel';
import { errorWords } from '@guichet/pages';
import { type Logger, problemJson } from '@guichet/platform';
import { acceptLanguage } from '@guichet/platform/http';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { DeskRequest } from '../frame/desk-env.ts';
import { logFault } from '../frame/log-fault.ts';
import { Incomplete } from './incomplete.ts';

/** Where the description of the API is: for programs by a key, and for the signed-in. */
export const descriptionAt = '/openapi.json';

/** Tells whether a program asks. */
export function isApi(c: DeskRequest): boolean {
  const { path } = c.req;
  return path.startsWith('/api/') || (path === descriptionAt && c.req.header('authorization') !== undefined);
}

/** Gives the language in which a program is answered: the one it asks for, else that of whose key it has. */
export function apiLanguage(c: DeskRequest): Language {
  const asked = c.req.header('accept-language');
  return asked === undefined ? (c.get('language') ?? 'fr') : acceptLanguage(asked);
}

/**
 * Answers an error as problem+json, in the words that the pages have for it, and logs what is a fault of ours.
 *
 * Source: RFC 9457; RFC 6750 §3 (WWW-Authenticate)
 */
export function apiRefusal(log: Logger, error: unknown, c: DeskRequest, more: object = {}): Response {
  const { error: refused } = logFault(log, error, c);
  const language = apiLanguage(c);
  const { status, headers, body } = problemJson(refused, { requestId: c.get('requestId'), language });
  const errors =
    error instanceof Incomplete
      ? {
          errors: error.problems.map((problem) => ({
            path: problem.path,
            code: problem.code,
            words: problemWords(problem, error.service?.question(problem.path.split('.')[0] ?? ''), language),
          })),
        }
      : {};
  return c.body(
    JSON.stringify({ ...body, detail: errorWords(refused, language), ...errors, ...more }),
    status as ContentfulStatusCode,
    { ...headers, ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}) },
  );
}
