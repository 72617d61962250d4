import {
  checkBatch,
  destroyBatchPaper,
  destructionMethods,
  findLetters,
  keyCheck,
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
import { Incomplete } from '../incomplete.ts';
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
    id: 'checkBatch',
    method: 'post',
    path: `${at}/check`,
    summary: 'Record that the paper of a batch was counted, and every page seen legible',
    permission: 'mailroom.check',
    body: z.strictObject({ pagesCounted: z.int().min(0).max(9999), looked: z.literal(true) }),
    example: { pagesCounted: 12, looked: true },
    call: ({ ctx, id, body }) => checkBatch(ctx, { batchId: id(), pagesCounted: body.pagesCounted }),
  }),
  operation({
    id: 'destroyBatchPaper',
    method: 'post',
    path: `${at}/destruction`,
    summary: 'Record that the paper of a batch was destroyed',
    permission: 'mailroom.destroy',
    body: z.strictObject({
      retentionRule: text(1000).min(1),
      originalFormat: text(1000).min(1),
      transferProcess: text(1000).min(1),
      guarantees: text(1000).min(1),
      method: z.enum(destructionMethods),
      noHeritage: z.boolean(),
    }),
    example: {
      retentionRule: '12.3',
      originalFormat: 'Papier, format lettre',
      transferProcess: 'Numérisation à 300 ppp',
      guarantees: 'Empreinte SHA-256 de chaque fichier',
      method: 'shredded',
      noHeritage: true,
    },
    call: ({ ctx, deps, id, body }) =>
      destroyBatchPaper(ctx, {
        batchId: id(),
        ...body,
        onePersonOffice: deps.onePersonOffice === true,
      }),
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
    id: 'keyCheck',
    method: 'post',
    path: '/mailroom/checks/{id}',
    summary: 'Key an answer as a second person, or decide as a third',
    description: 'The value has the form that its question takes; null where nothing is written.',
    permission: 'mailroom.settle',
    body: z.strictObject({ value: z.unknown(), decides: z.boolean().optional() }),
    example: { value: 'Anne Tremblay' },
    answer: z.object({
      kind: z.enum(['agrees', 'differs', 'decided', 'already']),
      reference: reference.optional(),
    }),
    call: async ({ ctx, id, body: { value = null, ...body } }) => {
      const { kind, acceptance } = await keyCheck(ctx, id(), value, body);
      if (acceptance?.kind === 'incomplete') throw new Incomplete(acceptance.problems, acceptance.service);
      return { kind, ...(acceptance ? { reference: acceptance.case.reference } : {}) };
    },
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
