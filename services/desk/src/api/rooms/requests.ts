import {
  acceptSubmission,
  beginRequest,
  type DeskContext,
  findAcceptance,
  listPickups,
  markPickedUp,
  saveDraft,
} from '@guichet/casework';
import { filesIn, type Provenance } from '@guichet/catalogue';
import { DeskError, type DraftId, type Language, type VisitId } from '@guichet/kernel';
import { z } from '@hono/zod-openapi';
import { draftKey } from '../../counter/counter-form.ts';
import { Incomplete } from '../incomplete.ts';
import { type Operation, roomOf } from '../operation.ts';
import { idOf, instant, language, reference, text } from '../shapes.ts';

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
    answer: z.object({ reference, statusCode: z.string(), dueAt: instant }),
    call: async ({ ctx, body, once }) => {
      const [service, key] = [ctx.catalogue.find(body.service), once<'visit-request'>()];
      if (!service || service.definition.channels.counter)
        throw new DeskError('not-found', 'unknown-service');
      const { code, version } = service.definition;
      const idempotency = { scope: 'counter' as const, key };
      // Sent again: its draft is a case already.
      const before = await findAcceptance(ctx, idempotency);
      if (before) return before;
      const files = filesIn(body.answers);
      if (files.length > 0) throw new Incomplete(files, service);
      const draftId =
        body.visitId && (await begun(ctx, { ...body, visitId: body.visitId, version, form: key }));
      const typed: Provenance = { how: 'typed-by-staff' };
      const made = await acceptSubmission(ctx, {
        service: code,
        version,
        channel: 'counter',
        language: body.language,
        answers: body.answers,
        provenance: Object.fromEntries(Object.keys(body.answers).map((question) => [question, typed])),
        idempotency,
        ...(draftId ? { draftId } : {}),
      });
      if (made.kind === 'incomplete') throw new Incomplete(made.problems, made.service);
      return made.case;
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

/** Begins a request within a visit, so that the visit bears the case that it becomes. */
async function begun(
  ctx: DeskContext,
  asked: { visitId: VisitId; form: string; service: string; version: number; language: Language },
): Promise<DraftId> {
  const { visitId, form, service, version, language } = asked;
  await beginRequest(ctx, { visitId, form, service });
  const content = { answers: {}, skipped: [] };
  const externalKey = draftKey(form);
  return saveDraft(ctx, { externalKey, service, version, channel: 'counter', language, content });
}
