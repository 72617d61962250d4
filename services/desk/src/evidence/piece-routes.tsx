import { findInCase, type FoundPage, readPiece } from '@guichet/casework';
import { DeskError, type EvidenceId, isDeskError, isId, parseReference } from '@guichet/kernel';
import { errorWords } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { staffOf } from '../session/require-staff.ts';
import { pieceHref, pieceName, turns, zooms } from './piece-look.ts';
import { PiecePage } from './piece-page.tsx';

/** Shows the originals of a case one by one, and finds their pages by words. */
export function pieceRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get('/cases/:reference/pieces/:id', async (c) => {
    const { ctx } = staffOf(c, 'evidence.read');
    const language = c.get('language');
    const reference = parseReference(c.req.param('reference'));
    const id = c.req.param('id');
    if (!reference || !isId(id)) throw new DeskError('not-found', 'no-such-evidence');
    const words = c.req.query('words')?.trim() ?? '';
    const look = {
      turn: turns.find((turn) => String(turn) === c.req.query('turn')) ?? 0,
      zoom: zooms.find((zoom) => String(zoom) === c.req.query('zoom')) ?? 100,
      words,
    };
    const piece = await readPiece(ctx, { reference, evidenceId: id as EvidenceId, words });
    const isSearched = c.req.query('words') !== undefined;
    const search: Awaited<ReturnType<typeof looked>> = isSearched ? await looked(c, reference, words) : {};
    const problems = search.problem === undefined ? [] : [{ path: 'words', message: search.problem }];
    return draw(
      c,
      {
        title: pieceName(piece, language),
        current: 'queue',
        wide: true,
        here: pieceHref(reference, piece.id),
        hasErrors: problems.length > 0,
        status: problems.length > 0 ? 422 : 200,
      },
      <PiecePage
        language={language}
        reference={reference}
        piece={piece}
        look={look}
        found={search.found}
        problems={problems}
      />,
    );
  });
  return app;
}

async function looked(
  c: DeskRequest,
  reference: string,
  words: string,
): Promise<{ found?: FoundPage[]; problem?: string }> {
  try {
    return { found: await findInCase(staffOf(c).ctx, { reference, words }) };
  } catch (error) {
    if (!isDeskError(error) || error.code !== 'invalid') throw error;
    return { problem: errorWords(error, c.get('language')) };
  }
}
