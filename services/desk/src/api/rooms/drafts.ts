import {
  type DeskContext,
  findDraft,
  findScreenState,
  noteSaid,
  resumeDraft,
  showOnScreen,
} from '@guichet/casework';
import { DeskError } from '@guichet/kernel';
import { z } from '@hono/zod-openapi';
import { beginForm } from '../../counter/begin-form.ts';
import { draftKey, resumedKey } from '../../counter/counter-form.ts';
import { type CounterRequest, findCounterRequest } from '../../counter/counter-request.ts';
import { fileCounterRequest } from '../../counter/file-counter-request.ts';
import { keepCounterAnswers } from '../../counter/keep-counter-answers.ts';
import { serviceAtCounter } from '../../counter/service-at-counter.ts';
import { hiddenKeys } from '../../drafts/hidden-answers.ts';
import { Incomplete } from '../incomplete.ts';
import { keepDocuments } from '../keep-documents.ts';
import { type Operation, roomOf } from '../operation.ts';
import { readAnswers } from '../read-answers.ts';
import { ended, idOf, language, text } from '../shapes.ts';
import { answersChange, documentsKept, draftExample, draftFile, draftOf } from './draft-shapes.ts';
import { madeCase } from './made-case.ts';

const operation = roomOf('Counter');
const at = '/drafts/{id}';
const begun = z.object({ id: z.uuid().openapi({ description: 'Of the request, and of its receipt.' }) });

const checkId = idOf<'screen-check'>().openapi({ description: 'Of the answers shown, as they stood then.' });

