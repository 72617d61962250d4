import type { CaseId, Reference } from '@guichet/kernel';

/** What became of one prepared case: written, known already by its idempotency key, or a second answer where one is taken. */
export type Inserted =
  | { fresh: true; caseId: CaseId; reference: Reference; dueAt: Date }
  | { fresh: false; barred: true }
  | { fresh: false; barred: false; sameFacts: boolean; caseId: CaseId; reference: Reference; dueAt: Date };
