import {
  type CaseId,
  DeskError,
  type DraftId,
  type EvidenceId,
  type Language,
  type TaskId,
  idOfHash,
} from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { newDataKey } from '../privacy/case-key.ts';

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

/**
 * Opens a task for a person to call back.
 *
 * Guarantee: one task a key; the number is sealed. Errors: invalid — neither a number nor a recording.
 */
export async function requestCallBack(ctx: DeskContext, input: RequestCallBack): Promise<TaskId> {
  if (input.phone === undefined && input.recording === undefined)
    throw new DeskError('invalid', 'call-back-number-missing');
  const id = idOfHash<'task'>(ctx.keyring.blindIndex('call-back', input.key));
  return transact(ctx, 'call-back.request', async (tx) => {
    const { wrapped, key } = newDataKey(ctx.keyring, `task:${id}`);
    const content: CallBackContent = {
      language: input.language,
      reason: input.reason,
      ...(input.phone !== undefined && { phone: input.phone }),
      ...(input.at !== undefined && { at: input.at.toISOString() }),
    };
    const made = await tx.sql`
      insert into task (id, kind, team, case_id, draft_id, evidence_id, data_key, sealed, created_at)
      values (${id}, 'call-back', ${teamOf(ctx, input)}, ${input.caseId ?? null}, ${input.draftId ?? null}, ${input.recording ?? null},
        ${wrapped}, ${key.seal('content', content)}, ${tx.now})
      on conflict do nothing`;
    if (made.count === 0) return tx.unchanged(id);
    return tx.record(
      { subject: { kind: 'task', id }, kind: 'call-back.requested', data: { reason: input.reason } },
      id,
    );
  });
}

function teamOf(ctx: DeskContext, { team, service }: RequestCallBack): string {
  const asked = service === undefined ? undefined : ctx.catalogue.find(service);
  const found = team ?? (asked ?? ctx.catalogue.services[0])?.definition.routing.team;
  if (found === undefined) throw new DeskError('broken', 'fault', { detail: 'no service, so no team' });
  return found;
}
