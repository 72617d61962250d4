import { OpenAPIHono, z } from '@hono/zod-openapi';
import {
  newRequest,
  problem,
  receivedRequest,
  requestStatus,
  serviceDetail,
  serviceSummary,
} from './schemas.ts';

const said = {
  'Accept-Language': z.string().optional().openapi({ description: '`fr` or `en`, of the words in answers.' }),
};

const refused = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
});
const given = (description: string, schema: z.ZodType) => ({
  description,
  content: { 'application/json': { schema } },
});
const away = refused(
  'Not now: nothing was accepted; try again after `Retry-After` seconds with the same key.',
);

/**
 * Describes the JSON API.
 *
 * Guarantee: made from the schemas that requests are read with.
 */
export function openApiDocument(publicUrl: string): object {
  const app = new OpenAPIHono();
  const { openAPIRegistry: registry } = app;
  registry.registerPath({
    method: 'get',
    path: '/api/v1/services',
    operationId: 'listServices',
    summary: 'List the services',
    tags: ['Services'],
    responses: { 200: given('The services in force.', z.object({ services: z.array(serviceSummary) })) },
  });
  registry.registerPath({
    method: 'get',
    path: '/api/v1/services/{code}',
    operationId: 'readService',
    summary: 'Read a service with its questions',
    tags: ['Services'],
    request: { params: z.object({ code: z.string() }), headers: z.object(said) },
    responses: { 200: given('The service.', serviceDetail), 404: refused('No such service.') },
  });
  registry.registerPath({
    method: 'post',
    path: '/api/v1/requests',
    operationId: 'makeRequest',
    summary: 'Make a request',
    description:
      'Sent again with the same key and the same answers, gives the same answer and makes no second request.',
    tags: ['Requests'],
    request: {
      headers: z.object({
        ...said,
        'Idempotency-Key': z
          .string()
          .min(16)
          .max(255)
          .openapi({ description: 'Made by the client, one a request.' }),
      }),
      body: { required: true, content: { 'application/json': { schema: newRequest } } },
    },
    responses: {
      201: {
        ...given('Accepted.', receivedRequest),
        headers: z.object({
          'Idempotent-Replayed': z.string().optional().openapi({ description: '`true` when sent again.' }),
        }),
      },
      400: refused('No `Idempotency-Key`, or a body that is not JSON.'),
      403: refused('Sent by a page of another site.'),
      404: refused('No such service.'),
      413: refused('The body is too large.'),
      415: refused('The body is not `application/json`.'),
      422: refused('An answer is missing or wrong (`errors`), or the key was used for another request.'),
      503: away,
    },
  });
  registry.registerPath({
    method: 'get',
    path: '/api/v1/requests/{reference}',
    operationId: 'readRequest',
    summary: 'Read where a request stands',
    tags: ['Requests'],
    request: {
      params: z.object({ reference: z.string().openapi({ example: '1234567897' }) }),
      headers: z.object({
        ...said,
        'X-Request-Proof': z.string().openapi({
          description:
            'The status code, or the telephone number, email address or postal code given with the request.',
        }),
      }),
    },
    responses: {
      200: given('Where it stands.', requestStatus),
      404: refused('No such request, or the proof does not match.'),
      429: refused('Too many attempts on this reference.'),
      503: away,
    },
  });
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Guichet',
      version: '1.0.0',
      description: 'Ask for public services and follow requests. No cookie and no account.',
      license: { name: 'EUPL-1.2' },
    },
    servers: [{ url: publicUrl }],
    tags: [{ name: 'Services' }, { name: 'Requests' }],
    security: [],
  });
}
