import type { Reference } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';

/** A case that one person proposes to close and another is to confirm. */
export interface ProposalRow {
  reference: Reference;
  serviceCode: string;
  serviceVersion: number;
  outcome: string;
  dueAt: Date;
  proposedAt: Date;
  by: string;
  /** Proposed by who looks: somebody else confirms it. */
  isOwn: boolean;
}

/** Lists the closures of the actor's teams that wait for a second person, first promised first, at most 100. No personal data, so no event. */
export function listProposals(ctx: DeskContext): Promise<ProposalRow[]> {
  return readAs(ctx, 'queue.list', async (sql) => {
    const me = ctx.actor.kind === 'staff' ? ctx.actor.staffId : '';
    const rows = await sql<ProposalRow[]>`
      select c.reference, c.service_code, c.service_version, p.outcome, c.due_at, p.proposed_at, s.name as by,
        p.staff_id::text = ${me} as is_own
      from closure_proposal p join cases c on c.id = p.case_id join staff s on s.id = p.staff_id
      where p.settled_at is null order by c.due_at, p.proposed_at, p.id limit 100`;
    return [...rows];
  });
}
