import {
  batchBytesMax,
  claimRequest,
  forgetRequest,
  may,
  readCase,
  type RequestKey,
  requestKey,
  settleRequest,
} from '@guichet/casework';
import { DeskError, type Id, idOfHash, isDeskError, type Reference } from '@guichet/kernel';
import { bodyLimit, idempotencyKey, storedFile } from '@guichet/platform/http';
import { Hono } from 'hono';
import type { DeskDeps, DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { apiRefusal, descriptionAt, isApi } from './api-refusal.ts';
import { findHolder } from './find-holder.ts';
import { openApiDocument } from './openapi.ts';
import type { Asked, GivenFile, Operation } from './operation.ts';
import { operations } from './operations.ts';
import { readBodyOf, readFiles, readParams, readQuery } from './read-asked.ts';

/** Gives the description of the API, made once: whoever asks was let in before. */
export function apiDescription({ deskUrl }: DeskDeps): (c: DeskRequest) => Response {
  const document = JSON.stringify(openApiDocument(deskUrl));
  return (c) =>
    c.body(document, 200, { 'content-type': 'application/json', 'cache-control': 'private, no-cache' });
}

/** Lets programs do, by the key of a member of the staff, what the pages of the desk do. */
export function apiRoutes(deps: DeskDeps, describe: (c: DeskRequest) => Response): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  const holder = findHolder(deps);
  // Without a key, the page's own gate asks for a session.
  app.use(descriptionAt, (c, next) => (isApi(c) ? holder(c, next) : next()));
  app.get(descriptionAt, (c, next) => (c.get('holder') ? describe(c) : next()));
  app.use('/api/*', holder, bodyLimit(batchBytesMax));
  for (const one of operations)
    app.on(one.method.toUpperCase(), `/api/v1${one.path.replaceAll(/\{(\w+)\}/g, ':$1')}`, (c) =>
      answer(c, deps, one),
    );
  app.all('/api/*', () => {
    throw new DeskError('not-found', 'not-found');
  });
  return app;
}

async function answer(c: DeskRequest, deps: DeskDeps, one: Operation): Promise<Response> {
  const ctx = c.get('holder');
  if (!ctx || !may(ctx.actor, one.permission))
    throw new DeskError('not-allowed', 'not-allowed', { detail: `needs ${one.permission}` });
  const params = readParams(c, one);
  const query = readQuery(c, one);
  const files = one.takesFiles ? await readFiles(c) : [];
  const read = (await readBodyOf(c, one)) as { version?: number } | undefined;
  const { version, body } = one.sees ? seenIn(read) : { version: undefined, body: read ?? {} };
  const key = one.once
    ? requestKey(ctx, { asked: `${one.id} ${c.req.path}`, key: idempotencyKey(c), body })
    : undefined;
  const isRepeat = key !== undefined && (await claimRequest(ctx, key)) === 'known';
  const asked: Asked = {
    ctx: version === undefined ? ctx : { ...ctx, seen: version },
    deps,
    params,
    reference: (params['reference'] ?? '') as Reference,
    id: <Brand extends string>(name = 'id') => (params as Record<string, string>)[name] as Id<Brand>,
    once: <Brand extends string>() => idOfHash<Brand>((key as RequestKey).hash),
    ...(key ? { requestKey: key } : {}),
    query: query as undefined,
    body: body as unknown as undefined,
    files,
  };
  const value = await one.call(asked).catch(async (error: unknown) => {
    // What can't be forgotten now is done again a while later.
    if (key && !isRepeat) await forgetRequest(ctx, key).catch(() => undefined);
    return conflictTold(c, deps, one, asked, error);
  });
  if (value instanceof Response) return value;
  if (key) await (one.gives?.(value) === false ? forgetRequest : settleRequest)(ctx, key);
  if (isRepeat) c.header('idempotent-replayed', 'true');
  c.header('content-language', c.get('language'));
  if (one.answer === 'file') return storedFile(c, value as GivenFile);
  if (one.answer === undefined) return c.body(null, 204);
  // What is not described is not told.
  return c.json(one.answer.parse(value) as object, one.status ?? 200);
}

/** Takes the version of the case that was seen out of a body. */
function seenIn(read: { version?: number } = {}): { version: number | undefined; body: object } {
  const { version, ...body } = read;
  return { version, body };
}

/** Tells a save on an older version of a case what changed since it was seen. */
async function conflictTold(
  c: DeskRequest,
  { log }: DeskDeps,
  one: Operation,
  { ctx, reference }: Asked,
  error: unknown,
): Promise<Response> {
  if (!one.sees || ctx.seen === undefined || !isDeskError(error) || error.publicKey !== 'case-changed')
    throw error;
  const { seen: since, ...reading } = ctx;
  const { version, changes } = await readCase(reading, { reference, since });
  return apiRefusal(log, error, c, { version, changes: changes ?? [] });
}
