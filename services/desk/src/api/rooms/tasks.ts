import {
  finishTask,
  listCallAttempts,
  listLiveCalls,
  listTasks,
  markUnheard,
  placeCallBack,
  readLiveCall,
  readTask,
  transcribeAnswer,
  unheardWhys,
} from '@guichet/casework';
import { z } from '@hono/zod-openapi';
import { Incomplete } from '../incomplete.ts';
import { type Operation, roomOf } from '../operation.ts';
import { day, instant, language, reference } from '../shapes.ts';

const operation = roomOf('Tasks and calls');

const taskRow = z.object({
  id: z.uuid(),
  kind: z.string(),
  team: z.string(),
  reference: reference.nullable(),
  serviceCode: z.string().nullable(),
  question: z.string().nullable(),
  evidenceId: z.uuid().nullable(),
  isStored: z.boolean(),
  isUnheard: z.boolean(),
  isOpenElsewhere: z.boolean(),
  createdAt: instant,
  dueOn: day.nullable(),
});

const liveCall = z.object({
  id: z.uuid(),
  state: z.enum(['waiting', 'talking', 'over']),
  way: z.enum(['transfer', 'call-back']),
  reason: z.string(),
  language,
  since: instant,
  serviceCode: z.string().nullable(),
  openedBy: z.array(z.string()),
  answers: z.array(z.object({ question: z.string(), value: z.unknown() })),
  phone: z.string().optional(),
  proven: z.object({ reference, serviceCode: z.string() }).nullable(),
  madeReference: reference.nullable(),
});

