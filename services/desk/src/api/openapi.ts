import { OpenAPIHono, z } from '@hono/zod-openapi';
import { apiRooms, type Operation } from './operation.ts';
import { operations } from './operations.ts';
import { leftToPersons } from './left-to-persons.ts';
import { requestsAMinuteMax } from './minute-count.ts';
import { problem } from './shapes.ts';

const refused = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
});

/** What any operation may answer. */
const anyOperation = {
  401: refused('No key, or one that serves no more.'),
  403: refused('Not allowed to whose key it is.'),
  429: refused('Too many attempts with what begins like this key, or too many requests in this minute.'),
  503: refused('Not now: nothing was done; try again after `Retry-After` seconds.'),
};

const replayed = {
  'Idempotent-Replayed': z.string().optional().openapi({ description: '`true` when sent again.' }),
};

/**
 * Describes the JSON API of the desk.
 *
 * Guarantee: made from the table that the routes are made from, and from the schemas that requests are read with.
 */
export function openApiDocument(deskUrl?: string): object {
  const app = new OpenAPIHono();
  const { openAPIRegistry: registry } = app;
  registry.registerComponent('securitySchemes', 'key', {
    type: 'http',
    scheme: 'bearer',
    description: 'A key that a member of the staff makes on the page of their account.',
  });
  for (const one of operations) registry.registerPath(pathOf(one));
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Guichet, the desk',
      version: '1.0.0',
      description: [
        'What staff do at the desk, for their own programs, with their permissions. Who asks is told by a key; no cookie is read.',
        `At most ${requestsAMinuteMax} requests a minute. A change of the password revokes its owner’s keys.`,
        'Left to a person, signed in, on the page named here:',
        ...Object.values(leftToPersons).map(({ does, page }) => `- ${does} (\`${page}\`)`),
      ].join('\n'),
      license: { name: 'EUPL-1.2' },
    },
    servers: [{ url: deskUrl ?? '/' }],
    tags: apiRooms.filter((room) => operations.some((one) => one.room === room)).map((name) => ({ name })),
    security: [{ key: [] }],
  });
}

function pathOf(one: Operation): Parameters<OpenAPIHono['openAPIRegistry']['registerPath']>[0] {
  const names = [...one.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const { answer, query } = one;
  const given =
    answer === undefined
      ? { 204: { description: 'Done.' } }
      : {
          [one.status ?? 200]: {
            description: 'Done.',
            ...(one.once ? { headers: z.object(replayed) } : {}),
            content:
              answer === 'file'
                ? { '*/*': { schema: z.string().openapi({ format: 'binary' }) } }
                : { 'application/json': { schema: answer } },
          },
        };
  return {
    method: one.method,
    path: `/api/v1${one.path}`,
    operationId: one.id,
    summary: one.summary,
    description: [one.description, `Permission: \`${one.permission}\`.`].filter(Boolean).join(' '),
    tags: [one.room],
    request: {
      ...(names.length === 0
        ? {}
        : { params: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) }),
      ...(query instanceof z.ZodObject ? { query } : {}),
      ...(one.once
        ? {
            headers: z.object({
              'Idempotency-Key': z.string().min(16).max(255).openapi({
                description: 'Made by the client, one a request: sent again with it, nothing is done twice.',
              }),
            }),
          }
        : {}),
      ...bodyOf(one),
    },
    responses: { ...given, ...anyOperation, ...refusalsOf(one, names) },
  };
}

function bodyOf({ body, takesFiles, example }: Operation) {
  if (takesFiles)
    return {
      body: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: z.object({ file: z.array(z.string().openapi({ format: 'binary' })) }),
          },
        },
      },
    };
  if (body === undefined) return {};
  const media = { schema: body, ...(example === undefined ? {} : { example }) };
  return { body: { required: !body.safeParse({}).success, content: { 'application/json': media } } };
}

function refusalsOf(
  { body, takesFiles, query, once, method, names404 }: Operation,
  names: readonly string[],
) {
  const reads = body !== undefined || takesFiles === true;
  return {
    ...(body || once ? { 400: refused('A body that is not JSON, or no `Idempotency-Key`.') } : {}),
    ...(names.length > 0 || names404 ? { 404: refused('None of this name, or another team’s.') } : {}),
    ...(method === 'get'
      ? {}
      : {
          409: refused('In conflict with what stands (`changes`), or the request of this key is being done.'),
        }),
    ...(names.length > 0 ? { 410: refused('The data were destroyed.') } : {}),
    ...(reads ? { 413: refused('The body is too large.'), 415: refused('A body of another kind.') } : {}),
    ...(reads || query ? { 422: refused('Something is missing or wrong (`errors`).') } : {}),
  };
}
