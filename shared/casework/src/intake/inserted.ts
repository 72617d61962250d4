import type { CaseId, Reference } from '@guichet/kernel';

/** What became of one prepared case: written, or known already by its idempotency key. */
export type Inserted =
  | { fresh: true; caseId: CaseId; reference: Reference; dueAt: Date }
  | { fresh: false; sameFacts: boolean; caseId: CaseId; reference: Reference; dueAt: Date };
