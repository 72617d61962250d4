import type { CaseId, DraftId, EvidenceId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { once } from '../outbox/once.ts';
import { subjectOfEvidence } from '../privacy/subject-of-evidence.ts';
import { sealSuggestion } from '../privacy/suggestion.ts';

/**
 * Keeps what a machine believes it heard in a recording, sealed; without a text it only notes that the machine was asked.
 *
 * Guarantee: once a job; nothing where the recording's key was destroyed meanwhile; no answer is touched.
 */
export async function keepSuggestion(
  ctx: DeskContext,
  outboxId: string,
  id: EvidenceId,
  text: string | undefined,
): Promise<void> {
  await transact(ctx, 'evidence.keep', (tx) =>
    once(tx, outboxId, 'correspondence.suggest-transcript', async () => {
      const [found] = await tx.sql<
        [{ caseId: CaseId | null; draftId: DraftId | null; dataKey: Buffer | null }?]
      >`
        select case_id, draft_id, data_key from evidence where id = ${id} for update`;
      if (!found?.dataKey || text === undefined) return tx.unchanged(undefined);
      const sealed = sealSuggestion(ctx.keyring, id, found.dataKey, text);
      await tx.sql`update evidence set suggestion = ${sealed} where id = ${id}`;
      const subject = subjectOfEvidence(found);
      if (!subject) return tx.unchanged(undefined);
      return tx.record({ subject, kind: 'transcript.suggested', data: { evidenceId: id } }, undefined);
    }),
  );
}
