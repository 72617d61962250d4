import type { PostingId } from '@guichet/kernel';
import type { DeskContext } from '../context.ts';
import { unwrapDataKey } from '../privacy/case-key.ts';
import { type PostingOwner, subjectOfPosting } from './posting-parts.ts';
import type { WrittenTo } from './queue-letter.ts';

export interface SealedPosting extends PostingOwner {
  id: PostingId;
  caseKey: Buffer | null;
  letterKey: Buffer | null;
  toSealed: Buffer | null;
}

/** Opens what stands in the window of something posted; undefined once the data are destroyed, or from before it was kept. */
export function writtenTo({ keyring }: DeskContext, posting: SealedPosting): WrittenTo | undefined {
  const { id, toSealed } = posting;
  const dataKey = posting.caseId === null ? posting.letterKey : posting.caseKey;
  if (dataKey === null || toSealed === null) return undefined;
  const owner = subjectOfPosting(posting);
  return unwrapDataKey(keyring, `${owner.kind}:${owner.id}`, dataKey).open(
    `posting:${id}`,
    toSealed,
  ) as WrittenTo;
}
