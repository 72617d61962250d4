import { type Sql, translateDatabaseError } from '@guichet/platform';
import type { DeskContext } from '../context.ts';
import { findAccepted } from './find-accepted.ts';
import { insertCases } from './insert-cases.ts';
import type { Inserted } from './inserted.ts';
import type { PreparedCase } from './prepare-case.ts';

interface Waiting {
  prepared: PreparedCase;
  settle: (outcome: Inserted) => void;
  fail: (error: unknown) => void;
}

/** Per pool: what waits for the next statement, and how many statements are under way. */
interface Gate {
  waiting: Waiting[];
  underWay: number;
}

const gates = new WeakMap<Sql, Gate>();
/** Two statements under way keep both server and client busy; more only makes smaller groups. */
const underWayMax = 2;
const groupMax = 128;

/**
 * Inserts prepared cases, many in one statement when many arrive together, and answers each after the commit.
 *
 * Guarantee: nobody is answered before their rows are durable; one bad row fails alone, not its neighbours.
 * Errors: not-now — the database is away.
 */
export function insertGrouped(ctx: DeskContext, prepared: PreparedCase): Promise<Inserted> {
  const gate = gates.get(ctx.sql) ?? { waiting: [], underWay: 0 };
  gates.set(ctx.sql, gate);
  return new Promise((settle, fail) => {
    gate.waiting.push({ prepared, settle, fail });
    // Requests already read from the sockets join before the statement leaves.
    if (gate.underWay < underWayMax) setImmediate(() => pump(ctx, gate));
  });
}

function pump(ctx: DeskContext, gate: Gate): void {
  if (gate.underWay >= underWayMax || gate.waiting.length === 0) return;
  const group = gate.waiting.splice(0, groupMax);
  gate.underWay += 1;
  void insertGroup(ctx, group).finally(() => {
    gate.underWay -= 1;
    pump(ctx, gate);
  });
}

async function insertGroup(ctx: DeskContext, group: Waiting[]): Promise<void> {
  try {
    const fresh = await insertCases(
      ctx.sql,
      group.map(({ prepared }) => prepared),
    );
    const repeated = group.filter(({ prepared }) => !fresh.has(prepared.id));
    for (const { prepared, settle } of group) {
      if (fresh.has(prepared.id))
        settle({ fresh: true, caseId: prepared.id, reference: prepared.reference, dueAt: prepared.dueAt });
    }
    await Promise.all(repeated.map(async (one) => one.settle(await findAccepted(ctx.sql, one.prepared))));
  } catch (error) {
    if (group.length > 1 && !isAway(error)) {
      for (const one of group) await insertGroup(ctx, [one]);
      return;
    }
    if (isSecondAnswer(error)) for (const { settle } of group) settle({ fresh: false, barred: true });
    else for (const { fail } of group) fail(translateDatabaseError(error) ?? error);
  }
}

function isSecondAnswer(error: unknown): boolean {
  return (error as { constraint_name?: unknown }).constraint_name === 'participation_pkey';
}

/** A database that is away fails every row alike: trying one by one would only make people wait. */
function isAway(error: unknown): boolean {
  return translateDatabaseError(error)?.code === 'not-now';
}
