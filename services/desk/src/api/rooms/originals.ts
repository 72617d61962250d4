import { findInCase, readEvidence, readPiece } from '@guichet/casework';
import { z } from '@hono/zod-openapi';
import { type Operation, roomOf } from '../operation.ts';
import { instant, text } from '../shapes.ts';

const operation = roomOf('Originals');
const at = '/cases/{reference}/originals';

const spot = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

/** Scans, recordings and files, as they came. */
export const originalOperations: readonly Operation[] = [
  operation({
    id: 'readOriginal',
    method: 'get',
    path: '/originals/{id}',
    summary: 'Get an original, byte for byte',
    description: 'Leaves the event that says who saw it.',
    permission: 'evidence.read',
    answer: 'file',
    call: ({ ctx, id }) => readEvidence(ctx, id()),
  }),
  operation({
    id: 'describeOriginal',
    method: 'get',
    path: `${at}/{id}`,
    summary: 'Describe an original of a case, with the text that was read on it',
    permission: 'evidence.read',
    answer: z.object({
      id: z.uuid(),
      kind: z.string(),
      mediaType: z.string(),
      fileName: z.string().nullable(),
      page: z.int().nullable(),
      bytes: z.int().nullable(),
      sha256: z.string().nullable(),
      receivedAt: instant,
      place: z.int(),
      of: z.int(),
      text: z.string().nullable(),
    }),
    call: async ({ ctx, reference, id }) => {
      const piece = await readPiece(ctx, { reference, evidenceId: id() });
      const lines = piece.text?.map(({ words }) => words.map((word) => word.text).join(' '));
      return { ...piece, text: lines?.join('\n') ?? null };
    },
  }),
  operation({
    id: 'findInCase',
    method: 'post',
    path: `${at}/search`,
    summary: 'Find the pages of a case that hold all these words',
    permission: 'evidence.read',
    body: z.strictObject({ words: text(200) }),
    example: { words: 'facture' },
    answer: z.object({
      pages: z.array(
        z.object({ evidenceId: z.uuid(), page: z.int(), excerpt: z.string(), spots: z.array(spot) }),
      ),
    }),
    call: async ({ ctx, reference, body }) => ({
      pages: await findInCase(ctx, { reference, words: body.words }),
    }),
  }),
];
