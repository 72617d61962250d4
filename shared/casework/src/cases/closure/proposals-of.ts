import type { CaseId } from '@guichet/kernel';
import type { Tx } from '@guichet/platform';
import type { OpenKey } from '../../privacy/case-key.ts';
import type { ProposalContent } from './settle-proposal.ts';

/** A closure that somebody proposed, and what became of it. */
export interface CaseProposal {
  id: string;
  staffId: string;
  by: string;
  outcome: string;
  words: string;
  reasons: string | null;
  proposedAt: Date;
  settled: {
    as: 'confirmed' | 'sent-back' | 'withdrawn';
    at: Date;
    by: string;
    reason: string | null;
  } | null;
}

interface Row {
  id: string;
  staffId: string;
  by: string;
  outcome: string;
  sealed: Buffer;
  proposedAt: Date;
  settledAs: 'confirmed' | 'sent-back' | 'withdrawn' | null;
  settledAt: Date;
  settledBy: string;
  backSealed: Buffer | null;
}

/** Gives the closures proposed of a case, the first first; none once its data are destroyed. */
export async function proposalsOf(
  sql: Tx,
  caseId: CaseId,
  key: OpenKey | undefined,
): Promise<CaseProposal[]> {
  if (key === undefined) return [];
  const rows = await sql<Row[]>`
    select p.id, p.staff_id, s.name as by, p.outcome, p.sealed, p.proposed_at, p.settled_as, p.settled_at, b.name as settled_by, p.back_sealed
    from closure_proposal p join staff s on s.id = p.staff_id left join staff b on b.id = p.settled_by
    where p.case_id = ${caseId} order by p.proposed_at, p.id`;
  return rows.map(({ id, staffId, by, outcome, sealed, proposedAt, ...row }) => ({
    id,
    staffId,
    by,
    outcome,
    proposedAt,
    ...(key.open(`proposal:${id}`, sealed) as ProposalContent),
    settled:
      row.settledAs === null
        ? null
        : {
            as: row.settledAs,
            at: row.settledAt,
            by: row.settledBy,
            reason:
              row.backSealed === null
                ? null
                : (key.open(`proposal-back:${id}`, row.backSealed) as { words: string }).words,
          },
  }));
}
