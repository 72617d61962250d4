import { createHash } from 'node:crypto';
import { canonicalJson } from '@guichet/kernel';
import { type Actor, actorId } from '../context.ts';

export type SubjectKind =
  | 'case'
  | 'draft'
  | 'letter'
  | 'batch'
  | 'staff'
  | 'service'
  | 'template'
  | 'task'
  | 'job'
  | 'phone'
  | 'print-batch'
  | 'place'
  | 'counter'
  | 'visit'
  | 'team'
  | 'calendar'
  | 'webhook';

/** An immutable fact of a subject's history. `data` holds keys, counts and ids: never a personal value. */
export interface EventFact {
  subject: { kind: SubjectKind; id: string };
  kind: string;
  data?: Record<string, string | number | boolean | null | readonly string[]>;
}

export interface ChainedEvent {
  subjectId: string;
  seq: number;
  subjectKind: SubjectKind;
  kind: string;
  actorKind: string;
  actorId: string;
  at: Date;
  data: NonNullable<EventFact['data']>;
  previousHash: Buffer;
  hash: Buffer;
}

/** What stands before the first event of a subject. */
export const chainStart = Buffer.alloc(32);

/**
 * Links a fact to the event before it.
 *
 * Guarantee: the hash covers subject, number, kind, actor, instant, data and the hash before; editing, removing or
 *   moving an event breaks every later link. What a program did in somebody's name says by which key.
 */
export function chain(
  fact: EventFact,
  actor: Actor,
  at: Date,
  before: { seq: number; hash: Buffer },
): ChainedEvent {
  const event = {
    subjectId: fact.subject.id,
    seq: before.seq + 1,
    subjectKind: fact.subject.kind,
    kind: fact.kind,
    actorKind: actor.kind,
    actorId: actorId(actor),
    at,
    data: { ...fact.data, ...(actor.kind === 'staff' && actor.keyId ? { byKey: actor.keyId } : {}) },
    previousHash: before.hash,
  };
  return { ...event, hash: hashOf(event) };
}

/** Recomputes the hash an event must have. Unit: `at` counts in whole milliseconds. */
export function hashOf(event: Omit<ChainedEvent, 'hash'>): Buffer {
  const body = canonicalJson([
    event.subjectId,
    event.seq,
    event.subjectKind,
    event.kind,
    event.actorKind,
    event.actorId,
    event.at.toISOString(),
    event.data,
  ]);
  return createHash('sha256').update(event.previousHash).update(body).digest();
}
