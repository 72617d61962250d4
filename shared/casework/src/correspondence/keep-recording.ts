import type { CaseId, DraftId, EvidenceId } from '@guichet/kernel';
import { DeskError } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { once } from '../outbox/once.ts';
import { storeEvidence } from '../privacy/keep-evidence.ts';
import { subjectOfEvidence } from '../privacy/subject-of-evidence.ts';

/**
 * Keeps a fetched recording, sealed with a key of its own whatever it answers, and stages its deletion at the provider.
 *
 * Guarantee: bytes and row agree: the bytes are put while the ledger row is held, so that a second worker waits and changes
 *   nothing; who dies right after leaves the deletion behind as work.
 * Shape: `suggests` also asks a machine what it hears in an answer. Errors: not-found.
 */
export async function keepRecording(
  ctx: DeskContext,
  outboxId: string,
  id: EvidenceId,
  recording: { bytes: Buffer; mediaType: string },
  { suggests = false }: { suggests?: boolean } = {},
): Promise<void> {
  await transact(ctx, 'evidence.keep', (tx) =>
    once(tx, outboxId, 'correspondence.fetch-recording', async () => {
      const [found] = await tx.sql<
        [{ caseId: CaseId | null; draftId: DraftId | null; storedAt: Date | null }?]
      >`
        select case_id, draft_id, stored_at from evidence where id = ${id} for update`;
      if (!found) throw new DeskError('not-found', 'no-such-recording', { detail: id });
      if (found.storedAt !== null) return tx.unchanged(undefined);
      const { bytes, mediaType } = recording;
      const stored = await storeEvidence(ctx, { id, kind: 'recording', mediaType, bytes });
      await tx.sql`
        update evidence set bytes = ${stored.size}, sha256 = ${stored.sha256}, data_key = ${stored.dataKey}, media_type = ${mediaType},
          stored_at = ${tx.now} where id = ${id}`;
      await tx.stage('correspondence.forget-recording', { evidenceId: id });
      if (suggests && (found.caseId ?? found.draftId))
        await tx.stage('correspondence.suggest-transcript', { evidenceId: id });
      const subject = subjectOfEvidence(found);
      if (!subject) return tx.unchanged(undefined);
      return tx.record(
        { subject, kind: 'evidence.kept', data: { evidenceId: id, bytes: stored.size } },
        undefined,
      );
    }),
  );
}
