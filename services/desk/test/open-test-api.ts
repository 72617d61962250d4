import { randomUUID } from 'node:crypto';
import { type DeskContext, makeAccessKey, type Role } from '@guichet/casework';
import { newId } from '@guichet/kernel';
import { createLogger } from '@guichet/platform';
import { expect } from 'vitest';
import { type TestDesk, testPassword } from '../../../tests/support/test-desk.ts';
import { createApp } from '../src/app.tsx';
import type { Operation } from '../src/api/operation.ts';

/** A program that asks the desk by a key. */
export interface TestProgram {
  ctx: DeskContext;
  token: string;
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** Asks, expects that it is done, and gives what is answered. */
  done(method: string, path: string, body?: unknown): Promise<Answer['body']>;
}

export interface Answer {
  status: number;
  headers: Headers;
  // oxlint-disable-next-line no-explicit-any -- what is answered is what the tests look at
  body: any;
}

export const noCase = '1234567894';
export const noId = '01890a5d-ac96-774b-bcce-b302099a8057';

/** Opens the desk for programs of a test file. */
export function openTestApi(desk: TestDesk) {
  const app = createApp({
    ctx: desk.door,
    log: createLogger('test', { level: 'silent' }),
    publicUrl: 'http://localhost:3000',
    https: false,
    webhooks: { allowPrivate: true },
    calls: { lines: ['+14185550199'], rules: { prefixes: ['+1'], callsANumberADay: 5, callsAnHour: 60 } },
  });

  const ask =
    (token: string): TestProgram['ask'] =>
    async (method, path, body, headers = {}) => {
      const answer = await app.request(`/api/v1${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined
          ? {}
          : { body: typeof body === 'string' || body instanceof FormData ? body : JSON.stringify(body) }),
      });
      const isJson = /json/.test(answer.headers.get('content-type') ?? '');
      return {
        status: answer.status,
        headers: answer.headers,
        body: isJson ? await answer.json() : await answer.arrayBuffer(),
      };
    };

  return {
    app,
    ask,
    /** Adds a member of the staff and makes a key of theirs. */
    program: async (
      signIn: string,
      roles: readonly Role[],
      teams: readonly string[],
    ): Promise<TestProgram> => {
      const ctx = await desk.staff(signIn, roles, teams);
      const made = await makeAccessKey(ctx, { id: newId(), name: signIn, days: 1, current: testPassword });
      if (made.kind !== 'made') throw new Error(made.kind);
      const asking = ask(made.token);
      const done: TestProgram['done'] = async (method, path, body) => {
        const isOnce = method === 'POST';
        const answer = await asking(method, path, body, isOnce ? { 'idempotency-key': randomUUID() } : {});
        expect(answer.status, `${method} ${path}: ${JSON.stringify(answer.body)}`).toBeLessThan(300);
        return answer.body;
      };
      return { ctx, token: made.token, ask: asking, done };
    },
  };
}

/** Asks an operation with its own example, about what is not there unless it is told. */
export function askExample(
  program: TestProgram,
  one: Operation,
  { reference = noCase, body = one.example as unknown }: { reference?: string; body?: unknown } = {},
): Promise<Answer> {
  const path = one.path
    .replace('{reference}', reference)
    .replace('{day}', '2026-12-07')
    .replace('{place}', '1')
    .replace('{version}', '1')
    .replace('{form}', 'reply')
    .replace('{content}', 'text')
    .replace(/\{(code|key)\}/, 'none')
    .replaceAll(/\{\w+\}/g, noId);
  const sent = one.takesFiles ? filesOf('not a scan') : body;
  return program.ask(
    one.method.toUpperCase(),
    path,
    sent,
    one.once ? { 'idempotency-key': randomUUID() } : {},
  );
}

function filesOf(text: string): FormData {
  const form = new FormData();
  form.append('file', new File([text], 'scan.pdf'));
  return form;
}
