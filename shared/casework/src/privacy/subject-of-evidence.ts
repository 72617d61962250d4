import type { CaseId, DraftId } from '@guichet/kernel';

/** Tells whose history speaks of an original: its case's, before there is one its draft's; undefined when it has neither. */
export function subjectOfEvidence(
  held: { caseId?: CaseId | null | undefined; draftId?: DraftId | null | undefined } | undefined,
) {
  if (held?.caseId) return { kind: 'case', id: held.caseId } as const;
  return held?.draftId ? ({ kind: 'draft', id: held.draftId } as const) : undefined;
}
