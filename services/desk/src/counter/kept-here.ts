import type { KeptDraft } from '@guichet/casework';

/** Notes that what a counter kept without network is in hand here once it was gone on with: it is taken only when it is sent here. */
export function keptHere(
  kept: KeptDraft | undefined,
  { at, hasFiles }: { at: Date; hasFiles: boolean },
): { kept?: KeptDraft } {
  if (!kept) return {};
  const { refused, ...known } = kept;
  const still = refused === undefined || hasFiles ? {} : { refused };
  return { kept: { ...known, ...still, stands: 'to-mend', at: at.toISOString() } };
}