/** Requests put together at the counter, question by question: the same as on its page, which goes on with them. */
export const draftOperations: readonly Operation[] = [
  operation({
    id: 'openDraft',
    method: 'post',
    path: '/drafts',
    summary: 'Begin a request of a person at the counter',
    description: 'Within a visit when it is named. One that is given up is left: it expires by itself.',
    permission: 'counter.serve',
    once: true,
    names404: true,
    status: 201,
    body: z.strictObject({
      service: text(60),
      language: language.default('fr'),
      visitId: idOf<'visit'>().optional(),
    }),
    example: { service: 'nid-de-poule' },
    answer: begun,
    call: async ({ ctx, body, once }) => {
      const number = once<'visit-request'>();
      // Sent again, what was answered meanwhile stays.
      if (await findDraft(ctx, { externalKey: draftKey(number) })) return { id: number };
      const service = serviceAtCounter(ctx, body.service);
      await beginForm(ctx, { number, service, language: body.language, visitId: body.visitId });
      return { id: number };
    },
  }),
  operation({
    id: 'resumeDraft',
    method: 'post',
    path: '/drafts/resumption',
    summary: 'Go on with a request that its person set aside at another door',
    description: 'By its number and its code; tries count with those at every other door.',
    permission: 'counter.serve',
    once: true,
    names404: true,
    status: 201,
    body: z.strictObject({ number: text(40), code: text(40) }),
    example: { number: '1234567894', code: '123456' },
    answer: begun,
    call: async ({ ctx, body, once }) => {
      const number = once<'draft'>();
      const resumed = await resumeDraft(ctx, {
        ...body,
        into: { id: number, externalKey: resumedKey(number) },
      });
      if (resumed.kind === 'submitted') throw new DeskError('gone', 'draft-submitted');
      await findCounterRequest(ctx, number);
      return { id: number };
    },
  }),
  operation({
    id: 'readDraft',
    method: 'get',
    path: at,
    summary: 'Review a request: what is asked, what was answered, and what is missing',
    description: 'Of one begun at another door, sensitive answers stay hidden.',
    permission: 'counter.serve',
    answer: draftFile,
    call: async ({ ctx, id }) => drafted(await unsent(ctx, id())),
  }),
  operation({
    id: 'answerDraft',
    method: 'put',
    path: `${at}/answers`,
    summary: 'Answer some questions of a request',
    permission: 'counter.serve',
    body: answersChange.extend({ language: language.optional() }),
    example: draftExample,
    answer: draftFile,
    call: async ({ ctx, id, body: { answers, ...change } }) => {
      const held = await unsent(ctx, id());
      const set = readAnswers(held.service, answers, { today: held.today, held: held.answers });
      await keepCounterAnswers(ctx, held, { ...change, set });
      return drafted(await unsent(ctx, held.number));
    },
  }),
  operation({
    id: 'giveDocuments',
    method: 'put',
    path: `${at}/documents/{key}`,
    summary: 'Answer a question with documents, in the place of those before',
    permission: 'counter.serve',
    takesFiles: true,
    answer: documentsKept,
    call: async ({ ctx, id, params, files }) => {
      const held = await unsent(ctx, id());
      const { set, fileNames, evidence } = await keepDocuments(ctx, held, params.key, files);
      await keepCounterAnswers(ctx, held, { set, cleared: [], fileNames });
      return { evidence };
    },
  }),
  operation({
    id: 'showDraft',
    method: 'post',
    path: `${at}/screen`,
    summary: 'Show the answers to their person, on the screen before the counter',
    description:
      'They say there whether all is right. Of the visit being served alone. What is read to them aloud is read after this, so that it is what was shown.',
    permission: 'counter.serve',
    answer: ended('shown', 'already').extend({ checkId }),
    call: async ({ ctx, id }) => {
      const { id: shown, kind } = await showOnScreen(ctx, (await unsent(ctx, id())).number);
      return { kind, checkId: shown };
    },
  }),
  operation({
    id: 'readScreen',
    method: 'get',
    path: `${at}/screen`,
    summary: 'Read what the person said of the answers shown to them',
    permission: 'counter.serve',
    answer: z.object({
      shown: z
        .object({
          checkId,
          isCurrent: z.boolean().openapi({
            description:
              'False once the answers changed, or the check ended or is at another counter: show them again.',
          }),
          answer: z.enum(['right', 'wrong']).nullable(),
          how: z.enum(['screen', 'oral']).nullable(),
        })
        .nullable(),
    }),
    call: async ({ ctx, id }) => {
      const state = await findScreenState(ctx, (await unsent(ctx, id())).number);
      return { shown: state ? { ...state, isCurrent: state.isOpen, checkId: state.id } : null };
    },
  }),
  operation({
    id: 'noteSaid',
    method: 'post',
    path: `${at}/screen/answer`,
    summary: 'Note that the person said aloud whether the answers read to them are right',
    description: 'Refused (409) once other answers stand than those that were shown.',
    permission: 'counter.serve',
    body: z.strictObject({ checkId, answer: z.enum(['right', 'wrong']) }),
    example: { checkId: '01890a5d-ac96-774b-bcce-b302099a8057', answer: 'right' },
    answer: ended('answered', 'already'),
    call: async ({ ctx, id, body }) => noteSaid(ctx, { form: (await unsent(ctx, id())).number, ...body }),
  }),
  operation({
    id: 'fileDraft',
    method: 'post',
    path: `${at}/request`,
    summary: 'Send a request: one case, however often it is sent',
    permission: 'counter.serve',
    status: 201,
    answer: madeCase,
    call: async ({ ctx, id }) => {
      const held = await findCounterRequest(ctx, id());
      const made = await fileCounterRequest(ctx, held);
      if (made.kind === 'incomplete') throw new Incomplete(made.problems, made.service);
      return { ...made.case, id: held.number };
    },
  }),
];

/** Finds a request that is not sent yet. Errors: gone; not-found */
async function unsent(ctx: DeskContext, number: string): Promise<CounterRequest> {
  const held = await findCounterRequest(ctx, number);
  if (held.draft.caseId !== null) throw new DeskError('gone', 'draft-submitted');
  return held;
}

function drafted(held: CounterRequest): z.input<typeof draftFile> {
  const { draft, service, answers, isResumed } = held;
  return draftOf({
    ...held,
    language: draft.language,
    hidden: isResumed ? hiddenKeys(service, answers) : [],
  });
}
