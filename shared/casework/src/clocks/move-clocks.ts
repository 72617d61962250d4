import type { CaseId, ClockId } from '@guichet/kernel';
import { type DeskTx, transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { once } from '../outbox/once.ts';
import { instantOn } from './instant-on.ts';
import { type ClockKind, clocksOf } from './due.ts';

const pageMax = 200;

interface RunningClock {
  id: ClockId;
  caseId: CaseId;
  kind: ClockKind;
  startedAt: Date;
  dueAt: Date;
  serviceCode: string;
  serviceVersion: number;
  pausedMs: number;
}

/**
 * Works out again what running clocks promise, after a day was closed, with one event for each that moves.
 *
 * Guarantee: a promise moves later or not at all; the law's limit stays; a clock missed stays missed; the queue's order follows. Done twice
 *   it moves nothing more. The work grows with the promises that reach the day.
 */
export async function moveClocks(ctx: DeskContext, outboxId: string, dayId: string): Promise<void> {
  await ctx.closures?.refresh?.();
  const day = await transact(ctx, 'clocks.tick', async (tx) => {
    const [row] = await tx.sql<[{ day: string }?]>`
      select day::text from calendar_day where id = ${dayId} and withdrawn_at is null and not is_open`;
    return tx.unchanged(row?.day);
  });
  let after =
    day === undefined ? undefined : { dueAt: instantOn(day, 0), id: '00000000-0000-0000-0000-000000000000' };
  while (after !== undefined) after = await movePage(ctx, after);
  // Each page is its own transaction: the job is over once all are, and one cut short begins again.
  await transact(ctx, 'clocks.tick', (tx) =>
    once(tx, outboxId, 'casework.move-clocks', async () => tx.unchanged(undefined)),
  );
}

type Cursor = { dueAt: Date; id: string };

function movePage(ctx: DeskContext, after: Cursor): Promise<Cursor | undefined> {
  return transact(ctx, 'clocks.tick', async (tx) => {
    // Order: promise, id, by the index of running clocks. What the case waited for its person was added to its promise, and is again.
    const page = await tx.sql<RunningClock[]>`
      select k.id, k.case_id, k.kind, k.started_at, k.due_at, c.service_code, c.service_version,
        coalesce((select sum(extract(epoch from p.ended_at - p.started_at) * 1000) from clock_pause p
          where p.case_id = k.case_id and p.ended_at is not null and p.started_at >= k.started_at), 0)::float8 as paused_ms
      from clock k join cases c on c.id = k.case_id
      where k.met_at is null and k.overdue_at is null and (k.due_at, k.id) > (${after.dueAt}, ${after.id}::uuid)
      order by k.due_at, k.id limit ${pageMax} for update of c, k`;
    for (const clock of page) await move(ctx, tx, clock);
    const last = page.length === pageMax ? page.at(-1) : undefined;
    return tx.unchanged(last && { dueAt: last.dueAt, id: last.id });
  });
}

async function move(ctx: DeskContext, tx: DeskTx, clock: RunningClock): Promise<void> {
  const service = ctx.catalogue.find(clock.serviceCode, clock.serviceVersion);
  if (!service || clock.kind === 'legal') return;
  const anew = clocksOf(service.definition, clock.startedAt, ctx.closures?.known).find(
    ({ kind }) => kind === clock.kind,
  );
  if (!anew) return;
  const dueAt = new Date(anew.dueAt.getTime() + Math.round(clock.pausedMs));
  if (dueAt <= clock.dueAt) return;
  await tx.sql`update clock set due_at = ${dueAt} where id = ${clock.id}`;
  await tx.sql`
    update cases set due_at = coalesce((select min(due_at) from clock where case_id = ${clock.caseId} and kind <> 'acknowledge' and met_at is null), due_at)
    where id = ${clock.caseId}`;
  await tx.sql`update queue_entry q set due_at = c.due_at from cases c where c.id = q.case_id and q.case_id = ${clock.caseId}`;
  await tx.note({
    subject: { kind: 'case', id: clock.caseId },
    kind: 'clock.moved',
    data: { clock: clock.kind, from: clock.dueAt.toISOString(), to: dueAt.toISOString() },
  });
}
