import type { CaseId } from '@guichet/kernel';
import type { Tx } from '@guichet/platform';
import type { OpenKey } from '../privacy/case-key.ts';

/** One time that a case went to another team. */
export interface CaseTransfer {
  from: string;
  to: string;
  reason: string;
  /** ISO day. */
  followUpOn: string | null;
  at: Date;
  by: string;
}

/** Gives the teams that a case went through, with why, the first first; without reasons once the data are destroyed. */
export async function transfersOf(
  sql: Tx,
  caseId: CaseId,
  key: OpenKey | undefined,
): Promise<CaseTransfer[]> {
  const rows = await sql<(Omit<CaseTransfer, 'reason'> & { id: string; sealed: Buffer })[]>`
    select t.id, t.from_team as from, t.to_team as to, t.sealed, to_char(t.follow_up_on, 'YYYY-MM-DD') as follow_up_on, t.at, s.name as by
    from case_transfer t join staff s on s.id = t.staff_id where t.case_id = ${caseId} order by t.at, t.id`;
  return rows.map(({ id, sealed, ...transfer }) => ({
    ...transfer,
    reason: key ? (key.open(`transfer:${id}`, sealed) as { words: string }).words : '',
  }));
}
