import { DeskError } from '@guichet/kernel';
import { expect, test } from 'vitest';
import { problemJson } from './problem-json.ts';

const context = { requestId: 'r1', language: 'fr' } as const;

test('a refusal is said with its status, its key and the request id, in the language asked for', () => {
  const error = new DeskError('invalid', 'too-long', { detail: 'internal', params: { max: 5 } });
  expect(problemJson(error, { ...context, language: 'en' })).toEqual({
    status: 422,
    headers: { 'content-type': 'application/problem+json', 'content-language': 'en' },
    body: {
      type: 'urn:guichet:problem:too-long',
      title: 'Invalid request',
      status: 422,
      code: 'invalid',
      requestId: 'r1',
      params: { max: 5 },
    },
  });
});

test('a fault of ours is 500 and says nothing internal', () => {
  const problem = problemJson(new TypeError('Tremblay is undefined'), context);
  expect(problem.status).toBe(500);
  expect(JSON.stringify(problem)).not.toContain('Tremblay');
});

test('a database that is away is 503 with the time to come back', () => {
  const problem = problemJson(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), context);
  expect(problem).toMatchObject({ status: 503, headers: { 'retry-after': '5' }, body: { code: 'not-now' } });
});

test.each([
  ['not-found', 404],
  ['not-allowed', 403],
  ['conflict', 409],
  ['gone', 410],
  ['too-many', 429],
  ['not-now', 503],
  ['broken', 500],
] as const)('%s is %i', (code, status) => {
  expect(problemJson(new DeskError(code, 'k'), context).status).toBe(status);
});
