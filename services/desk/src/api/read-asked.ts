import { issueProblems, type Problem } from '@guichet/catalogue';
import { DeskError, isId, parseReference } from '@guichet/kernel';
import { readJson } from '@guichet/platform/http';
import type { z } from '@hono/zod-openapi';
import { parseForm } from '../session/read-form.ts';
import type { DeskRequest } from '../frame/desk-env.ts';
import { filesOf } from '../frame/text-of.ts';
import { Incomplete } from './incomplete.ts';
import { type Operation, plainNames } from './operation.ts';

/** Unit: bytes. */
const bytesMax = 1024 * 1024;
const depthMax = 40;

/** Reads the names in a path. Errors: not-found — what can't be an id, a reference or a name of ours. */
export function readParams(c: DeskRequest, { path }: Operation): Record<string, string> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return Object.fromEntries(
    names.map((name) => {
      const given = c.req.param(name as never) ?? '';
      const read =
        name === 'reference'
          ? parseReference(given)
          : (plainNames.has(name) ? /^[\w.-]{1,64}$/.test(given) : isId(given))
            ? given
            : undefined;
      if (read === undefined)
        throw new DeskError('not-found', name === 'reference' ? 'no-such-case' : 'not-found');
      return [name, read];
    }),
  );
}

/** Reads what is asked after the path. Errors: invalid, by name — a filter that is none of ours is refused, not passed over. */
export function readQuery(c: DeskRequest, { query }: Operation): unknown {
  return query === undefined ? undefined : parsed(query, c.req.query());
}

/** Reads the body as JSON. Errors: invalid (400, 413, 415, 422) */
export async function readBodyOf(c: DeskRequest, { body }: Operation): Promise<unknown> {
  if (body === undefined) return undefined;
  const isEmpty =
    c.req.header('content-type') === undefined && (c.req.header('content-length') ?? '0') === '0';
  const json = isEmpty ? {} : await readJson(c, bytesMax);
  if (!isClean(json)) throw new Incomplete([{ path: '', code: 'bad-characters' } satisfies Problem]);
  return parsed(body, json);
}

/** Reads the files that were sent. Errors: invalid — none */
export async function readFiles(c: DeskRequest): Promise<File[]> {
  const files = filesOf(await parseForm(c.req.raw), 'file');
  if (files.length === 0) throw new Incomplete([{ path: 'file', code: 'required' }]);
  return files;
}

function parsed(schema: z.ZodType, given: unknown): unknown {
  const read = schema.safeParse(given);
  if (!read.success) throw new Incomplete(issueProblems(read.error, given));
  return read.data;
}

/** No record can hold a null character or half of a pair, and nothing of ours is nested so deep. */
function isClean(value: unknown, depth = 0): boolean {
  if (depth > depthMax) return false;
  if (typeof value === 'string') return !/[\0\p{Surrogate}]/u.test(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, one]) => isClean(key, depth) && isClean(one, depth + 1));
}
