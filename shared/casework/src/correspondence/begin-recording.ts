import type { CaseId, DraftId, EvidenceId } from '@guichet/kernel';
import { type DeskTx, type Recorded, transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import { subjectOfEvidence } from '../privacy/subject-of-evidence.ts';

export interface BeginRecording {
  /** The id that the answer names already. */
  evidenceId: EvidenceId;
  /** The provider's id of the recording; one row each. */
  providerRef: string;
  mediaType: string;
  draftId?: DraftId;
  caseId?: CaseId;
}

/**
 * Writes down that a recording exists at the telephone provider, and stages its fetching.
 *
 * Guarantee: one row and one fetching a recording, however often the provider tells of it.
 */
export function beginRecording(ctx: DeskContext, input: BeginRecording): Promise<void> {
  return transact(ctx, 'evidence.keep', (tx) => beginRecordingIn(tx, input));
}

/** Begins a recording inside a verb that asks for more. */
export async function beginRecordingIn(tx: DeskTx, input: BeginRecording): Promise<Recorded<undefined>> {
  const { evidenceId, draftId, caseId } = input;
  const made = await tx.sql`
    insert into evidence (id, kind, case_id, draft_id, media_type, provider_ref, created_at)
    values (${evidenceId}, 'recording', ${caseId ?? null}, ${draftId ?? null}, ${input.mediaType}, ${input.providerRef}, ${tx.now})
    on conflict do nothing`;
  if (made.count === 0) return tx.unchanged(undefined);
  await tx.stage('correspondence.fetch-recording', { evidenceId });
  const subject = subjectOfEvidence(input);
  if (!subject) return tx.unchanged(undefined);
  return tx.record({ subject, kind: 'recording.made', data: { evidenceId } }, undefined);
}
