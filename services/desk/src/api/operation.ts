import type { DeskContext, Permission, RequestKey } from '@guichet/casework';
import type { Id, Reference } from '@guichet/kernel';
import { z } from '@hono/zod-openapi';
import type { DeskDeps } from '../frame/desk-env.ts';

/** The rooms of the API, in the order in which its description lists them. */
export const apiRooms = [
  'Queue',
  'Cases',
  'Replies',
  'Links',
  'Originals',
  'Fees',
  'Appointments',
  'Tasks and calls',
  'Counter',
  'Mailroom',
  'Printing',
  'Supervision',
  'Staff',
  'Account',
  'Webhooks',
] as const;
export type ApiRoom = (typeof apiRooms)[number];

/** Names in a path that are no ids: each is read as text of its own. */
export const plainNames = new Set(['reference', 'code', 'key', 'form', 'content', 'day', 'place', 'version']);

/** A file in place of JSON. */
export interface GivenFile {
  bytes: Buffer;
  mediaType: string;
  fileName?: string | null;
}

type Names<P extends string> = P extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
/** What JSON leaves out is absent, never there and undefined. */
type Exact<T> = T extends string | number | boolean | Date | null
  ? T
  : T extends object
    ? { [K in keyof T]: Exact<Exclude<T[K], undefined>> }
    : T;
type Read<S> = S extends z.ZodType ? Exact<z.output<S>> : undefined;

/** One request, read and allowed. */
export interface Asked<P extends string = string, Q = undefined, B = undefined> {
  /** Acts as who holds the key, with the version of the case that they saw. */
  ctx: DeskContext;
  deps: DeskDeps;
  params: Readonly<Record<Names<P>, string>>;
  /** The digits of the case in the path. */
  reference: Reference;
  /** Gives an id of the path. */
  id<Brand extends string>(name?: Names<P>): Id<Brand>;
  /** Gives an id that the same request sent again gets again. */
  once<Brand extends string>(): Id<Brand>;
  query: Q;
  body: B;
  files: readonly File[];
  /** Of an operation that a repeat would double. */
  requestKey?: RequestKey;
}

/** What one operation is: its route, its place in the description of the API, and the verb behind it. */
interface Facts<P extends string, Q extends z.ZodType | undefined, B extends z.ZodObject | undefined, A> {
  /** One word in the whole API. */
  id: string;
  method: 'get' | 'post' | 'put' | 'delete';
  /** After `/api/v1`. */
  path: P;
  summary: string;
  description?: string;
  /** Refused without it before anything is read; the verb asks again. */
  permission: Permission;
  query?: Q;
  body?: B;
  /** Files in place of JSON, under the name `file`. */
  takesFiles?: boolean;
  /** Shown in the description, and sent by the tests. */
  example?: B extends z.ZodObject ? z.input<B> : never;
  /** The version of the case is told: a save on an older one is refused with what changed. Demanded where the page always sends it. */
  sees?: 'may' | 'must';
  /** The body names something that may not be there. */
  names404?: boolean;
  /** A repeat would double something: an `Idempotency-Key` is asked for. */
  once?: boolean;
  /** Tells whether an answer gave something: one that gave nothing is not kept, and is asked anew under its key. */
  gives?: (value: unknown) => boolean;
  status?: 200 | 201;
  /** Absent answers 204; `file` gives bytes. */
  answer?: A;
}

/** A verb's lists are read and never written. */
type Told<T> = T extends string | number | boolean | Date | null
  ? T
  : T extends readonly (infer E)[]
    ? readonly Told<E>[]
    : T extends object
      ? { [K in keyof T]: Told<T[K]> }
      : T;
type Given<A> = A extends z.ZodType ? Told<z.input<A>> : A extends 'file' ? GivenFile : unknown;

/** An operation whose types were checked against its verb. */
export interface Operation
  extends Facts<string, z.ZodType | undefined, z.ZodObject | undefined, z.ZodType | 'file' | undefined> {
  room: ApiRoom;
  example?: never;
  call(asked: Asked): Promise<unknown>;
}

const seenVersion = z.int().min(0).max(1_000_000_000).openapi({
  description:
    'Of the case as it was read: on an older one nothing is saved, and what changed is answered (409).',
});

/** Makes the operations of a room: the verb gets what the schemas read, and gives what they describe. */
export function roomOf(room: ApiRoom) {
  return <
    P extends string,
    Q extends z.ZodType | undefined = undefined,
    B extends z.ZodObject | undefined = undefined,
    A extends z.ZodType | 'file' | undefined = undefined,
  >(
    facts: Facts<P, Q, B, A> & { call(asked: Asked<P, Read<Q>, Read<B>>): Promise<Given<A>> },
  ): Operation => {
    const body = facts.sees
      ? facts.body?.extend({ version: facts.sees === 'must' ? seenVersion : seenVersion.optional() })
      : facts.body;
    const example = facts.sees === 'must' ? { ...(facts.example as object), version: 12 } : facts.example;
    return {
      ...facts,
      ...(body ? { body } : {}),
      ...(example ? { example } : {}),
      room,
    } as unknown as Operation;
  };
}
