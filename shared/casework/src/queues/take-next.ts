import type { CaseId, Reference } from '@guichet/kernel';
import { transact, type DeskTx } from '../audit/transact.ts';
import { findGivenCase, type RequestKey, writeGivenCase } from '../people/request-key.ts';
import { todayOf } from '../clocks/today.ts';
import type { DeskContext } from '../context.ts';
import { claimFirst } from './claim-first.ts';
import { countPassed } from './count-passed.ts';
import { handCase } from './hand-case.ts';
import { type Readiness, readReadiness } from './read-readiness.ts';

export type TakeNext =
  | { kind: 'taken'; caseId: CaseId; reference: Reference }
  | { kind: 'empty' }
  /** They hold as many cases as they may. */
  | { kind: 'full'; held: number; capacity: number }
  /** They are away until this day, ISO. */
  | { kind: 'absent'; until: string };

/**
 * Gives the agent the case that waits first, of those they can do.
 *
 * Guarantee: no case is given to two agents; blind to the channel; order is what was promised first, then who waited
 *   longest, then id; costs the classes of the agent's teams, whatever waits or was closed. The event keeps why this case came.
 *   A request sent again under its key gets the case it was given before.
 * Source: decision 0026
 */
export async function takeNext(ctx: DeskContext, once?: RequestKey): Promise<TakeNext> {
  return transact<TakeNext>(ctx, 'case.take', async (tx) => {
    if (ctx.actor.kind !== 'staff') return tx.unchanged({ kind: 'empty' });
    const { staffId, teams } = ctx.actor;
    // Two clicks of one person wait for each other, so that neither takes a case too many; a statement is sent when it is executed.
    const alone = tx.sql`select pg_advisory_xact_lock(hashtextextended(${`take:${staffId}`}, 0))`.execute();
    const [, ready] = await Promise.all([alone, readReadiness(tx.sql, staffId, teams, todayOf(tx.now))]);
    const before = once && (await findGivenCase(tx, once));
    if (before) return tx.unchanged({ kind: 'taken', ...before });
    const { held, capacity, absentUntil: until } = ready;
    if (until !== null) return tx.unchanged({ kind: 'absent', until });
    if (held >= capacity) return tx.unchanged({ kind: 'full', held, capacity });
    const entry = await claimFirst(tx.sql, staffId, ready.able, tx.now);
    if (!entry) return tx.unchanged({ kind: 'empty' });
    const [passed, found] = await Promise.all([
      countPassed(tx.sql, staffId, ready, teams, entry, tx.now),
      facts(tx, entry.caseId),
    ]);
    await handCase(ctx, tx, { caseId: entry.caseId, staffId });
    if (once) await writeGivenCase(tx, once, { caseId: entry.caseId, reference: found.reference });
    return tx.record(
      {
        subject: { kind: 'case', id: entry.caseId },
        kind: 'case.taken',
        data: {
          team: found.team,
          class: entry.class,
          due: entry.dueAt.toISOString(),
          deposited: entry.depositedAt.toISOString(),
          ...says(ready),
          ...passed,
        },
      },
      { kind: 'taken', caseId: entry.caseId, reference: found.reference },
    );
  });
}

function says({ held, capacity, every, skills, services, languages, clearance }: Readiness) {
  return { held, capacity, every, skills, services, languages, clearance };
}

async function facts({ sql }: DeskTx, caseId: CaseId) {
  const [row] = await sql<[{ reference: Reference; team: string }]>`
    select reference, team from cases where id = ${caseId}`;
  return row;
}
