import { may, type Role, roles, staffPermissions } from '@guichet/casework';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { useDesk } from '../../../../tests/support/test-desk.ts';
import { askExample, openTestApi, type TestProgram } from '../../test/open-test-api.ts';
import { caseOf } from '../../test/case-of.ts';
import { leftToPersons } from './left-to-persons.ts';
import { operations } from './operations.ts';

const desk = await useDesk();
const api = openTestApi(desk);
const byRole = new Map<Role, TestProgram>();
for (const role of roles) byRole.set(role, await api.program(role, [role], ['voirie']));
const everyone = await api.program('toutes', roles.slice(0, 3), ['voirie', 'animaux']);
const abroad = await api.program('ailleurs', roles.slice(0, 3), ['greffe']);
const notAllowed = 'urn:guichet:problem:not-allowed';

/** What no page does and no verb asks for, with the reason. */
const unreached: Readonly<Record<string, string>> = {
  'history.read': 'no page and no verb asks for it: a case shows its own history with case.read',
  'appointment.feed': `left to a person: ${leftToPersons['makeFeed']?.does}`,
  'mailroom.check': `left to a person: ${leftToPersons['checkBatch']?.does}`,
  'mailroom.destroy': `left to a person: ${leftToPersons['destroyBatchPaper']?.does}`,
};
/** About what is not there, and yet harmless, since nothing hangs on it. */
const otherwise: Readonly<Record<string, number>> = {
  dropView: 204,
  lookAway: 204,
  listHours: 200,
  listCallAttempts: 200,
  listKeysOfStaff: 200,
  listSameLetters: 200,
  saveTemplate: 200,
};

describe('the table', () => {
  it('does nothing that is left to a person', () => {
    expect(operations.filter(({ id }) => Object.hasOwn(leftToPersons, id))).toEqual([]);
  });

  it('reaches every permission of the staff, but for a stated few', () => {
    const reached = new Set(operations.map(({ permission }) => permission as string));
    expect(staffPermissions.filter((one) => !reached.has(one) && !Object.hasOwn(unreached, one))).toEqual([]);
    for (const one of Object.keys(unreached)) expect(reached.has(one), one).toBe(false);
  });

  it('gives each operation one name and one route, and each body an example that its schema takes', () => {
    const routes = operations.map(({ method, path }) => `${method} ${path.replaceAll(/\{\w+\}/g, '{}')}`);
    expect(new Set(routes).size).toBe(operations.length);
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
    const wrong = operations.filter(({ body, example }) => body?.safeParse(example).success === false);
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('is described as valid OpenAPI 3.1, whole', async () => {
    const strangers = await api.app.request('/openapi.json');
    expect(strangers.status).not.toBe(200);
    const headers = { authorization: `Bearer ${everyone.token}` };
    const answer = await api.app.request('/openapi.json', { headers });
    const document = (await answer.json()) as {
      paths: Record<string, object>;
      info: { description: string };
    };
    for (const { does } of Object.values(leftToPersons)) expect(document.info.description).toContain(does);
    const { valid, errors } = await new Validator().validate(structuredClone(document));
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    const described = Object.values(document.paths).flatMap((methods) => Object.keys(methods));
    expect(described).toHaveLength(operations.length);
  });
});

describe.each([...byRole])('a program of a %s', (role, program) => {
  it('is refused exactly what its role may not, and never by a fault', async () => {
    for (const one of operations) {
      const { status, body } = await askExample(program, one);
      expect(status, one.id).toBeLessThan(500);
      expect(status === 403 && body.type === notAllowed, `${role} ${one.id}: ${status}`).toBe(
        !may(program.ctx.actor, one.permission),
      );
    }
  });
});

describe('what is not there', () => {
  it('is said so', async () => {
    for (const one of operations.filter(({ path }) => /\{(reference|id)\}/.test(path))) {
      const { status } = await askExample(everyone, one);
      // Who sits at no counter is told that first.
      const isRefused = one.path.startsWith('/visits/') ? [409] : [];
      expect([otherwise[one.id] ?? 404, 410, ...isRefused], `${one.id}: ${status}`).toContain(status);
    }
  });

  it('looks the same as another team’s', async () => {
    const reference = await caseOf(desk, 'nid-de-poule');
    for (const one of operations.filter(({ path }) => path.includes('{reference}'))) {
      const there = await askExample(abroad, one, { reference });
      const nowhere = await askExample(abroad, one);
      expect([there.status, there.body.type], one.id).toEqual([nowhere.status, nowhere.body.type]);
      expect(there.status, one.id).toBe(otherwise[one.id] ?? 404);
    }
  });
});

describe('a body', () => {
  it('is JSON, and holds nothing that was not asked', async () => {
    for (const one of operations.filter(({ body }) => body !== undefined)) {
      expect((await askExample(everyone, one, { body: '{"a":' })).status, one.id).toBe(400);
      const more = { ...(one.example as object | undefined), more: 1 };
      const { status, body } = await askExample(everyone, one, { body: more });
      expect(status, one.id).toBe(422);
      expect(body.errors).toContainEqual({
        path: 'more',
        code: 'unknown-question',
        words: expect.any(String),
      });
    }
  });

  it.each([
    ['null', 422],
    ['[]', 422],
    ['"a"', 422],
    ['{"words":"\\u0000"}', 422],
    ['{"words":"\\ud800"}', 422],
    ['{"__proto__":{"words":"a"}}', 422],
    [`{"words":${'['.repeat(5000)}${']'.repeat(5000)}}`, 422],
    ['{"words":1e999}', 422],
    [`{"words":"${'x'.repeat(1024 * 1024)}"}`, 413],
  ])('that is odd is refused (%#)', async (body, status) => {
    const key = { 'idempotency-key': 'une-cle-assez-longue' };
    expect((await everyone.ask('POST', '/cases/1234567894/notes', body, key)).status).toBe(status);
  });

  it('of another kind is refused', async () => {
    const answer = await everyone.ask('POST', '/search', 'words=a', { 'content-type': 'text/plain' });
    expect(answer.status).toBe(415);
  });
});
