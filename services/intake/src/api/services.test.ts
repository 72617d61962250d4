import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { openTestDoor } from '../../test/open-test-door.ts';

const desk = await useDesk();
const { app } = openTestDoor(desk);

it('the description of the API is valid OpenAPI 3.1, and names every address of the API', async () => {
  const document = (await (await app.request('/openapi.json')).json()) as {
    paths: Record<
      string,
      Record<string, { operationId?: string; responses: Record<string, { description: string }> }>
    >;
  };
  const { valid, errors } = await new Validator().validate(structuredClone(document));
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
  );
  const served = app.routes
    .filter(({ path, method }) => path.startsWith('/api/') && method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`);
  expect(described.sort()).toEqual(served.sort());
  const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(operations.length);
  for (const { responses } of operations)
    for (const { description } of Object.values(responses)) expect(description).not.toBe('');
});

it('a program reads from a service every question it has to answer, those of the reply included', async () => {
  const { services } = (await (await app.request('/api/v1/services')).json()) as {
    services: { code: string; href: string }[];
  };
  const offered = desk.ctx.catalogue.services.map(({ definition }) => definition.code);
  expect(services.map(({ code }) => code).sort()).toEqual(offered.toSorted());
  for (const { code, href } of services) {
    const answer = await app.request(href);
    const detail = (await answer.json()) as {
      questions: { key: string; label: object; when?: object }[];
      routing?: unknown;
    };
    expect(detail.questions.map(({ key }) => key)).toEqual(
      desk.ctx.catalogue.find(code)?.questions.map(({ key }) => key),
    );
    expect(detail.questions[0]?.label).toHaveProperty('en');
    expect(detail).not.toHaveProperty('routing');
    const again = await app.request(href, { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  }
  expect((await app.request('/api/v1/services/licorne')).status).toBe(404);
});
