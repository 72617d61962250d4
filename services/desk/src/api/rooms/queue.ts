import {
  actOnCases,
  casesOfActMax,
  dropView,
  dueClasses,
  findCases,
  keepView,
  listColleagues,
  listLookers,
  listMine,
  listNotices,
  listProposals,
  listQueue,
  listViews,
  putNoticesAway,
  type QueueFilter,
  readFilter,
  takeNext,
  undoAct,
} from '@guichet/casework';
import { z } from '@hono/zod-openapi';
import { readCursor, writeCursor } from '../../queue/queue-cursor.ts';
import { type Operation, roomOf } from '../operation.ts';
import {
  channel,
  day,
  instant,
  instantTyped,
  language,
  reference,
  referenceTyped,
  staffId,
  text,
} from '../shapes.ts';

const operation = roomOf('Queue');

const queueRow = z
  .object({
    reference,
    serviceCode: z.string(),
    serviceVersion: z.int(),
    language,
    channel,
    team: z.string(),
    dueAt: instant.openapi({ description: 'When the decision is promised.' }),
    depositedAt: instant.openapi({ description: 'When the person acted.' }),
    place: z.string().nullable(),
  })
  .openapi('QueueRow');

const filter = z.strictObject({
  service: text(40).optional(),
  channel: channel.optional(),
  language: language.optional(),
  team: text(60).optional(),
  due: z.enum(dueClasses).optional(),
  place: text(100).optional().openapi({ description: 'A street.' }),
  heldBy: z
    .uuid()
    .optional()
    .openapi({ description: 'Cases that this person holds, in place of those that wait.' }),
});

/** Reads filters by the rules of the page's address. */
const filterOf = (given: z.output<typeof filter>): QueueFilter => {
  const names: Readonly<Record<string, string | undefined>> = { ...given, held: given.heldBy };
  return readFilter((name) => names[name]);
};

const act = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('assign'), to: staffId }),
  z.strictObject({ kind: z.literal('return') }),
  z.strictObject({ kind: z.literal('move'), team: text(60), reason: text(1000) }),
]);
const actedOn = z.array(
  z.object({ reference, outcome: z.enum(['done', 'already', 'refused']), why: z.string().optional() }),
);
const named = (cases: Awaited<ReturnType<typeof undoAct>>) =>
  cases.map(({ reference, outcome, why }) => ({
    reference,
    outcome,
    ...(why ? { why: why.publicKey } : {}),
  }));

