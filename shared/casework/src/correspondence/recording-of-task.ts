import { isPending } from '@guichet/catalogue';
import type { CaseId, EvidenceId } from '@guichet/kernel';
import type { DeskTx } from '../audit/transact.ts';
import { answersOf } from '../cases/answers-of.ts';
import type { DeskContext } from '../context.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';
import { openSuggestion } from '../privacy/suggestion.ts';
import { findRecipient } from './find-recipient.ts';
import type { UnheardWhy } from './mark-unheard.ts';

/** What is known of a task's recording, for who types it. */
export interface TaskRecording {
  /** Whether its sound is here already. */
  isStored: boolean;
  /** What a machine believes it heard; never an answer by itself. */
  suggestion: string | undefined;
  /** Why nobody can type it, once somebody said so; the person is called back. */
  unheard: UnheardWhy | undefined;
  /** Where the person can be called, E.164: as they asked to be answered, else a number they gave. */
  phone: string | undefined;
}

interface Row {
  isStored: boolean;
  evidenceId: EvidenceId | null;
  evidenceKey: Buffer | null;
  suggestion: Buffer | null;
  unheard: UnheardWhy | null;
  caseId: CaseId | null;
  caseKey: Buffer | null;
  replyWay: Parameters<typeof findRecipient>[1] | null;
  replySealed: Buffer | null;
  serviceCode: string | null;
  serviceVersion: number | null;
}

/** Reads what is known of a task's recording, inside the verb that opens the task and leaves the event. */
export async function recordingOfTask(ctx: DeskContext, tx: DeskTx, taskId: string): Promise<TaskRecording> {
  const [row] = await tx.sql<[Row?]>`
    select e.stored_at is not null as is_stored, e.id as evidence_id, e.data_key as evidence_key, e.suggestion, t.unheard_why as unheard,
      t.case_id, c.data_key as case_key, c.reply_way, c.reply_sealed, c.service_code, c.service_version
    from task t left join evidence e on e.id = t.evidence_id left join cases c on c.id = t.case_id where t.id = ${taskId}`;
  return {
    isStored: row?.isStored ?? false,
    suggestion:
      row?.evidenceId && row.evidenceKey && row.suggestion
        ? openSuggestion(ctx.keyring, row.evidenceId, row.evidenceKey, row.suggestion)
        : undefined,
    unheard: row?.unheard ?? undefined,
    phone: row?.unheard ? await phoneOf(ctx, tx, row) : undefined,
  };
}

async function phoneOf(ctx: DeskContext, tx: DeskTx, row: Row): Promise<string | undefined> {
  if (row.caseId === null || row.serviceCode === null || row.replyWay === null) return undefined;
  const key = unwrapDataKey(ctx.keyring, `case:${row.caseId}`, row.caseKey);
  const reply = findRecipient(key, row.replyWay, row.replySealed);
  if ((reply.way === 'sms' || reply.way === 'voice') && 'phone' in reply) return reply.phone;
  const service = ctx.catalogue.find(row.serviceCode, row.serviceVersion ?? undefined);
  const answers = await answersOf(tx.sql, row.caseId, key);
  const given = service?.questions.find(
    ({ key: name, type }) => type === 'phone' && answers[name] !== undefined,
  );
  const phone = given && answers[given.key];
  return typeof phone === 'string' && !isPending(phone) ? phone : undefined;
}
