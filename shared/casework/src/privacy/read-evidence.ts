import { DeskError, type EvidenceId } from '@guichet/kernel';
import { requireMay } from '../audit/permissions.ts';
import { transact } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';

export interface EvidenceFile {
  mediaType: string;
  fileName: string | null;
  bytes: Buffer;
}

/**
 * Gives an original to staff, and leaves the event that says who saw it.
 *
 * Guarantee: checked against the hash taken when it came; mail that belongs to no case is for the mailroom alone.
 * Errors: not-found — none, another team's, or not stored yet; not-allowed; gone; broken — the bytes changed.
 */
export async function readEvidence(ctx: DeskContext, id: EvidenceId): Promise<EvidenceFile> {
  return transact(ctx, 'evidence.read', async (tx) => {
    const [row] = await tx.sql<
      [
        {
          mediaType: string;
          fileName: string | null;
          dataKey: Buffer | null;
          caseId: string | null;
          batchId: string | null;
          letterId: string | null;
        }?,
      ]
    >`
      select media_type, file_name, data_key, case_id, batch_id, letter_id from evidence where id = ${id} and stored_at is not null`;
    if (!row) throw new DeskError('not-found', 'no-such-evidence');
    // A pile holds the letters of many people: the case of one of them opens none of it.
    if (row.caseId === null && (row.batchId ?? row.letterId) !== null) requireMay(ctx.actor, 'mailroom.read');
    const bytes = await openEvidence(ctx, id, row.dataKey);
    const subject = row.caseId
      ? ({ kind: 'case', id: row.caseId } as const)
      : row.letterId
        ? ({ kind: 'letter', id: row.letterId } as const)
        : row.batchId
          ? ({ kind: 'batch', id: row.batchId } as const)
          : undefined;
    const file = { mediaType: row.mediaType, fileName: row.fileName, bytes };
    if (!subject) return tx.unchanged(file);
    return tx.record({ subject, kind: 'evidence.read', data: { evidenceId: id } }, file);
  });
}

/** Opens the stored bytes of an original. Errors: gone — its key was destroyed. */
export async function openEvidence(ctx: DeskContext, id: string, dataKey: Buffer | null): Promise<Buffer> {
  if (dataKey === null) throw new DeskError('gone', 'data-destroyed');
  const dek = ctx.keyring.unwrap(dataKey, `evidence:${id}`);
  return ctx.keyring.open(dek, `evidence:${id}`, await ctx.evidence.get(id));
}
