import { filesIn, type Problem } from '@guichet/catalogue';
import { type AcceptedCase, acceptSubmission, as, findStatus } from '@guichet/casework';
import { DeskError, type Language } from '@guichet/kernel';
import { words } from '@guichet/pages';
import { problemJson } from '@guichet/platform';
import { acceptLanguage, idempotencyKey, readJson } from '@guichet/platform/http';
import { type Context, Hono } from 'hono';
import type { DoorDeps, DoorEnv } from '../door.ts';
import { fieldProblems } from '../web/field-problems.ts';
import { readNewRequest } from './read-new-request.ts';

/** Unit: bytes. */
const bytesMax = 1024 * 1024;

/**
 * Accepts requests from programs, and tells them where requests stand.
 *
 * Guarantee: one key, one case; the same key and answers give the same status and body again.
 */
export function requestsRoute(deps: DoorDeps): Hono<DoorEnv> {
  const app = new Hono<DoorEnv>();
  const desk = as(deps.desk, { kind: 'public', channel: 'api' });

  app.post('/api/v1/requests', async (c) => {
    refuseForeignPage(c);
    const key = idempotencyKey(c);
    const read = readNewRequest(await readJson(c, bytesMax));
    if (!read.ok) return incomplete(c, read.problems);
    const { service, version, language, answers } = read.value;
    const foreign = filesIn(answers);
    if (foreign.length > 0) return incomplete(c, foreign);
    const acceptance = await acceptSubmission(desk, {
      service,
      ...(version === undefined ? {} : { version }),
      channel: 'web',
      language,
      answers,
      idempotency: { scope: 'api', key },
    });
    if (acceptance.kind === 'incomplete') return incomplete(c, acceptance.problems, acceptance.service);
    if (acceptance.kind === 'already') {
      if (!acceptance.sameFacts) throw new DeskError('invalid', 'idempotency-key-reused');
      c.header('idempotent-replayed', 'true');
    }
    c.header('location', `/api/v1/requests/${acceptance.case.reference}`);
    c.header('content-type', 'application/json');
    return c.body(received(acceptance.case, language), 201);
  });

  app.get('/api/v1/requests/:reference', async (c) => {
    const status = await findStatus(desk, {
      reference: c.req.param('reference'),
      fact: c.req.header('x-request-proof') ?? '',
    });
    const language = acceptLanguage(c.req.header('accept-language'));
    const said = words(language).walk.status;
    const outcomes = desk.catalogue.find(status.serviceCode, status.serviceVersion)?.definition.outcomes;
    const { reference, state, outcome, depositedAt, dueAt, closedAt, letter } = status;
    c.header('content-language', language);
    return c.json({
      reference,
      service: status.serviceCode,
      version: status.serviceVersion,
      state,
      stateWords: {
        received: said.open,
        'in-progress': said.working,
        'waiting-for-you': said.paused,
        closed: said.closed,
      }[state],
      outcome,
      outcomeWords: outcomes?.find((one) => one.key === outcome)?.label[language] ?? null,
      depositedAt,
      dueAt,
      closedAt,
      letterPostedAt: letter?.postedAt ?? null,
      letterReturned: letter?.isReturned ?? false,
    });
  });
  return app;
}

function incomplete(
  c: Context<DoorEnv>,
  problems: readonly Problem[],
  service?: AcceptedCase['service'],
): Response {
  const language = acceptLanguage(c.req.header('accept-language'));
  const { status, headers, body } = problemJson(new DeskError('invalid', 'invalid'), {
    requestId: c.get('requestId'),
    language,
  });
  const errors = fieldProblems(service, problems, language).map(({ path, code, message }) => ({
    path,
    code,
    words: message,
  }));
  return c.body(
    JSON.stringify({ ...body, detail: words(language).errors.keys.invalid(), errors }),
    status as 422,
    headers,
  );
}

/** The API knows no cookie: what a page of another site sends can only be an attempt to use a person's browser. */
function refuseForeignPage(c: Context): void {
  const site = c.req.header('sec-fetch-site');
  if (site === 'cross-site' || site === 'same-site')
    throw new DeskError('not-allowed', 'csrf', { detail: 'API post by a foreign page' });
}

function received({ reference, statusCode, dueAt, service }: AcceptedCase, language: Language): string {
  const { code, version, next } = service.definition;
  return JSON.stringify({
    reference,
    statusCode,
    service: code,
    version,
    dueAt,
    next: next[language],
    href: `/api/v1/requests/${reference}`,
  });
}
