import { findInCase, type FoundPage, readPiece } from '@guichet/casework';
import { DeskError, type EvidenceId, isDeskError, isId, parseReference } from '@guichet/kernel';
import { errorWords } from '@guichet/pages';
import { Hono } from 'hono';
import type { DeskEnv, DeskRequest } from '../frame/desk-env.ts';
import { draw } from '../frame/draw.tsx';
import { textOf } from '../frame/text-of.ts';
import { staffOf } from '../session/require-staff.ts';
import { pieceHref, pieceName, turns, wordsName, zooms } from './piece-look.ts';
import { PiecePage } from './piece-page.tsx';

/** Shows the originals of a case one by one, and finds their pages by words; the words go in no address. */
export function pieceRoutes(): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>();
  app.get('/cases/:reference/pieces/:id', (c) => show(c));
  app.post('/cases/:reference/pieces/:id', (c) => show(c, textOf(c.get('form'), wordsName)));
  return app;
}

async function show(c: DeskRequest, typed?: string): Promise<Response> {
  const { ctx } = staffOf(c, 'evidence.read');
  const language = c.get('language');
  const reference = parseReference(c.req.param('reference') ?? '');
  const id = c.req.param('id') ?? '';
  if (!reference || !isId(id)) throw new DeskError('not-found', 'no-such-evidence');
  const look = {
    turn: turns.find((turn) => String(turn) === c.req.query('turn')) ?? 0,
    zoom: zooms.find((zoom) => String(zoom) === c.req.query('zoom')) ?? 100,
    words: typed ?? '',
  };
  const piece = await readPiece(ctx, { reference, evidenceId: id as EvidenceId, words: look.words });
  const search: Awaited<ReturnType<typeof looked>> =
    typed === undefined ? {} : await looked(c, reference, typed);
  const problems = search.problem === undefined ? [] : [{ path: wordsName, message: search.problem }];
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
      csrf={c.get('csrf')}
      reference={reference}
      piece={piece}
      look={look}
      found={search.found}
      problems={problems}
    />,
  );
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
