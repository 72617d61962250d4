import { type EvidenceId, minute, type Reference, type TaskId } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { CaseTaskKind } from '../cases/contacts/talk-of.ts';
import type { DeskContext } from '../context.ts';

export interface TaskRow {
  id: TaskId;
  kind: CaseTaskKind;
  team: string;
  reference: Reference | null;
  serviceCode: string | null;
  serviceVersion: number | null;
  /** Which answer to type: `question`, or `group.0.member`. */
  question: string | null;
  evidenceId: EvidenceId | null;
  /** Whether the recording is here already. */
  isStored: boolean;
  /** A recording nobody understands: the person is called instead. */
  isUnheard: boolean;
  /** Opened by another person a moment ago, who may be at it still. */
  isOpenElsewhere: boolean;
  createdAt: Date;
  /** ISO day, where one was set. */
  dueOn: string | null;
}

/** Whoever opened a task this long ago has left it. */
const openForMs = 10 * minute;

/** Lists the open tasks of the actor's teams, longest first, at most 200. No personal data, so no event. */
export function listTasks(ctx: DeskContext): Promise<TaskRow[]> {
  return readAs(ctx, 'task.list', async (sql) => {
    const since = new Date(ctx.clock.now().getTime() - openForMs);
    const me = ctx.actor.kind === 'staff' ? ctx.actor.staffId : '';
    const rows = await sql<TaskRow[]>`
      select t.id, t.kind, t.team, coalesce(c.reference, t.reference) as reference, coalesce(c.service_code, d.service_code) as service_code,
        coalesce(c.service_version, d.service_version) as service_version, t.question, t.evidence_id,
        e.stored_at is not null as is_stored, t.unheard_at is not null as is_unheard, t.created_at, to_char(t.due_on, 'YYYY-MM-DD') as due_on,
        exists (select 1 from event o where o.subject_id = coalesce(t.case_id, t.id) and o.kind = 'task.read' and o.at > ${since}
          and o.data ->> 'taskId' = t.id::text and o.actor_id <> ${me}) as is_open_elsewhere
      from task t left join cases c on c.id = t.case_id left join draft d on d.id = t.draft_id left join evidence e on e.id = t.evidence_id
      where t.done_at is null order by t.created_at, t.id limit 200`;
    return [...rows];
  });
}
