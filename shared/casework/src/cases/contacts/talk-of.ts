import type { CaseId, EvidenceId, TaskId } from '@guichet/kernel';
import type { Tx } from '@guichet/platform';
import type { OpenKey } from '../../privacy/case-key.ts';

export type CaseTaskKind =
  | 'transcription'
  | 'call-back'
  | 'address'
  | 'missing-document'
  | 'follow-up'
  | 'own';

export interface CaseTask {
  id: TaskId;
  kind: CaseTaskKind;
  /** Of a recording to type: which answer. */
  question: string | null;
  evidenceId: EvidenceId | null;
  /** What is to be done, where somebody wrote it. */
  words: string | null;
  /** ISO day. */
  dueOn: string | null;
  createdAt: Date;
  /** Who wants it done, of the staff. */
  madeBy: string | null;
  doneAt: Date | null;
  doneBy: string | null;
}

export interface CaseContact {
  id: string;
  direction: 'in' | 'out';
  channel: string;
  /** `request`, `document`, `reply`, or `logged` by staff. */
  kind: string;
  at: Date;
  by: string | null;
  /** Unit: seconds. */
  seconds: number | null;
  words: string | null;
}

/** A call of the desk to the person, or theirs when they asked for somebody. */
export interface CaseCall {
  direction: 'in' | 'out';
  /** Of ours, what became of it. */
  state: string;
  at: Date;
  endedAt: Date | null;
  by: string | null;
}

export interface CaseNote {
  id: string;
  words: string;
  at: Date;
  by: string;
}

/** What staff and the person said to each other, and staff among themselves. */
export interface CaseTalk {
  notes: CaseNote[];
  contacts: CaseContact[];
  calls: CaseCall[];
  tasks: CaseTask[];
}

/**
 * Gives what was said and what is left to do on a case, oldest first; without its words once the data are destroyed.
 *
 * Shape: each statement is one index range of the case.
 */
export async function talkOf(sql: Tx, caseId: CaseId, key: OpenKey | undefined): Promise<CaseTalk> {
  const [notes, contacts, calls, tasks] = await Promise.all([
    sql<{ id: string; sealed: Buffer; at: Date; by: string }[]>`
      select n.id, n.sealed, n.written_at as at, s.name as by from case_note n join staff s on s.id = n.staff_id
      where n.case_id = ${caseId} order by n.written_at, n.id`,
    sql<(Omit<CaseContact, 'words'> & { sealed: Buffer | null })[]>`
      select k.id, k.direction, k.channel, k.kind, k.at, s.name as by, k.seconds, k.sealed
      from contact k left join staff s on s.id = k.staff_id where k.case_id = ${caseId} order by k.at, k.id`,
    sql<CaseCall[]>`
      select 'out' as direction, a.state, coalesce(a.started_at, a.asked_at) as at, a.settled_at as ended_at, s.name as by
      from task t join call_attempt a on a.task_id = t.id join staff s on s.id = a.staff_id where t.case_id = ${caseId}
      union all
      select 'in', l.state, l.since, l.ended_at, s.name from live_call l left join staff s on s.id = l.taken_by
      where l.case_id = ${caseId} order by at`,
    sql<(Omit<CaseTask, 'words'> & { wordsSealed: Buffer | null })[]>`
      select t.id, t.kind, t.question, t.evidence_id, t.words_sealed, to_char(t.due_on, 'YYYY-MM-DD') as due_on, t.created_at,
        m.name as made_by, t.done_at, d.name as done_by
      from task t left join staff m on m.id = t.made_by left join staff d on d.id = t.done_by
      where t.case_id = ${caseId} order by t.created_at, t.id`,
  ]);
  const wordsIn = (field: string, sealed: Buffer | null): string | null =>
    sealed === null || key === undefined ? null : (key.open(field, sealed) as { words: string }).words;
  return {
    notes: notes.map(({ sealed, ...note }) => ({
      ...note,
      words: wordsIn(`note:${note.id}`, sealed) ?? '',
    })),
    contacts: contacts.map(({ sealed, ...contact }) => ({
      ...contact,
      words: wordsIn(`contact:${contact.id}`, sealed),
    })),
    calls: [...calls],
    tasks: tasks.map(({ wordsSealed, ...task }) => ({
      ...task,
      words: wordsIn(`task:${task.id}`, wordsSealed),
    })),
  };
}
