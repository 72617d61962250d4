import {
  findPostings,
  handOverBatch,
  listAddresses,
  listPrintBatches,
  listPrintQueue,
  listReturned,
  noteReturned,
  openPrintBatch,
  pageKey,
  readPrintBatch,
  receiveBatch,
  returnedWhys,
  spoiledWhys,
  takePrintBatch,
} from '@guichet/casework';
import { joinPdfs, pageSigner } from '@guichet/channels/mail';
import { DeskError } from '@guichet/kernel';
import { readUpload } from '@guichet/platform/http';
import { z } from '@hono/zod-openapi';
import { readEnvelopeCode } from '../../print/read-envelope-code.ts';
import { Incomplete } from '../incomplete.ts';
import { type Operation, roomOf } from '../operation.ts';
import { idOf, instant, instantTyped, reference, text } from '../shapes.ts';

const operation = roomOf('Printing');
const at = '/print/batches/{id}';

const posting = {
  id: z.uuid(),
  kind: z.enum(['reply', 'form', 'answer']),
  letterId: z.uuid().nullable(),
  reference: reference.nullable(),
  serviceCode: z.string().nullable(),
  purpose: z.string(),
  pages: z.int(),
};
const queued = { ...posting, team: z.string().nullable(), queuedAt: instant };

