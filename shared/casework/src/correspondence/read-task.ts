import { type AnswerValue, isPending, type PendingValue } from '@guichet/catalogue';
import { type CaseId, DeskError, type EvidenceId, type Reference, type TaskId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { CaseTaskKind } from '../cases/contacts/talk-of.ts';
import type { DeskContext } from '../context.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';
import { readAnswerPath } from './answer-path.ts';
import type { LiveCallId } from './note-live-call.ts';
import { recordingOfTask, type TaskRecording } from './recording-of-task.ts';
import type { CallBackContent } from './request-call-back.ts';

export interface TaskFile {
  id: TaskId;
  kind: CaseTaskKind;
  reference: Reference | null;
  serviceCode: string | null;
  serviceVersion: number | null;
  question: string | null;
  evidenceId: EvidenceId | null;
  createdAt: Date;
  doneAt: Date | null;
  /** Whether its case may be seen: one given to another team may not. */
  isSeen: boolean;
  /** ISO day. */
  dueOn: string | null;
  /** Of a follow-up, the team that has the case now. */
  givenTo: string | undefined;
  /** The call that asked for it, with the answers given so far. */
  liveCallId: LiveCallId | null;
  /** Whom to call, of a call-back. */
  callBack: CallBackContent | undefined;
  /** What was keyed beside the recording, of a transcription. */
  keyed: PendingValue['keyed'] | undefined;
  recording: TaskRecording;
}

type FoundTask = Omit<TaskFile, 'givenTo' | 'callBack' | 'keyed' | 'recording'> & {
  caseId: CaseId | null;
  caseKey: Buffer | null;
  dataKey: Buffer | null;
  sealed: Buffer | null;
};

/** Gives a task with what it keeps sealed, and leaves the event that says who opened it. Errors: not-found; gone. */
export async function readTask(ctx: DeskContext, id: TaskId): Promise<TaskFile> {
  return transact(ctx, 'task.do', async (tx) => {
    const [found] = await tx.sql<[FoundTask?]>`
      select t.id, t.kind, coalesce(c.reference, t.reference) as reference, c.id is not null as is_seen, c.service_code, c.service_version, t.question, t.evidence_id, t.created_at, t.done_at, to_char(t.due_on, 'YYYY-MM-DD') as due_on,
        (select l.id from live_call l where l.draft_id = t.draft_id order by l.since desc, l.id limit 1) as live_call_id,
        t.case_id, c.data_key as case_key, t.data_key, t.sealed
      from task t left join cases c on c.id = t.case_id where t.id = ${id}`;
    if (!found) throw new DeskError('not-found', 'no-such-task');
    const { caseId, caseKey, dataKey, sealed, ...facts } = found;
    const content =
      sealed === null ? undefined : unwrapDataKey(ctx.keyring, `task:${id}`, dataKey).open('content', sealed);
    const isCall = found.kind === 'call-back';
    const callBack = isCall ? (content as CallBackContent | undefined) : undefined;
    const givenTo = isCall ? undefined : (content as { team?: string } | undefined)?.team;
    let keyed: TaskFile['keyed'];
    if (caseId !== null && found.kind === 'transcription' && found.question !== null) {
      const path = readAnswerPath(found.question);
      const [answer] = await tx.sql<[{ value: AnswerValue | null; sealed: Buffer | null }?]>`
        select value, sealed from case_answer where case_id = ${caseId} and question = ${path.key}`;
      const key = unwrapDataKey(ctx.keyring, `case:${caseId}`, caseKey);
      const value = answer?.sealed ? key.open(`answer:${path.key}`, answer.sealed) : answer?.value;
      const held =
        path.member === undefined
          ? value
          : Reflect.get(Object(Reflect.get(Object(value), path.index ?? 0)), path.member);
      keyed = isPending(held) ? held.keyed : undefined;
    }
    const recording = await recordingOfTask(ctx, tx, id);
    const subject =
      caseId === null ? ({ kind: 'task', id } as const) : ({ kind: 'case', id: caseId } as const);
    return tx.record(
      { subject, kind: 'task.read', data: { taskId: id } },
      { ...facts, callBack, givenTo, keyed, recording },
    );
  });
}
