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

/** Deleted at the provider; left there for now; or a message that a person must still be asked to hear. */
export type RecordingFate = 'clear' | 'leave' | 'hear';

/**
 * Tells what becomes of a recording that the provider keeps of a call.
 *
 * Guarantee: cleared only when it is kept here, the caller erased it, or it was told of as no message and nobody uses it. Any other
 *   may be a message whose news was lost: once no turn of its call can claim it any more, it is to be heard.
 */
export function recordingFate(
  ctx: DeskContext,
  { erased, noMessage }: RecordedCall,
  { providerRef, madeAt }: ListedRecording,
): Promise<RecordingFate> {
  return readAs(ctx, 'evidence.read', async (sql) => {
    const [known] = await sql<[{ isStored: boolean; isUsed: boolean }?]>`
      select e.stored_at is not null as is_stored,
        e.case_id is not null or e.draft_id is not null or exists (select 1 from task t where t.evidence_id = e.id) as is_used
      from evidence e where e.provider_ref = ${providerRef}`;
    if (known?.isStored || erased.includes(providerRef)) return 'clear';
    const isClaimable = ctx.clock.now().getTime() - madeAt.getTime() < claimableForMs;
    if (known?.isUsed || isClaimable) return 'leave';
    return noMessage.includes(providerRef) ? 'clear' : 'hear';
  });
}
