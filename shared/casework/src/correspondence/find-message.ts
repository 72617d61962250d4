import type { EvidenceId } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';

export interface FoundMessage {
  evidenceId: EvidenceId;
  /** Whether a task has a person hear it. */
  hasTask: boolean;
}

/** Finds a message left by telephone, by the provider's id of its recording; undefined while no turn of the call claimed it. */
export function findMessage(ctx: DeskContext, providerRef: string): Promise<FoundMessage | undefined> {
  return readAs(ctx, 'evidence.read', async (sql) => {
    const [found] = await sql<[FoundMessage?]>`
      select id as evidence_id, exists (select 1 from task t where t.evidence_id = e.id) as has_task
      from evidence e where provider_ref = ${providerRef}`;
    return found;
  });
}