/** Letters to print, their batches, and what came back. */
export const printOperations: readonly Operation[] = [
  operation({
    id: 'listPrintQueue',
    method: 'get',
    path: '/print/queue',
    summary: 'List what is to be printed and is in no batch',
    permission: 'print.list',
    answer: z.object({ rows: z.array(z.object(queued)), waiting: z.int() }),
    call: ({ ctx }) => listPrintQueue(ctx),
  }),
  operation({
    id: 'listPrintBatches',
    method: 'get',
    path: '/print/batches',
    summary: 'List the batches taken to be printed',
    permission: 'print.list',
    answer: z.object({
      batches: z.array(
        z.object({
          id: z.uuid(),
          number: z.int(),
          takenAt: instant,
          takenBy: z.string(),
          handedAt: instant.nullable(),
          letters: z.int(),
          spoiled: z.int(),
        }),
      ),
    }),
    call: async ({ ctx }) => ({ batches: await listPrintBatches(ctx) }),
  }),
  operation({
    id: 'takePrintBatch',
    method: 'post',
    path: '/print/batches',
    summary: 'Take all that waits to be printed as one batch',
    permission: 'print.mark',
    once: true,
    status: 201,
    answer: z.object({ kind: z.enum(['taken', 'already']), number: z.int(), id: z.uuid() }),
    call: async ({ ctx, once }) => {
      const batchId = once<'print-batch'>();
      return { ...(await takePrintBatch(ctx, { batchId })), id: batchId };
    },
  }),
  operation({
    id: 'readPrintBatch',
    method: 'get',
    path: at,
    summary: 'Read a batch and its letters, without what is written on them',
    permission: 'print.list',
    answer: z.object({
      id: z.uuid(),
      number: z.int(),
      takenAt: instant,
      takenBy: z.object({ staffId: z.string(), name: z.string() }),
      handedAt: instant.nullable(),
      handedBy: z.string().nullable(),
      handedTo: z.string().nullable(),
      handedCount: z.int().nullable(),
      letters: z.array(
        z.object({
          ...queued,
          position: z.int(),
          spoiledWhy: z.enum(spoiledWhys).nullable(),
          returnedAt: instant.nullable(),
          isWithdrawn: z.boolean(),
        }),
      ),
    }),
    call: ({ ctx, id }) => readPrintBatch(ctx, id()),
  }),
  operation({
    id: 'printLetters',
    method: 'get',
    path: `${at}/letters`,
    summary: 'Get the letters of a batch, or one of them, as one PDF',
    description: 'Leaves the events that say who had them.',
    permission: 'print.mark',
    query: z.strictObject({
      letter: idOf<'posting'>().optional(),
      sides: z.enum(['1', '2']).default('2'),
    }),
    answer: 'file',
    call: async ({ ctx, id, query }) => {
      const pdfs = await openPrintBatch(ctx, id(), query.letter);
      const bytes = await joinPdfs(pdfs, { duplex: query.sides !== '1' });
      return { bytes, mediaType: 'application/pdf', fileName: 'lot.pdf' };
    },
  }),
  operation({
    id: 'listAddresses',
    method: 'get',
    path: `${at}/addresses`,
    summary: 'List whom the envelopes of a batch are for',
    permission: 'print.mark',
    answer: z.object({
      addresses: z.array(
        z.object({ position: z.int(), reference: reference.nullable(), name: z.string(), pages: z.int() }),
      ),
    }),
    call: async ({ ctx, id }) => ({ addresses: await listAddresses(ctx, id()) }),
  }),
  operation({
    id: 'handOverBatch',
    method: 'post',
    path: `${at}/handover`,
    summary: 'Write that the envelopes of a batch were counted and given to the post',
    description: '`differs` changes nothing: the count is not that of the letters less the spoiled ones.',
    permission: 'print.mark',
    body: z.strictObject({
      count: z.int().min(0).max(99_999),
      handedTo: text(100),
      handedAt: instantTyped.optional(),
      spoiled: z
        .array(z.strictObject({ id: idOf<'posting'>(), why: z.enum(spoiledWhys) }))
        .max(1000)
        .default([]),
    }),
    example: { count: 12, handedTo: 'Postes Canada' },
    answer: z.object({
      kind: z.enum(['handed-over', 'already', 'differs']),
      posted: z.int().optional(),
      spoiled: z.int().optional(),
      counted: z.int().optional(),
      expected: z.int().optional(),
    }),
    call: ({ ctx, id, body: { handedAt, ...body } }) =>
      handOverBatch(ctx, {
        batchId: id(),
        ...body,
        ...(handedAt === undefined ? {} : { handedAt: new Date(handedAt) }),
      }),
  }),
  operation({
    id: 'listReturned',
    method: 'get',
    path: '/print/returned',
    summary: 'List what came back',
    permission: 'mail.return',
    answer: z.object({
      rows: z.array(
        z.object({
          reference: reference.nullable(),
          letterId: z.uuid().nullable(),
          serviceCode: z.string().nullable(),
          postedAt: instant.nullable(),
          returnedAt: instant,
          why: z.enum(returnedWhys),
        }),
      ),
      reading: z.array(z.object({ batchId: z.uuid(), fileName: z.string(), why: z.enum(returnedWhys) })),
    }),
    call: ({ ctx }) => listReturned(ctx),
  }),
  operation({
    id: 'findPostings',
    method: 'post',
    path: '/print/returned/search',
    summary: 'Find what was posted under the code of an envelope',
    permission: 'mail.return',
    body: z.strictObject({ code: text(200) }),
    example: { code: '1234567894' },
    answer: z.object({
      postings: z.array(
        z.object({
          ...posting,
          postedAt: instant.nullable(),
          returnedAt: instant.nullable(),
          returnedWhy: z.enum(returnedWhys).nullable(),
          to: z.object({ name: z.string(), lines: z.array(z.string()) }).optional(),
        }),
      ),
    }),
    call: async ({ ctx, body }) => {
      const read = readEnvelopeCode(body.code, pageSigner(pageKey(ctx.keyring)));
      if (typeof read === 'string') throw new Incomplete([{ path: 'code', code: 'wrong-type' }]);
      return { postings: await findPostings(ctx, read) };
    },
  }),
  operation({
    id: 'receiveReturned',
    method: 'post',
    path: '/print/returned/{key}/scans',
    summary: 'Send a scanned pile of envelopes that came back for one reason',
    description: `The reason is one of ${returnedWhys.join(', ')}.`,
    permission: 'mail.return',
    takesFiles: true,
    status: 201,
    answer: z.object({
      received: z.array(z.object({ kind: z.enum(['received', 'already', 'otherwise']), batchId: z.uuid() })),
    }),
    call: async ({ ctx, params, files }) => {
      const returnedWhy = returnedWhys.find((one) => one === params.key);
      if (!returnedWhy) throw new DeskError('not-found', 'not-found');
      const uploads = await Promise.all(files.map(readUpload));
      const received = [];
      for (const upload of uploads)
        received.push(await receiveBatch(ctx, { ...upload, source: 'upload', returnedWhy }));
      return { received };
    },
  }),
  operation({
    id: 'noteReturned',
    method: 'post',
    path: '/print/postings/{id}/return',
    summary: 'Write that something posted came back',
    permission: 'mail.return',
    body: z.strictObject({ why: z.enum(returnedWhys) }),
    example: { why: 'moved' },
    answer: z.object({
      kind: z.enum(['returned', 'answer-returned', 'already', 'not-posted']),
      reference: reference.nullable().optional(),
    }),
    call: ({ ctx, id, body }) => noteReturned(ctx, id(), body.why),
  }),
];
