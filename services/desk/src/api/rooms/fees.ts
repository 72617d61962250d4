import { feeWays, readFee, reverseFee, takeFee } from '@guichet/casework';
import { z } from '@hono/zod-openapi';
import { type Operation, roomOf } from '../operation.ts';
import { bilingual, ended, instant, text } from '../shapes.ts';

const operation = roomOf('Fees');
const at = '/cases/{reference}/fee';

/** What a case owes and what was paid. Unit: whole cents. */
export const feeOperations: readonly Operation[] = [
  operation({
    id: 'readFee',
    method: 'get',
    path: at,
    summary: 'Read what a case owes and what was paid, in cents',
    permission: 'fee.take',
    answer: z.object({
      owed: z.int(),
      label: bilingual.nullable(),
      paid: z.int(),
      left: z.int(),
      entries: z.array(
        z.object({
          id: z.uuid(),
          cents: z.int(),
          way: z.enum(feeWays),
          receipt: z.string().nullable(),
          reason: z.string().nullable(),
          reverses: z.uuid().nullable(),
          isReversed: z.boolean(),
          at: instant,
          by: z.string(),
        }),
      ),
    }),
    call: ({ ctx, reference }) => readFee(ctx, reference),
  }),
  operation({
    id: 'takeFee',
    method: 'post',
    path: `${at}/entries`,
    summary: 'Take the whole fee, or let it go',
    description: 'Never the number of a card.',
    permission: 'fee.take',
    once: true,
    status: 201,
    body: z.strictObject({
      way: z.enum(feeWays),
      receipt: text(30).optional(),
      reason: text(200).optional(),
    }),
    example: { way: 'cash' },
    answer: z.object({ kind: z.enum(['taken', 'already']), cents: z.int(), id: z.uuid() }),
    call: async ({ ctx, reference, body, once }) => {
      const id = once<'fee-entry'>();
      return { ...(await takeFee(ctx, { id, reference, ...body })), id };
    },
  }),
  operation({
    id: 'reverseFee',
    method: 'post',
    path: `${at}/entries/{id}/reversal`,
    summary: 'Take back an entry that was wrong',
    permission: 'fee.take',
    body: z.strictObject({ reason: text(200) }),
    example: { reason: 'Mauvais dossier' },
    answer: ended('reversed', 'already'),
    call: ({ ctx, reference, id, body }) => reverseFee(ctx, { reference, id: id(), ...body }),
  }),
];