/** The queue, taking the next case, acts on several, saved views, and the search. */
export const queueOperations: readonly Operation[] = [
  operation({
    id: 'listQueue',
    method: 'get',
    path: '/queue',
    summary: 'List the cases that wait, in the order in which they are taken',
    permission: 'queue.list',
    query: filter.extend({
      after: z
        .string()
        .refine((at) => readCursor(at) !== undefined)
        .optional()
        .openapi({ description: '`next` of the page before.' }),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    answer: z.object({
      cases: z.array(queueRow),
      waiting: z.int(),
      next: z
        .string()
        .nullable()
        .openapi({ description: 'Where the next page starts; null after the last.' }),
    }),
    call: async ({ ctx, query: { after, limit, ...given } }) => {
      const { rows, waiting } = await listQueue(ctx, {
        limit,
        after: readCursor(after),
        filter: filterOf(given),
      });
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return { cases: rows, waiting, next: last ? writeCursor(last) : null };
    },
  }),
  operation({
    id: 'takeNext',
    method: 'post',
    path: '/queue/next',
    summary: 'Take the case that waits first, of those one can do',
    permission: 'case.take',
    once: true,
    gives: (value) => (value as { kind: string }).kind === 'taken',
    answer: z.object({
      kind: z.enum(['taken', 'empty', 'full', 'absent']),
      reference: reference.optional(),
      held: z.int().optional(),
      capacity: z.int().optional(),
      until: day.optional(),
    }),
    call: ({ ctx, requestKey }) => takeNext(ctx, requestKey),
  }),
  operation({
    id: 'listMine',
    method: 'get',
    path: '/queue/mine',
    summary: 'List the cases that one holds',
    permission: 'queue.list',
    answer: z.object({ cases: z.array(queueRow) }),
    call: async ({ ctx }) => ({ cases: await listMine(ctx) }),
  }),
  operation({
    id: 'listProposals',
    method: 'get',
    path: '/queue/proposals',
    summary: 'List the closures that wait for a second person',
    permission: 'queue.list',
    answer: z.object({
      proposals: z.array(
        z.object({
          reference,
          serviceCode: z.string(),
          outcome: z.string(),
          dueAt: instant,
          proposedAt: instant,
          by: z.string(),
          isOwn: z.boolean(),
        }),
      ),
    }),
    call: async ({ ctx }) => ({ proposals: await listProposals(ctx) }),
  }),
  operation({
    id: 'listNotices',
    method: 'get',
    path: '/queue/notices',
    summary: 'List what was told to oneself: cases that went back to the queue',
    permission: 'queue.list',
    answer: z.object({
      notices: z.array(
        z.object({ id: z.string(), kind: z.enum(['untouched', 'absent']), reference, at: instant }),
      ),
    }),
    call: async ({ ctx }) => ({ notices: await listNotices(ctx) }),
  }),
  operation({
    id: 'putNoticesAway',
    method: 'post',
    path: '/queue/notices/seen',
    summary: 'Put away what was told up to an instant',
    permission: 'queue.list',
    body: z.strictObject({ until: instantTyped }),
    example: { until: '2026-11-30T15:00:00Z' },
    call: ({ ctx, body }) => putNoticesAway(ctx, new Date(body.until)),
  }),
  operation({
    id: 'actOnCases',
    method: 'post',
    path: '/queue/acts',
    summary: 'Do one thing with several cases',
    permission: 'queue.act',
    description: 'Each case is done or refused by itself. What was done can be undone for ten minutes.',
    body: z.strictObject({ act, references: z.array(referenceTyped).min(1).max(casesOfActMax) }),
    example: { act: { kind: 'return' }, references: ['1234567894'] },
    answer: z.object({ id: z.uuid().optional(), cases: actedOn }),
    call: async ({ ctx, body }) => {
      const { id, cases } = await actOnCases(ctx, body.act, body.references);
      return { ...(id ? { id } : {}), cases: named(cases) };
    },
  }),
  operation({
    id: 'undoAct',
    method: 'delete',
    path: '/queue/acts/{id}',
    summary: 'Undo an act on several cases',
    permission: 'queue.act',
    answer: z.object({ cases: actedOn }),
    call: async ({ ctx, id }) => ({ cases: named(await undoAct(ctx, id())) }),
  }),
  operation({
    id: 'listViews',
    method: 'get',
    path: '/queue/views',
    summary: 'List one’s saved views and those of one’s teams',
    permission: 'queue.list',
    answer: z.object({
      views: z.array(z.object({ id: z.uuid(), name: z.string(), team: z.string().nullable(), filter })),
    }),
    call: async ({ ctx }) => ({ views: await listViews(ctx) }),
  }),
  operation({
    id: 'keepView',
    method: 'post',
    path: '/queue/views',
    summary: 'Save filters under a name',
    permission: 'queue.keep-view',
    body: z.strictObject({ name: text(60), filter }),
    example: { name: 'Chaussée', filter: { service: 'nid-de-poule' } },
    call: ({ ctx, body }) => keepView(ctx, { name: body.name, filter: filterOf(body.filter) }),
  }),
  operation({
    id: 'shareView',
    method: 'post',
    path: '/queue/shared-views',
    summary: 'Save filters under a name for a whole team',
    permission: 'queue.share-view',
    body: z.strictObject({ name: text(60), filter, team: text(60) }),
    example: { name: 'Chaussée', filter: { service: 'nid-de-poule' }, team: 'voirie' },
    call: ({ ctx, body }) => keepView(ctx, { ...body, filter: filterOf(body.filter) }),
  }),
  operation({
    id: 'dropView',
    method: 'delete',
    path: '/queue/views/{id}',
    summary: 'Drop a saved view',
    permission: 'queue.keep-view',
    call: ({ ctx, id }) => dropView(ctx, id()),
  }),
  operation({
    id: 'listColleagues',
    method: 'get',
    path: '/queue/colleagues',
    summary: 'List who takes cases in one’s teams',
    permission: 'queue.list',
    answer: z.object({ colleagues: z.array(z.object({ staffId: z.uuid(), name: z.string() })) }),
    call: async ({ ctx }) => ({ colleagues: await listColleagues(ctx) }),
  }),
  operation({
    id: 'listLookers',
    method: 'get',
    path: '/queue/lookers',
    summary: 'List who has which case open',
    permission: 'queue.list',
    answer: z.object({
      lookers: z.array(z.object({ reference, team: z.string(), staffId: z.uuid(), name: z.string() })),
    }),
    call: async ({ ctx }) => ({ lookers: await listLookers(ctx) }),
  }),
  operation({
    id: 'search',
    method: 'post',
    path: '/search',
    summary: 'Find cases by what they say',
    description: 'By post, so that no address holds the words. Leaves an event, without them.',
    permission: 'case.search',
    body: z.strictObject({ words: text(200) }),
    example: { words: 'rue de l’Église' },
    answer: z.object({
      cases: z.array(
        queueRow.extend({
          heldBy: z.string().nullable(),
          closedAt: instant.nullable(),
          matches: z.array(
            z.object({
              question: z.string(),
              how: z.enum(['exact', 'stem', 'slip']),
              shown: z.string().openapi({ description: 'Masked above `open`.' }),
            }),
          ),
        }),
      ),
      isCut: z.boolean(),
    }),
    call: ({ ctx, body }) => findCases(ctx, body.words),
  }),
];
