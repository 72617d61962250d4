import type { FoundPage, Piece } from '@guichet/casework';
import type { Language } from '@guichet/kernel';
import { type FieldProblem, words } from '@guichet/pages';

/** How far a picture may be turned. Unit: degrees, clockwise. */
export const turns = [0, 90, 180, 270] as const;
/** The sizes that a picture may be shown at. Unit: percent of the width of its place. */
export const zooms = [100, 150, 200, 300] as const;

/** The control that posts the words to find. */
export const wordsName = 'words';

/** How the picture is looked at. */
export interface PieceLook {
  turn: (typeof turns)[number];
  zoom: (typeof zooms)[number];
  /** Words shown on it. */
  words: string;
}

export interface PiecePageProps {
  language: Language;
  csrf: string;
  reference: string;
  piece: Piece;
  look: PieceLook;
  /** The pages that hold the words, when some were looked for. */
  found?: readonly FoundPage[] | undefined;
  problems: readonly FieldProblem[];
}

/** Gives the address of an original in the viewer. Guarantee: words looked for are never in it. */
export function pieceHref(
  reference: string,
  id: string,
  look: Partial<Omit<PieceLook, 'words'>> = {},
): string {
  const query = new URLSearchParams();
  if (look.turn) query.set('turn', String(look.turn));
  if (look.zoom && look.zoom !== 100) query.set('zoom', String(look.zoom));
  return `/cases/${reference}/pieces/${id}${query.size > 0 ? `?${query}` : ''}`;
}

/** Gives what an original is called: its kind, its page and the name of its file. */
export function pieceName(piece: Pick<Piece, 'kind' | 'page' | 'fileName'>, language: Language): string {
  const { work } = words(language);
  const kinds: Readonly<Record<string, string>> = work.case.evidenceKind;
  return [
    kinds[piece.kind] ?? piece.kind,
    piece.page === null ? '' : work.case.page(piece.page),
    piece.fileName ?? '',
  ]
    .filter(Boolean)
    .join(', ');
}
