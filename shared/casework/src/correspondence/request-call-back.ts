import {
  type CaseId,
  DeskError,
  type DraftId,
  type EvidenceId,
  type Language,
  type TaskId,
  idOfHash,
} from '@guichet/kernel';
import { type DeskTx, type Recorded, transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { newDataKey, unwrapDataKey } from '../privacy/case-key.ts';

export interface RequestCallBack {
  /** One call-back a key, e.g. `call:<CallSid>`: repeating asks for no second one. */
  key: string;
  language: Language;
  /** E.164; absent when the person left it in the recording. */
  phone?: string;
  recording?: EvidenceId;
  /** Why: `asked`, `not-understood`… */
  reason: string;
  /** When the person would like it. */
  at?: Date;
  /** Whose team calls; absent means the team of the first service. */
  service?: string;
  team?: string;
  draftId?: DraftId;
  caseId?: CaseId;
}

/** What a call-back task keeps sealed. */
export interface CallBackContent {
  language: Language;
  phone?: string;
  reason: string;
  at?: string;
}

/** Why a message that no turn of its call handed over is to be heard. */
export const messageReason = 'message-left';

/** The key of the one call-back that a call asks for. */
export function callBackKey(callSid: string): string {
  return `call:${callSid}`;
}

/**
 * Opens a task for a person to call back.
 *
 * Guarantee: one task a key; the number is sealed. A task that a message opened before its call asked is given what it lacks.
 * Errors: invalid — neither a number nor a recording.
 */
export async function requestCallBack(ctx: DeskContext, input: RequestCallBack): Promise<TaskId> {
  if (input.phone === undefined && input.recording === undefined)
    throw new DeskError('invalid', 'call-back-number-missing');
  const { id } = await transact(ctx, 'call-back.request', (tx) => askCallBackIn(ctx, tx, input));
  return id;
}

export interface AskedCallBack {
  id: TaskId;
  /** Whether the open task of the key has the number and the recording that were given; told to the system alone. */
  isWhole: boolean;
}

/** Opens the task of a call-back, or completes the one that its key has, inside a verb that asks for more. */
export async function askCallBackIn(
  ctx: DeskContext,
  tx: DeskTx,
  input: RequestCallBack,
): Promise<Recorded<AskedCallBack>> {
  const id = idOfHash<'task'>(ctx.keyring.blindIndex('call-back', input.key));
  const { wrapped, key } = newDataKey(ctx.keyring, `task:${id}`);
  const content = contentOf(input);
  const made = await tx.sql`
    insert into task (id, kind, team, case_id, draft_id, evidence_id, data_key, sealed, created_at)
    values (${id}, 'call-back', ${teamOf(ctx, input)}, ${input.caseId ?? null}, ${input.draftId ?? null}, ${input.recording ?? null},
      ${wrapped}, ${key.seal('content', content)}, ${tx.now})
    on conflict do nothing`;
  if (made.count === 0) return completeTask(ctx, tx, id, input);
  return tx.record(
    { subject: { kind: 'task', id }, kind: 'call-back.requested', data: { reason: input.reason } },
    { id, isWhole: true },
  );
}

/** Gives an open task what it lacks. What the call asked for counts more than the bare news of its message. */
async function completeTask(
  ctx: DeskContext,
  tx: DeskTx,
  id: TaskId,
  input: RequestCallBack,
): Promise<Recorded<AskedCallBack>> {
  const [task] = await tx.sql<[{ dataKey: Buffer; sealed: Buffer; recording: EvidenceId | null }?]>`
    select data_key, sealed, evidence_id as recording from task
    where id = ${id} and done_at is null and sealed is not null and data_key is not null for update`;
  if (!task) return tx.unchanged({ id, isWhole: false });
  const key = unwrapDataKey(ctx.keyring, `task:${id}`, task.dataKey);
  const held = key.open('content', task.sealed) as CallBackContent;
  const lacksPhone = held.phone === undefined && input.phone !== undefined;
  const lacksRecording = task.recording === null && input.recording !== undefined;
  const hasRecording = lacksRecording || input.recording === undefined || task.recording === input.recording;
  const isBareNews = held.reason === messageReason;
  const lacksReason = isBareNews && input.reason !== messageReason;
  if (!lacksPhone && !lacksRecording && !lacksReason) return tx.unchanged({ id, isWhole: hasRecording });
  const given = contentOf(input);
  const content = isBareNews ? { ...held, ...given } : { ...given, ...held };
  await tx.sql`
    update task set sealed = ${key.seal('content', content)}, evidence_id = coalesce(evidence_id, ${input.recording ?? null}),
      case_id = coalesce(case_id, ${input.caseId ?? null}), draft_id = coalesce(draft_id, ${input.draftId ?? null}),
      team = case when ${isBareNews} then ${teamOf(ctx, input)} else team end
    where id = ${id}`;
  return tx.record(
    { subject: { kind: 'task', id }, kind: 'call-back.added', data: { reason: content.reason } },
    { id, isWhole: hasRecording },
  );
}

function contentOf({ language, reason, phone, at }: RequestCallBack): CallBackContent {
  return {
    language,
    reason,
    ...(phone !== undefined && { phone }),
    ...(at !== undefined && { at: at.toISOString() }),
  };
}

function teamOf(ctx: DeskContext, { team, service }: RequestCallBack): string {
  const asked = service === undefined ? undefined : ctx.catalogue.find(service);
  const found = team ?? (asked ?? ctx.catalogue.services[0])?.definition.routing.team;
  if (found === undefined) throw new DeskError('broken', 'fault', { detail: 'no service, so no team' });
  return found;
}
