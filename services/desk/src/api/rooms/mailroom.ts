import {
  findLetters,
  listBatches,
  listChecks,
  openCheck,
  readBatch,
  readKeying,
  readOwnKeying,
  readSmallPicture,
  receiveBatch,
  resetThreshold,
} from '@guichet/casework';
import { DeskError } from '@guichet/kernel';
import { readUpload } from '@guichet/platform/http';
import { z } from '@hono/zod-openapi';
import { type Operation, roomOf } from '../operation.ts';
import { instant, reference, text } from '../shapes.ts';
import { batchRow, batchView } from './batch-shapes.ts';

const operation = roomOf('Mailroom');
const at = '/mailroom/batches/{id}';

const keyed = {
  fields: z.int(),
  corrected: z.int(),
  seconds: z.number(),
  checked: z.int(),
  differed: z.int(),
  wrong: z.int(),
};

/** Scanned files, their progress, the gate of their paper, blind second keyings, and figures. */
export const mailroomOperations: readonly Operation[] = [
  operation({
    id: 'listBatches',
    method: 'get',
    path: '/mailroom/batches',
    summary: 'List the newest batches with how far each is read',
    permission: 'mailroom.read',
    answer: z.object({ batches: z.array(batchRow) }),
    call: async ({ ctx }) => ({ batches: await listBatches(ctx) }),
  }),
  operation({
    id: 'receiveBatch',
    method: 'post',
    path: '/mailroom/batches',
    summary: 'Send scanned files: PDF, TIFF, JPEG or PNG',
    description: 'The same file twice is one batch. All are looked at before any is kept.',
    permission: 'mailroom.receive',
    takesFiles: true,
    status: 201,
    answer: z.object({
      received: z.array(
        z.object({
          kind: z.enum(['received', 'already', 'otherwise']),
          batchId: z.uuid(),
          fileName: z.string(),
        }),
      ),
    }),
    call: async ({ ctx, files }) => {
      const uploads = await Promise.all(files.map(readUpload));
      const received = [];
      for (const upload of uploads) {
        const { kind, batchId } = await receiveBatch(ctx, { ...upload, source: 'upload' });
        received.push({ kind, batchId, fileName: upload.fileName });
      }
      return { received };
    },
  }),
  operation({
    id: 'readBatch',
    method: 'get',
    path: at,
    summary: 'Read a batch page by page, with what became of each',
    permission: 'mailroom.read',
    answer: batchView,
    call: ({ ctx, id }) => readBatch(ctx, id()),
  }),
  operation({
    id: 'readSmallPicture',
    method: 'get',
    path: `${at}/pages/{place}/picture`,
    summary: 'Get the small picture of a page of a batch',
    permission: 'mailroom.read',
    answer: 'file',
    call: async ({ ctx, id, params }) => {
      const place = Number(params.place);
      if (!Number.isInteger(place) || place < 1 || place > 1000)
        throw new DeskError('not-found', 'no-such-evidence');
      return { bytes: await readSmallPicture(ctx, id(), place), mediaType: 'image/jpeg' };
    },
  }),
  operation({
    id: 'findLetters',
    method: 'post',
    path: '/mailroom/search',
    summary: 'Find the pages of letters that wait and hold all these words',
    permission: 'mailroom.search',
    body: z.strictObject({ words: text(200) }),
    example: { words: 'facture' },
    answer: z.object({
      pages: z.array(z.object({ letterId: z.uuid(), page: z.int(), excerpt: z.string() })),
      letters: z.int(),
      isCut: z.boolean(),
    }),
    call: ({ ctx, body }) => findLetters(ctx, body.words),
  }),
  operation({
    id: 'listChecks',
    method: 'get',
    path: '/mailroom/checks',
    summary: 'List the answers that wait to be keyed by another person',
    permission: 'mailroom.read',
    answer: z.object({
      mine: z.array(
        z.object({
          id: z.uuid(),
          turn: z.enum(['second', 'third']),
          serviceCode: z.string(),
          path: z.string(),
          since: instant,
          holdsLetter: z.boolean(),
          isOwn: z.boolean(),
        }),
      ),
      others: z.int(),
    }),
    call: ({ ctx }) => listChecks(ctx),
  }),
  operation({
    id: 'openCheck',
    method: 'get',
    path: '/mailroom/checks/{id}',
    summary: 'Open an answer to key it from its picture',
    permission: 'mailroom.settle',
    answer: z.object({
      id: z.uuid(),
      letterId: z.uuid(),
      serviceCode: z.string(),
      serviceVersion: z.int(),
      path: z.string(),
      crops: z.array(
        z.object({ page: z.int(), x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
      ),
      pages: z.array(z.object({ id: z.uuid(), page: z.int() })),
      keyed: z.object({ first: z.unknown(), second: z.unknown() }).optional(),
      isOwn: z.boolean(),
      isDone: z.boolean(),
    }),
    call: ({ ctx, id }) => openCheck(ctx, id()),
  }),
  operation({
    id: 'readOwnKeying',
    method: 'get',
    path: '/mailroom/figures/own',
    summary: 'Count what one keyed today',
    permission: 'mailroom.settle',
    answer: z.object(keyed),
    call: ({ ctx }) => readOwnKeying(ctx),
  }),
  operation({
    id: 'readKeying',
    method: 'get',
    path: '/mailroom/figures',
    summary: 'Count what was keyed, by person, batch and kind of content',
    permission: 'desk.supervise',
    query: z.strictObject({ days: z.coerce.number().int().min(1).max(90).default(30) }),
    answer: z.object({
      clerks: z.array(z.object({ ...keyed, staffId: z.uuid(), name: z.string() })),
      batches: z.array(
        z.object({
          ...keyed,
          batchId: z.uuid(),
          fileName: z.string(),
          receivedAt: instant,
          left: z.int(),
        }),
      ),
      contents: z.array(
        z.object({
          content: z.string(),
          asked: z.int(),
          wrong: z.int(),
          confidenceMin: z.number(),
          raisedAt: instant.nullable(),
        }),
      ),
      mistakes: z.array(z.object({ reference, serviceCode: z.string(), path: z.string(), foundAt: instant })),
    }),
    call: ({ ctx, query }) => readKeying(ctx, query),
  }),
  operation({
    id: 'resetThreshold',
    method: 'delete',
    path: '/mailroom/thresholds/{content}',
    summary: 'Take the threshold of a kind of content back to the reader’s own',
    permission: 'desk.supervise',
    call: ({ ctx, params }) => resetThreshold(ctx, params.content),
  }),
];
