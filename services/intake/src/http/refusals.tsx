import { isDeskError } from '@guichet/kernel';
import { problemJson, refusalOf } from '@guichet/platform';
import { acceptLanguage } from '@guichet/platform/http';
import { errorWords, ErrorPage, type ErrorPageKind, errorPageWords } from '@guichet/pages';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { DoorDeps, DoorEnv } from '../door.ts';
import { drawPage } from '../web/draw-page.tsx';

/**
 * Answers an error: problem+json to programs, a page to people.
 *
 * Guarantee: nothing internal is told; a fault of ours is logged with the number that the person was given.
 */
export function answerRefusal(
  deps: DoorDeps,
  error: unknown,
  c: Context<DoorEnv>,
): Response | Promise<Response> {
  const requestId = c.get('requestId');
  const { error: refused, status, headers } = refusalOf(error);
  if (refused.code === 'broken') deps.log.error({ event: 'http.fault', requestId, err: error });
  else if (isDeskError(error))
    deps.log.info({ event: 'http.refused', requestId, code: error.code, publicKey: error.publicKey });
  if (c.req.path.startsWith('/api/')) {
    const language = acceptLanguage(c.req.header('accept-language'));
    const problem = problemJson(refused, { requestId, language });
    return c.body(
      JSON.stringify({ ...problem.body, detail: errorWords(refused, language) }),
      problem.status as ContentfulStatusCode,
      problem.headers,
    );
  }
  const language = c.get('language') ?? 'fr';
  const kind: ErrorPageKind = refused.publicKey === 'csrf' ? 'csrf' : refused.code;
  const message =
    refused.publicKey === refused.code || kind === 'csrf' || kind === 'broken'
      ? undefined
      : errorWords(refused, language);
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  return drawPage(
    deps,
    c,
    { title: errorPageWords(kind, language).title },
    <ErrorPage
      kind={kind}
      language={language}
      requestId={requestId}
      {...(message === undefined ? {} : { message })}
    />,
    status as ContentfulStatusCode,
  );
}
