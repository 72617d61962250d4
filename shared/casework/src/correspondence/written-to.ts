import type { CaseId, PostingId } from '@guichet/kernel';
import type { DeskContext } from '../context.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';
import type { WrittenTo } from './queue-letter.ts';

/** Opens what stands in the window of something posted; undefined once the case's data are destroyed, or from before it was kept. */
export function writtenTo(
  { keyring }: DeskContext,
  posting: { id: PostingId; caseId: CaseId; caseKey: Buffer | null; toSealed: Buffer | null },
): WrittenTo | undefined {
  const { id, caseId, caseKey, toSealed } = posting;
  if (caseKey === null || toSealed === null) return undefined;
  return unwrapDataKey(keyring, `case:${caseId}`, caseKey).open(`posting:${id}`, toSealed) as WrittenTo;
}
