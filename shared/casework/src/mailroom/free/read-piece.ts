import { type CaseId, DeskError, type EvidenceId, type Language, type LetterId } from '@guichet/kernel';
import { transact } from '../../audit/transact.ts';
import type { DeskContext } from '../../context.ts';
import type { ReadLine } from '../letter-reading.ts';
import { readingOf } from './find-in-case.ts';
import { matchPage, type PageMatch, wordsToFind } from './match-words.ts';

/** One original of a case, among the others. */
export interface Piece {
  id: EvidenceId;
  kind: string;
  mediaType: string;
  fileName: string | null;
  page: number | null;
  bytes: number | null;
  /** SHA-256 taken when it came, in hexadecimal. */
  sha256: string | null;
  receivedAt: Date;
  /** From 1. */
  place: number;
  of: number;
  previous: EvidenceId | null;
  next: EvidenceId | null;
  /** What proves the file that the page was scanned in; no way to it, for it holds the letters of others too. */
  scannedIn: { fileName: string | null; sha256: string | null; receivedAt: Date } | null;
  text: readonly ReadLine[] | null;
  /** Of the text. */
  language: Language | null;
  /** Of the picture that the text was read from. Unit: pixels */
  size: { width: number; height: number } | null;
  match: PageMatch | null;
}

export interface ReadPiece {
  reference: string;
  evidenceId: EvidenceId;
  /** Words to show on its picture. */
  words?: string;
}

/**
 * Gives what the viewer says of one original of a case, its text included, and leaves the event that says who looked.
 *
 * Guarantee: the bytes are given by `readEvidence`, which leaves its own. Errors: not-found — no such case, of another team, or not in it.
 */
export async function readPiece(
  ctx: DeskContext,
  { reference, evidenceId, words }: ReadPiece,
): Promise<Piece> {
  return transact(ctx, 'evidence.read', async (tx) => {
    const [found] = await tx.sql<[{ id: CaseId }?]>`select id from cases where reference = ${reference}`;
    if (!found) throw new DeskError('not-found', 'no-such-case');
    const all = await tx.sql<
      (Pick<Piece, 'id' | 'kind' | 'mediaType' | 'fileName' | 'page' | 'bytes' | 'sha256' | 'receivedAt'> & {
        letterId: LetterId | null;
        batchId: string | null;
      })[]
    >`
      select id, kind, media_type, file_name, page, bytes, encode(sha256, 'hex') as sha256, created_at as received_at, letter_id, batch_id
      from evidence where case_id = ${found.id} and stored_at is not null order by created_at, page, id`;
    const at = all.findIndex(({ id }) => id === evidenceId);
    const piece = all[at];
    if (!piece) throw new DeskError('not-found', 'no-such-evidence');
    const { letterId, batchId, ...facts } = piece;
    const [scannedIn] = batchId
      ? await tx.sql<[NonNullable<Piece['scannedIn']>?]>`
          select file_name, encode(sha256, 'hex') as sha256, created_at as received_at from evidence
          where batch_id = ${batchId} and kind = 'batch' and letter_id is null limit 1`
      : [];
    const reading = letterId && piece.page !== null ? await readingOf(ctx, tx, letterId) : undefined;
    const page = (piece.page ?? 1) - 1;
    const text = reading?.text?.[page] ?? null;
    return tx.record(
      { subject: { kind: 'case', id: found.id }, kind: 'evidence.viewed', data: { evidenceId } },
      {
        ...facts,
        place: at + 1,
        of: all.length,
        previous: all[at - 1]?.id ?? null,
        next: all[at + 1]?.id ?? null,
        scannedIn: scannedIn ?? null,
        text,
        language: reading?.suggestions?.language ?? null,
        size: reading?.sizes?.[page] ?? null,
        match: (text && matchPage(text, wordsToFind(words ?? ''))) ?? null,
      },
    );
  });
}
