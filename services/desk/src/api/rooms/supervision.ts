import {
  explainTake,
  listParkedJobs,
  listTakes,
  publishService,
  readLine,
  readWorkload,
  retireService,
  retryJob,
} from '@guichet/casework';
import { DeskError } from '@guichet/kernel';
import { z } from '@hono/zod-openapi';
import { type Operation, roomOf } from '../operation.ts';
import { bilingual, channel, day, done, instant, language, reference, text } from '../shapes.ts';

const operation = roomOf('Supervision');

const clearance = z.enum(['personal', 'sensitive']);
const counts = { completed: z.int(), toAPerson: z.int(), abandoned: z.int() };
const versionIn = (version: string) => {
  if (!/^[1-9]\d{0,5}$/.test(version)) throw new DeskError('not-found', 'unknown-service');
  return Number(version);
};

/** Figures, the offer, and what the machine set aside. */
export const supervisionOperations: readonly Operation[] = [
  operation({
    id: 'readWorkload',
    method: 'get',
    path: '/figures/workload',
    summary: 'Count the open cases by service and channel',
    permission: 'desk.supervise',
    answer: z.object({
      rows: z.array(
        z.object({
          serviceCode: z.string(),
          channel,
          waiting: z.int(),
          held: z.int(),
          paused: z.int(),
          late: z.int(),
          oldestAt: instant.nullable(),
        }),
      ),
    }),
    call: async ({ ctx }) => ({ rows: await readWorkload(ctx) }),
  }),
  operation({
    id: 'readTelephone',
    method: 'get',
    path: '/figures/telephone',
    summary: 'Sum up the calls of the last days',
    permission: 'desk.supervise',
    query: z.strictObject({ days: z.coerce.number().int().min(1).max(800).default(30) }),
    answer: z.object({
      from: day,
      to: day,
      days: z.array(z.object({ day, ...counts, noRequest: z.int(), unknown: z.int() })),
      services: z.array(
        z.object({
          serviceCode: z.string(),
          requests: z.int(),
          medianTurns: z.number().nullable(),
          medianPresses: z.number().nullable(),
          ...counts,
        }),
      ),
      misses: z.array(
        z.object({
          serviceCode: z.string().nullable(),
          place: z.string(),
          calls: z.int(),
          silence: z.int(),
          keys: z.int(),
          speech: z.int(),
        }),
      ),
    }),
    call: ({ ctx, query }) => readLine(ctx, query),
  }),
  operation({
    id: 'listTakes',
    method: 'get',
    path: '/figures/takes',
    summary: 'List what was taken lately, what nobody can take, and what is passed on again and again',
    permission: 'desk.supervise',
    answer: z.object({
      takes: z.array(z.object({ reference, serviceCode: z.string(), at: instant, by: z.string() })),
      stranded: z.array(
        z.object({
          team: z.string(),
          serviceCode: z.string(),
          skills: z.array(z.string()),
          language,
          clearance,
          waiting: z.int(),
        }),
      ),
      skipped: z.array(
        z.object({ reference, serviceCode: z.string(), times: z.int(), whys: z.array(z.string()) }),
      ),
    }),
    call: ({ ctx }) => listTakes(ctx),
  }),
  operation({
    id: 'explainTake',
    method: 'get',
    path: '/cases/{reference}/takes',
    summary: 'Tell why a case came next for each who took it',
    permission: 'desk.supervise',
    answer: z.object({
      reference,
      serviceCode: z.string(),
      language,
      channel,
      team: z.string(),
      skills: z.array(z.string()),
      clearance,
      takes: z.array(z.object({ at: instant, by: z.string(), reason: z.unknown().optional() })),
    }),
    call: ({ ctx, reference }) => explainTake(ctx, reference),
  }),
  operation({
    id: 'listParkedJobs',
    method: 'get',
    path: '/jobs/parked',
    summary: 'List the jobs set aside after their last try',
    permission: 'desk.supervise',
    answer: z.object({
      jobs: z.array(
        z.object({ id: z.uuid(), job: z.string(), parkedAt: instant, why: z.string().nullable() }),
      ),
    }),
    call: async ({ ctx }) => ({ jobs: await listParkedJobs(ctx) }),
  }),
  operation({
    id: 'retryJob',
    method: 'post',
    path: '/jobs/{id}/retry',
    summary: 'Make a parked job due again',
    permission: 'job.retry',
    answer: done,
    call: async ({ ctx, id }) => ({ isNew: await retryJob(ctx, id()) }),
  }),
  operation({
    id: 'listServices',
    method: 'get',
    path: '/services',
    summary: 'List the services on offer, with their outcomes',
    permission: 'queue.list',
    answer: z.object({
      services: z.array(
        z.object({
          code: z.string(),
          version: z.int(),
          name: bilingual,
          team: z.string(),
          outcomes: z.array(z.object({ key: z.string(), label: bilingual })),
        }),
      ),
    }),
    call: async ({ ctx }) => ({
      services: ctx.catalogue.services.map(({ definition }) => ({
        ...definition,
        team: definition.routing.team,
      })),
    }),
  }),
  operation({
    id: 'publishService',
    method: 'post',
    path: '/services/{code}/versions/{version}/publication',
    summary: 'Publish a draft of a service',
    permission: 'service.publish',
    body: z.strictObject({ effectiveOn: day.optional(), why: text(500) }),
    example: { why: 'Adopté par le conseil' },
    answer: done,
    call: async ({ ctx, params, body }) => ({
      isNew: await publishService(ctx, {
        code: params.code,
        version: versionIn(params.version),
        ...body,
      }),
    }),
  }),
  operation({
    id: 'retireService',
    method: 'post',
    path: '/services/{code}/versions/{version}/retirement',
    summary: 'Take a version of a service off the offer',
    permission: 'service.retire',
    body: z.strictObject({ retiredOn: day.optional(), why: text(500) }),
    example: { why: 'Remplacé' },
    answer: done,
    call: async ({ ctx, params, body }) => ({
      isNew: await retireService(ctx, { code: params.code, version: versionIn(params.version), ...body }),
    }),
  }),
];