/** What is left to do: recordings to type, calls to return, and calls to take. */
export const taskOperations: readonly Operation[] = [
  operation({
    id: 'listTasks',
    method: 'get',
    path: '/tasks',
    summary: 'List the open tasks of one’s teams',
    permission: 'task.list',
    answer: z.object({ tasks: z.array(taskRow) }),
    call: async ({ ctx }) => ({ tasks: await listTasks(ctx) }),
  }),
  operation({
    id: 'readTask',
    method: 'get',
    path: '/tasks/{id}',
    summary: 'Read a task with what it keeps sealed',
    description: 'Leaves the event that says who opened it.',
    permission: 'task.do',
    answer: z.object({
      id: z.uuid(),
      kind: z.string(),
      reference: reference.nullable(),
      serviceCode: z.string().nullable(),
      question: z.string().nullable(),
      evidenceId: z.uuid().nullable(),
      createdAt: instant,
      doneAt: instant.nullable(),
      dueOn: day.nullable(),
      givenTo: z.string().optional(),
      callBack: z
        .object({
          language,
          phone: z.string().optional(),
          reason: z.string(),
          at: z.string().optional(),
        })
        .optional(),
      recording: z.object({
        isStored: z.boolean(),
        suggestion: z.string().optional(),
        unheard: z.enum(unheardWhys).optional(),
        phone: z.string().optional(),
      }),
    }),
    call: ({ ctx, id }) => readTask(ctx, id()),
  }),
  operation({
    id: 'finishTask',
    method: 'post',
    path: '/tasks/{id}/completion',
    summary: 'Mark a call-back as made; of a recording, that no answer could be had',
    permission: 'task.do',
    call: ({ ctx, id }) => finishTask(ctx, id()),
  }),
  operation({
    id: 'transcribeAnswer',
    method: 'put',
    path: '/tasks/{id}/transcription',
    summary: 'Type the answer of a recording',
    description: 'The value has the form that its question takes.',
    permission: 'task.do',
    body: z.strictObject({ value: z.unknown() }),
    example: { value: 'Devant le 28, rue du Moulin' },
    answer: z.object({
      kind: z.enum(['transcribed', 'already', 'overtaken']),
      repliesReleased: z.int().optional(),
    }),
    call: async ({ ctx, id, body }) => {
      const typed = await transcribeAnswer(ctx, id(), body.value);
      if (typed.kind === 'incomplete') throw new Incomplete(typed.problems);
      return typed;
    },
  }),
  operation({
    id: 'markUnheard',
    method: 'put',
    path: '/tasks/{id}/unheard',
    summary: 'Say that nobody can type a recording: the person is called',
    permission: 'task.do',
    body: z.strictObject({ why: z.enum(unheardWhys) }),
    example: { why: 'inaudible' },
    call: ({ ctx, id, body }) => markUnheard(ctx, id(), body.why),
  }),
  operation({
    id: 'listCallAttempts',
    method: 'get',
    path: '/tasks/{id}/calls',
    summary: 'List the attempts to call a person back',
    permission: 'task.list',
    answer: z.object({
      calls: z.array(z.object({ id: z.uuid(), state: z.string(), askedAt: instant, by: z.string() })),
    }),
    call: async ({ ctx, id }) => ({ calls: await listCallAttempts(ctx, id()) }),
  }),
  operation({
    id: 'placeCallBack',
    method: 'post',
    path: '/tasks/{id}/calls',
    summary: 'Call a person back and put them through to a telephone of the desk',
    permission: 'call.place',
    body: z.strictObject({
      line: z
        .int()
        .min(0)
        .max(9)
        .default(0)
        .openapi({ description: 'Which of the desk’s telephones, from 0.' }),
    }),
    example: {},
    answer: z.object({
      kind: z.enum(['asked', 'under-way', 'refused']),
      attemptId: z.uuid().optional(),
      why: z.enum(['number', 'none', 'hours', 'number-often', 'often', 'number-busy']).optional(),
      opensAt: instant.optional(),
    }),
    call: ({ ctx, deps, id, body }) => {
      const { calls } = deps;
      if (!calls?.lines[body.line]) throw new Incomplete([{ path: 'line', code: 'not-an-option' }]);
      return placeCallBack(ctx, { taskId: id(), line: body.line, rules: calls.rules });
    },
  }),
  operation({
    id: 'listLiveCalls',
    method: 'get',
    path: '/calls',
    summary: 'List the calls that a person is asked to take',
    permission: 'call.list',
    answer: z.object({
      calls: z.array(
        z.object({
          id: z.uuid(),
          serviceCode: z.string().nullable(),
          language,
          reason: z.string(),
          way: z.enum(['transfer', 'call-back']),
          state: z.enum(['waiting', 'talking']),
          since: instant,
          takenBy: z.string().nullable(),
        }),
      ),
    }),
    call: async ({ ctx }) => ({ calls: await listLiveCalls(ctx) }),
  }),
  operation({
    id: 'readLiveCall',
    method: 'get',
    path: '/calls/{id}',
    summary: 'Read a call: its answers so far',
    description: 'Sensitive answers stay hidden. Leaves the event that says who read it.',
    permission: 'call.take',
    answer: liveCall,
    call: ({ ctx, id }) => readLiveCall(ctx, { id: id(), onlyLooks: true }),
  }),
  operation({
    id: 'takeLiveCall',
    method: 'post',
    path: '/calls/{id}/taking',
    summary: 'Take a call: who takes it first has it',
    description: '`state` is `talking` from then on. Sensitive answers stay hidden.',
    permission: 'call.take',
    answer: liveCall,
    call: ({ ctx, id }) => readLiveCall(ctx, { id: id() }),
  }),
  operation({
    id: 'revealLiveCall',
    method: 'post',
    path: '/calls/{id}/revelation',
    summary: 'Read a call with its sensitive answers, for a purpose that the history keeps',
    permission: 'call.take',
    body: z.strictObject({ purpose: z.string().min(3).max(200) }),
    example: { purpose: 'Continuer la demande' },
    answer: liveCall,
    call: ({ ctx, id, body }) => readLiveCall(ctx, { id: id(), revealFor: body.purpose, onlyLooks: true }),
  }),
];
