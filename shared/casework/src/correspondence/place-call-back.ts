import { type CaseId, day, DeskError, hour, minute, newId, type TaskId } from '@guichet/kernel';
import { type DeskTx, transact } from '../audit/transact.ts';
import { callableFrom } from '../clocks/calling-hours.ts';
import type { DeskContext } from '../context.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';
import type { CallAttemptId } from './list-call-attempts.ts';
import type { CallBackContent } from './request-call-back.ts';
import { talking } from './settle-call-back.ts';

/** Whom the desk may call, and how often: what a stolen session or a slip could cost is bounded. */
export interface OutboundRules {
  /** A number that begins with none of these is never called. */
  prefixes: readonly string[];
  callsANumberADay: number;
  callsAnHour: number;
}

export interface PlaceCallBack {
  taskId: TaskId;
  /** Which of the desk's telephones takes the call, from 0. */
  line: number;
  rules: OutboundRules;
}

export type PlacedCallBack =
  | { kind: 'asked' | 'under-way'; attemptId: CallAttemptId }
  | { kind: 'refused'; why: 'number' | 'number-often' | 'often' }
  | { kind: 'refused'; why: 'hours'; opensAt: Date };

interface FoundTask {
  kind: string;
  doneAt: Date | null;
  caseId: CaseId | null;
  dataKey: Buffer | null;
  sealed: Buffer | null;
}

/**
 * A call asked for, placed or of unsure fate that tells nothing for so long is over; one on which people talk lasts at most the
 * hour that the provider was given, and the ringing before it.
 */
const [callLifeMs, talkMs] = [10 * minute, 65 * minute];

/**
 * Writes an attempt to call a person back, and has it made.
 *
 * Guarantee: the attempt is there before anything rings; one call at a time for a task, however often it is asked; a
 *   number, an hour or a count that the rules refuse is refused before anything is written.
 * Errors: not-found; conflict — the call-back is done, or it is no call-back.
 */
export async function placeCallBack(ctx: DeskContext, input: PlaceCallBack): Promise<PlacedCallBack> {
  const { taskId, line, rules } = input;
  const { actor } = ctx;
  if (actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
  return transact<PlacedCallBack>(ctx, 'call.place', async (tx) => {
    const [task] = await tx.sql<[FoundTask?]>`
      select kind, done_at, case_id, data_key, sealed from task where id = ${taskId} for update`;
    if (!task) throw new DeskError('not-found', 'no-such-task');
    if (task.kind !== 'call-back' || task.doneAt !== null || task.sealed === null)
      throw new DeskError('conflict', 'task-done');
    const key = unwrapDataKey(ctx.keyring, `task:${taskId}`, task.dataKey);
    const { phone } = key.open('content', task.sealed) as CallBackContent;
    if (phone === undefined || !rules.prefixes.some((prefix) => phone.startsWith(prefix)))
      return tx.unchanged({ kind: 'refused', why: 'number' });
    const opensAt = callableFrom(tx.now);
    if (opensAt) return tx.unchanged({ kind: 'refused', why: 'hours', opensAt });
    const underWay = await attemptUnderWay(tx, taskId);
    if (underWay) return tx.unchanged({ kind: 'under-way', attemptId: underWay });
    const phoneHash = ctx.keyring.blindIndex('outbound-call', phone);
    const often = await tooOften(tx, phoneHash, rules);
    if (often) return tx.unchanged({ kind: 'refused', why: often });
    const attemptId: CallAttemptId = newId<'call-attempt'>();
    await tx.sql`
      insert into call_attempt (id, task_id, staff_id, phone_hash, line, asked_at, state)
      values (${attemptId}, ${taskId}, ${actor.staffId}, ${phoneHash}, ${line}, ${tx.now}, 'asked')`;
    await tx.stage('correspondence.call-back', { attemptId });
    const subject =
      task.caseId === null
        ? ({ kind: 'task', id: taskId } as const)
        : ({ kind: 'case', id: task.caseId } as const);
    return tx.record(
      { subject, kind: 'call-back.asked', data: { taskId, attemptId } },
      { kind: 'asked', attemptId },
    );
  });
}

/** An attempt of unsure fate counts from when that was found: the telephone may be ringing, and the provider's news may come yet. */
async function attemptUnderWay(tx: DeskTx, taskId: TaskId): Promise<CallAttemptId | undefined> {
  const lifeAgo = new Date(tx.now.getTime() - callLifeMs);
  const talkAgo = new Date(tx.now.getTime() - talkMs);
  const [found] = await tx.sql<[{ id: CallAttemptId }?]>`
    select id from call_attempt where task_id = ${taskId} and (
      (state in ('asked', 'placed') and asked_at > ${lifeAgo}) or (state = 'unsure' and settled_at > ${lifeAgo})
      or (state = 'placed' and detail = ${talking} and settled_at > ${talkAgo}))
    order by asked_at desc, id limit 1`;
  return found?.id;
}

/** Counts under one lock, so that calls asked for at the same moment are not each the last one allowed. */
async function tooOften(
  tx: DeskTx,
  phoneHash: Buffer,
  { callsANumberADay, callsAnHour }: OutboundRules,
): Promise<'number-often' | 'often' | undefined> {
  await tx.sql`select pg_advisory_xact_lock(hashtextextended('outbound-calls', 0))`;
  const dayAgo = new Date(tx.now.getTime() - day);
  const hourAgo = new Date(tx.now.getTime() - hour);
  const [counted] = await tx.sql<[{ toNumber: number; inHour: number }]>`
    select (select count(*)::int from call_attempt where phone_hash = ${phoneHash} and asked_at > ${dayAgo}) as to_number,
      (select count(*)::int from call_attempt where asked_at > ${hourAgo}) as in_hour`;
  if (counted.toNumber >= callsANumberADay) return 'number-often';
  return counted.inHour >= callsAnHour ? 'often' : undefined;
}
