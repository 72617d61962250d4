import { destructionMethods } from '@guichet/casework';
import { z } from '@hono/zod-openapi';
import { instant } from '../shapes.ts';

const settledAs = z.enum(['case', 'not-for-us', 'part-of']).nullable();

/** A batch in a list, with how far it is read. */
export const batchRow = z
  .object({
    id: z.uuid(),
    source: z.string(),
    fileName: z.string(),
    bytes: z.int(),
    receivedAt: instant,
    readAt: instant.nullable(),
    pages: z.int().nullable(),
    pagesRead: z.int(),
    refusedWhy: z.string().nullable(),
    letters: z.int(),
    waiting: z.int(),
  })
  .openapi('Batch');

/** A batch page by page. */
export const batchView = batchRow
  .extend({
    sha256: z.string(),
    fileId: z.uuid().nullable(),
    messageId: z.uuid().nullable(),
    pageRows: z.array(
      z.object({
        place: z.int(),
        takenFor: z.string(),
        formPage: z.int().nullable(),
        formPages: z.int().nullable(),
        doubts: z.array(z.string()),
        letterId: z.uuid().nullable(),
        evidenceId: z.uuid().nullable(),
        hasSmall: z.boolean(),
      }),
    ),
    letterRows: z.array(
      z.object({
        id: z.uuid(),
        serviceCode: z.string().nullable(),
        missingPages: z.array(z.int()),
        doubts: z.int(),
        settledAs,
        sameSerial: z.array(z.object({ id: z.uuid(), batchId: z.uuid(), receivedAt: instant })),
      }),
    ),
    check: z.object({ pagesCounted: z.int(), checkedAt: instant, checkedBy: z.string() }).optional(),
    destruction: z
      .object({
        retentionRule: z.string(),
        originalFormat: z.string(),
        transferProcess: z.string(),
        guarantees: z.string(),
        method: z.enum(destructionMethods),
        destroyedAt: instant,
        destroyedBy: z.string(),
      })
      .optional(),
    historyHash: z.string().nullable(),
  })
  .openapi('BatchPages');

/** A letter that waits, in a list. */
export const letterRow = z.object({
  id: z.uuid(),
  batchId: z.uuid(),
  serviceCode: z.string().nullable(),
  doubts: z.int(),
  isBlank: z.boolean(),
  missingPages: z.array(z.int()),
  readAt: instant,
  depositedOn: z.string(),
});

/** A letter with what a machine read of it. */
export const letterFile = z
  .object({
    id: z.uuid(),
    batchId: z.uuid(),
    serviceCode: z.string().nullable(),
    serviceVersion: z.int().nullable(),
    depositedOn: z.string(),
    settledAs,
    reference: z.string().optional(),
    missingPages: z.array(z.int()),
    answers: z
      .record(z.string(), z.unknown())
      .openapi({ description: 'As proposed: nobody confirmed them.' }),
    fields: z.array(
      z.object({
        path: z.string(),
        text: z.string(),
        confidence: z.number(),
        doubts: z.array(z.string()).openapi({ description: 'With any, a person looks at it first.' }),
        crop: z.object({
          page: z.int(),
          x: z.number(),
          y: z.number(),
          width: z.number(),
          height: z.number(),
        }),
      }),
    ),
    signature: z.string().optional(),
    askedAt: instant.nullable(),
    keyedAt: instant.nullable(),
    checksLeft: z.int(),
    pages: z.array(z.object({ id: z.uuid(), page: z.int(), mediaType: z.string() })),
  })
  .openapi('Letter');
