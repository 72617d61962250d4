import { type JobName, jobs, type Payload } from '@guichet/jobs';
import { type Id, newId, type OutboxId } from '@guichet/kernel';
import { type Tx, translateDatabaseError } from '@guichet/platform';
import type { DeskContext } from '../context.ts';
import { chain, chainStart, type EventFact } from './chain.ts';
import { type Permission, requireMay } from './permissions.ts';
import { enterAs } from './enter-as.ts';

declare const recorded: unique symbol;
/** A value that left its event behind; only `tx.record` makes one. */
export type Recorded<T> = { readonly value: T; readonly [recorded]: true };

/** One open transaction of a verb. */
export interface DeskTx {
  sql: Tx;
  /** The instant of the verb: one for all it writes. */
  now: Date;
  /** The version of the case that the actor had before them, where that is known. */
  seen: number | undefined;
  /** Writes an event and lets the verb's value out. */
  record<T>(fact: EventFact, value: T): Promise<Recorded<T>>;
  /** Writes a further event. */
  note(fact: EventFact): Promise<void>;
  /** Lets a value out when nothing was changed: the verb found its work done already. */
  unchanged<T>(value: T): Recorded<T>;
  /** Writes an outbox row: the job runs after the commit, or never if there is none. */
  stage<N extends JobName>(job: N, ids: Payload<N>, dueAt?: Date): Promise<OutboxId>;
}

/**
 * Does a verb's work in one transaction, as its actor, and lets out only what was recorded.
 *
 * Guarantee: permission checked first; all or nothing; a change without an event does not compile.
 * Errors: not-allowed; the verb's own; not-now when the database is away.
 */
export async function transact<T>(
  ctx: DeskContext,
  permission: Permission,
  work: (tx: DeskTx) => Promise<Recorded<T>>,
): Promise<T> {
  requireMay(ctx.actor, permission);
  try {
    const result = await ctx.sql.begin(async (sql) => {
      // One connection answers in the order it was asked: the first statement need not wait until the actor is told.
      const [, done] = await Promise.all([enterAs(sql, ctx.actor), work(openTx(ctx, sql))]);
      return done;
    });
    return (result as Recorded<T>).value;
  } catch (error) {
    throw translateDatabaseError(error) ?? error;
  }
}

function openTx(ctx: DeskContext, sql: Tx): DeskTx {
  const now = ctx.clock.now();
  const note = (fact: EventFact) => appendEvent(ctx, sql, fact, now);
  return {
    sql,
    now,
    seen: ctx.seen,
    note,
    record: async (fact, value) => {
      await note(fact);
      return letOut(value);
    },
    unchanged: letOut,
    stage: async (job, ids, dueAt = now) => {
      const id = newId<'outbox'>();
      await sql`
        insert into outbox (id, job, ids, created_at, due_at)
        values (${id}, ${job}, ${sql.json(jobs[job].parse(ids))}, ${now}, ${dueAt})`;
      return id;
    },
  };
}

/** Casts to the brand that only this file makes: everything that comes here was recorded or changed nothing. */
function letOut<T>(value: T): Recorded<T> {
  return { value } as Recorded<T>;
}

/** Locks the subject's head, chains the fact to it and moves the head: two writers of one subject wait for each other. */
async function appendEvent(ctx: DeskContext, sql: Tx, fact: EventFact, at: Date): Promise<void> {
  const id = fact.subject.id as Id<'subject'>;
  const [head] = await sql<[{ seq: number; hash: Buffer }]>`
    insert into event_head (subject_id, seq, hash) values (${id}, 0, ${chainStart})
    on conflict (subject_id) do update set seq = event_head.seq returning seq, hash`;
  const event = chain(fact, ctx.actor, at, head);
  const told = sql`
    insert into event (subject_id, seq, subject_kind, kind, actor_kind, actor_id, at, data, previous_hash, hash)
    values (${event.subjectId}, ${event.seq}, ${event.subjectKind}, ${event.kind}, ${event.actorKind}, ${event.actorId},
      ${event.at}, ${sql.json(event.data)}, ${event.previousHash}, ${event.hash})`;
  const moved = sql`update event_head set seq = ${event.seq}, hash = ${event.hash} where subject_id = ${id}`;
  await Promise.all([told, moved]);
}
