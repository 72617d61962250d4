import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';
import type { RecordedCall } from './find-recorded-call.ts';
import { claimableForMs } from './note-recorded-call.ts';

export interface ListedRecording {
  /** The provider's id of the recording. */
  providerRef: string;
  /** When it was made, by the provider's clock. */
  madeAt: Date;
}

/**
 * Tells whether a recording of a call may be deleted at the provider: it is kept here, the caller erased it, or nobody uses it.
 *
 * Guarantee: never one that a case, a draft or a task uses and that is not here yet, nor one so young that a turn of its call may
 *   still claim it. One that no turn claimed was never an answer: it is nobody's to hear.
 */
export function mayClearRecording(
  ctx: DeskContext,
  { erased }: RecordedCall,
  { providerRef, madeAt }: ListedRecording,
): Promise<boolean> {
  return readAs(ctx, 'evidence.read', async (sql) => {
    const [known] = await sql<[{ isStored: boolean; isUsed: boolean }?]>`
      select e.stored_at is not null as is_stored,
        e.case_id is not null or e.draft_id is not null or exists (select 1 from task t where t.evidence_id = e.id) as is_used
      from evidence e where e.provider_ref = ${providerRef}`;
    if (known?.isStored || erased.includes(providerRef)) return true;
    const isClaimable = ctx.clock.now().getTime() - madeAt.getTime() < claimableForMs;
    return known?.isUsed ? false : !isClaimable;
  });
}
