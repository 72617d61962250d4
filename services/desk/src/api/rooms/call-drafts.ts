import { type DeskContext, keepTyped, todayOf } from '@guichet/casework';
import type { Answers } from '@guichet/catalogue';
import { DeskError, type Id } from '@guichet/kernel';
import { z } from '@hono/zod-openapi';
import { acceptCallRequest, type CallRequest, findCallRequest } from '../../calls/call-request.ts';
import { hiddenKeys } from '../../drafts/hidden-answers.ts';
import { Incomplete } from '../incomplete.ts';
import { keepDocuments } from '../keep-documents.ts';
import { type Operation, roomOf } from '../operation.ts';
import { readAnswers } from '../read-answers.ts';
import { reference } from '../shapes.ts';
import { answersChange, documentsKept, draftExample, draftFile, draftOf } from './draft-shapes.ts';

const operation = roomOf('Tasks and calls');
const at = '/calls/{id}/draft';

/** The request of a caller, gone on with while they speak: what is typed stands beside what they answer themselves. */
export const callDraftOperations: readonly Operation[] = [
  operation({
    id: 'readCallDraft',
    method: 'get',
    path: at,
    summary: 'Review the request of a call: what is asked, what was answered, and what is missing',
    description: 'Sensitive answers stay hidden. Leaves the event that says who read it.',
    permission: 'call.take',
    answer: draftFile,
    call: async ({ ctx, id }) => drafted(ctx, await unsent(ctx, id(), { onlyLooks: true })),
  }),
  operation({
    id: 'answerCallDraft',
    method: 'put',
    path: `${at}/answers`,
    summary: 'Answer some questions of a caller’s request; takes the call',
    permission: 'call.take',
    body: answersChange,
    example: draftExample,
    answer: draftFile,
    call: async ({ ctx, id, body }) => {
      const { draft, service, answers } = await unsent(ctx, id());
      const today = todayOf(ctx.clock.now());
      const set = readAnswers(service, body.answers, { today, held: answers });
      await keepTyped(ctx, { draftId: draft.id, service: draft.service, set, cleared: body.cleared });
      return drafted(ctx, await unsent(ctx, id(), { onlyLooks: true }));
    },
  }),
  operation({
    id: 'giveCallDocuments',
    method: 'put',
    path: `${at}/documents/{key}`,
    summary: 'Answer a question of a caller’s request with documents; takes the call',
    permission: 'call.take',
    takesFiles: true,
    answer: documentsKept,
    call: async ({ ctx, id, params, files }) => {
      const held = await unsent(ctx, id());
      const today = todayOf(ctx.clock.now());
      const { set, fileNames, evidence } = await keepDocuments(ctx, { ...held, today }, params.key, files);
      const { id: draftId, service } = held.draft;
      await keepTyped(ctx, { draftId, service, set, cleared: [], fileNames });
      return { evidence };
    },
  }),
  operation({
    id: 'fileCallDraft',
    method: 'post',
    path: '/calls/{id}/request',
    summary: 'Send a caller’s request: one case, whoever sends it; takes the call',
    permission: 'call.take',
    status: 201,
    answer: z.object({ kind: z.enum(['accepted', 'already']), reference }),
    call: async ({ ctx, id }) => {
      const found = await findCallRequest(ctx, { id: id() });
      if (found.isSent) return already(found.call.madeReference);
      const { draft, service } = found;
      const parsed = parsedOf(ctx, found);
      if (!parsed.ok) throw new Incomplete(parsed.problems, service);
      const made = await acceptCallRequest(ctx, draft, parsed.value);
      if (made.kind === 'incomplete') throw new Incomplete(made.problems, made.service);
      return { kind: made.kind, reference: made.case.reference };
    },
  }),
];

function already(made: string | null): { kind: 'already'; reference: string } {
  if (made === null) throw new DeskError('gone', 'draft-submitted');
  return { kind: 'already', reference: made };
}

/** Finds the request of a call while it is not sent. Errors: gone; not-found */
async function unsent(
  ctx: DeskContext,
  id: Id<'live-call'>,
  options: { onlyLooks?: boolean } = {},
): Promise<CallRequest> {
  const found = await findCallRequest(ctx, { id, ...options });
  if (found.isSent) throw new DeskError('gone', 'draft-submitted');
  return found;
}

function parsedOf(
  { clock }: DeskContext,
  { service, answers }: { service: CallRequest['service']; answers: Answers },
) {
  return service.parse(service.prune(answers), { today: todayOf(clock.now()), allowPending: true });
}

function drafted(ctx: DeskContext, held: CallRequest): z.input<typeof draftFile> {
  const { draft, service, answers } = held;
  const parsed = parsedOf(ctx, held);
  const problems = parsed.ok ? [] : parsed.problems;
  return draftOf({
    service,
    language: draft.language,
    answers,
    problems,
    hidden: hiddenKeys(service, answers),
  });
}
