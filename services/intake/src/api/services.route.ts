import type { CompiledService } from '@guichet/catalogue';
import { DeskError } from '@guichet/kernel';
import { Hono } from 'hono';
import type { z } from '@hono/zod-openapi';
import type { DoorDeps, DoorEnv } from '../door.ts';
import { openApiDocument } from './openapi.ts';
import type { serviceDetail, serviceSummary } from './schemas.ts';

/** Gives programs the services, their questions, and the description of the API. */
export function servicesRoute({ desk, publicUrl }: DoorDeps): Hono<DoorEnv> {
  const app = new Hono<DoorEnv>();
  const document = JSON.stringify(openApiDocument(publicUrl));
  const json = { 'content-type': 'application/json', 'cache-control': 'no-cache' };

  app.get('/openapi.json', (c) => c.body(document, 200, json));

  app.get('/api/v1/services', (c) =>
    c.body(JSON.stringify({ services: desk.catalogue.services.map(summaryOf) }), 200, json),
  );

  app.get('/api/v1/services/:code', (c) => {
    const service = desk.catalogue.find(c.req.param('code'));
    if (!service) throw new DeskError('not-found', 'unknown-service');
    const etag = `"${service.hash}"`;
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, { etag });
    return c.body(JSON.stringify(detailOf(service)), 200, { ...json, etag });
  });
  return app;
}

function summaryOf({ definition }: CompiledService): z.output<typeof serviceSummary> {
  const { code, version, name, summary, theme } = definition;
  return { code, version, name, summary, theme, href: `/api/v1/services/${code}` };
}

/** What the desk does with a request (teams, retention, words of decisions) is its own affair. */
function detailOf({ definition, hash, questions }: CompiledService): z.output<typeof serviceDetail> {
  const { code, version, name, summary, legalBasis, audience, theme, who, clocks, fee, next } = definition;
  const asked = questions.map((question) => ({ ...question }));
  return {
    code,
    version,
    hash,
    name,
    summary,
    legalBasis,
    audience,
    theme,
    who,
    clocks,
    ...(fee ? { fee } : {}),
    next,
    questions: asked,
  };
}
