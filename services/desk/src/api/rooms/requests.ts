import { findAcceptance, listPickups, markPickedUp, settleForm, todayOf } from '@guichet/casework';
import { filesIn } from '@guichet/catalogue';
import { counterScreen } from '@guichet/channels/counter';
import { z } from '@hono/zod-openapi';
import { acceptForm } from '../../counter/accept-form.ts';
import { beginForm } from '../../counter/begin-form.ts';
import { idempotencyOf } from '../../counter/counter-form.ts';
import { findTaken } from '../../counter/find-taken.ts';
import { paperReceipt, rollReceipt } from '../../counter/paper-receipt.tsx';
import { statusAddress } from '../../counter/receipt-sheet.tsx';
import { serviceAtCounter } from '../../counter/service-at-counter.ts';
import { Incomplete } from '../incomplete.ts';
import { type Operation, roomOf } from '../operation.ts';
import { idOf, instant, language, reference, text } from '../shapes.ts';
import { madeCase } from './made-case.ts';

const operation = roomOf('Counter');

/** What people at the counter ask, and what they fetch. */
export const requestOperations: readonly Operation[] = [
  operation({
    id: 'makeRequest',
    method: 'post',
    path: '/requests',
    summary: 'Accept the request of a person at the counter',
    description: 'As at every door: the same questions, one case. Within a visit when it is named.',
    permission: 'counter.serve',
    once: true,
    names404: true,
    status: 201,
    body: z.strictObject({
      service: text(60),
      language: language.default('fr').openapi({ description: 'The language of the reply.' }),
      answers: z.record(z.string(), z.unknown()),
      visitId: idOf<'visit'>().optional(),
    }),
    example: { service: 'nid-de-poule', answers: {} },
    answer: madeCase,
    call: async ({ ctx, body, once }) => {
      const number = once<'visit-request'>();
      // Sent again: its draft is a case already.
      const before = await findAcceptance(ctx, idempotencyOf(number));
      if (before) {
        await settleForm(ctx, number);
        return { ...before, id: number };
      }
      const service = serviceAtCounter(ctx, body.service);
      const today = todayOf(ctx.clock.now());
      const files = filesIn(body.answers);
      if (files.length > 0) throw new Incomplete(files, service);
      const parsed = service.parse(body.answers, { today });
      if (!parsed.ok) throw new Incomplete(parsed.problems, service);
      const { values } = counterScreen(service, parsed.value, { language: 'fr', today });
      const form = { number, service, language: body.language, visitId: body.visitId, values };
      const draftId = await beginForm(ctx, form);
      const made = await acceptForm(ctx, { ...form, draftId, answers: parsed.value });
      if (made.kind === 'incomplete') throw new Incomplete(made.problems, made.service);
      return { ...made.case, id: number };
    },
  }),
  operation({
    id: 'readRequest',
    method: 'get',
    path: '/requests/{id}',
    summary: 'Read what the receipt of a request says',
    permission: 'counter.serve',
    answer: madeCase.extend({
      service: z.string(),
      language,
      receivedAt: instant,
      statusUrl: z.string(),
      owed: z
        .int()
        .nullable()
        .openapi({ description: 'In cents, as `paid` is; both null where the case is of another team.' }),
      paid: z.int().nullable(),
    }),
    call: async ({ ctx, deps, id }) => {
      const { service, found, personLanguage, receivedAt, paid } = await findTaken(ctx, id());
      return {
        ...found,
        id: id(),
        service: service.definition.code,
        language: personLanguage,
        receivedAt,
        statusUrl: statusAddress(deps.publicUrl, found.reference),
        owed: paid?.owed ?? null,
        paid: paid?.paid ?? null,
      };
    },
  }),
  operation({
    id: 'printReceipt',
    method: 'get',
    path: '/requests/{id}/receipt',
    summary: 'Get the receipt of a request, to print',
    description: 'A letter page as PDF, or for a roll of 80 mm one page of HTML that needs nothing else.',
    permission: 'counter.serve',
    query: z.strictObject({ paper: z.enum(['letter', 'roll']).default('letter') }),
    answer: 'file',
    call: async ({ ctx, deps, id, query }) => {
      const taken = await findTaken(ctx, id());
      return query.paper === 'roll' ? rollReceipt(taken, deps) : paperReceipt(taken, deps);
    },
  }),
  operation({
    id: 'listPickups',
    method: 'get',
    path: '/pickups',
    summary: 'List the replies that wait at a counter for the person',
    permission: 'counter.serve',
    answer: z.object({
      pickups: z.array(
        z.object({
          deliveryId: z.uuid(),
          reference,
          serviceCode: z.string(),
          language,
          purpose: z.string(),
          since: instant,
        }),
      ),
    }),
    call: async ({ ctx }) => ({ pickups: await listPickups(ctx) }),
  }),
  operation({
    id: 'markPickedUp',
    method: 'post',
    path: '/pickups/{id}/handover',
    summary: 'Write that a reply was handed to the person',
    permission: 'counter.serve',
    call: ({ ctx, id }) => markPickedUp(ctx, id()),
  }),
];
