import type { EvidenceId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { insertEvidence, type NewEvidence, storeEvidence } from './keep-evidence.ts';

/** Keeps a file that someone gave with a draft (web upload, counter scan) as evidence, and gives its id for the answer. */
export async function uploadEvidence(
  ctx: DeskContext,
  input: NewEvidence & { draftId: NonNullable<NewEvidence['draftId']> },
): Promise<EvidenceId> {
  const stored = await storeEvidence(ctx, input);
  return transact(ctx, 'evidence.keep', async (tx) => {
    await insertEvidence(tx, stored);
    return tx.record(
      {
        subject: { kind: 'draft', id: input.draftId },
        kind: 'evidence.kept',
        data: { evidenceId: stored.id, bytes: stored.size },
      },
      stored.id,
    );
  });
}
