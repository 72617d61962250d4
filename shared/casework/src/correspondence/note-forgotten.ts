import type { CaseId, DraftId, EvidenceId } from '@guichet/kernel';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { once } from '../outbox/once.ts';
import { subjectOfEvidence } from '../privacy/subject-of-evidence.ts';

/** Writes down that the telephone provider keeps a recording no more. Guarantee: once a job. */
export async function noteForgotten(ctx: DeskContext, outboxId: string, id: EvidenceId): Promise<void> {
  await transact(ctx, 'evidence.keep', (tx) =>
    once(tx, outboxId, 'correspondence.forget-recording', async () => {
      const [found] = await tx.sql<[{ caseId: CaseId | null; draftId: DraftId | null }?]>`
        select case_id, draft_id from evidence where id = ${id}`;
      const subject = subjectOfEvidence(found);
      if (!subject) return tx.unchanged(undefined);
      return tx.record({ subject, kind: 'recording.forgotten', data: { evidenceId: id } }, undefined);
    }),
  );
}
