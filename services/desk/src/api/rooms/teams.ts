import {
  addTeam,
  capacityMax,
  changeTeam,
  listCalendarDays,
  listStaffedTeams,
  listTeams,
  setCalendarDay,
  withdrawCalendarDay,
} from '@guichet/casework';
import { z } from '@hono/zod-openapi';
import { type Operation, roomOf } from '../operation.ts';
import { bilingual, day, done, text } from '../shapes.ts';

const operation = roomOf('Staff');
const name = z.strictObject({ fr: text(120), en: text(120) });

/** Teams, and the body's own days. */
export const teamOperations: readonly Operation[] = [
  operation({
    id: 'listTeams',
    method: 'get',
    path: '/teams',
    summary: 'List the names of the teams',
    permission: 'queue.list',
    answer: z.object({ teams: z.array(z.object({ code: z.string(), name: bilingual })) }),
    call: async ({ ctx }) => ({ teams: await listTeams(ctx) }),
  }),
  operation({
    id: 'listStaffedTeams',
    method: 'get',
    path: '/staffed-teams',
    summary: 'List the teams with who is in each',
    permission: 'staff.read',
    answer: z.object({
      teams: z.array(
        z.object({
          code: z.string(),
          name: bilingual,
          capacity: z.int(),
          untouchedDays: z.int().nullable(),
          members: z.array(z.string()),
        }),
      ),
    }),
    call: async ({ ctx }) => ({ teams: await listStaffedTeams(ctx) }),
  }),
  operation({
    id: 'addTeam',
    method: 'post',
    path: '/teams',
    summary: 'Add a team',
    permission: 'staff.write',
    status: 201,
    body: z.strictObject({ code: text(60), name }),
    example: { code: 'loisirs', name: { fr: 'Loisirs', en: 'Leisure' } },
    answer: done,
    call: async ({ ctx, body }) => ({ isNew: await addTeam(ctx, body.code, body.name) }),
  }),
  operation({
    id: 'changeTeam',
    method: 'put',
    path: '/teams/{code}',
    summary: 'Change a team’s names, how much its people hold, and when what nobody touched returns',
    permission: 'staff.write',
    body: z.strictObject({
      name,
      capacity: z.int().min(1).max(capacityMax),
      untouchedDays: z.int().min(1).max(365).nullable(),
    }),
    example: { name: { fr: 'Voirie', en: 'Roads' }, capacity: 20, untouchedDays: 1 },
    answer: done,
    call: async ({ ctx, params, body }) => ({ isNew: await changeTeam(ctx, { code: params.code, ...body }) }),
  }),
  operation({
    id: 'listCalendarDays',
    method: 'get',
    path: '/calendar-days',
    summary: 'List the days of the year to come on which the body does otherwise than usual',
    permission: 'staff.read',
    answer: z.object({
      days: z.array(
        z.object({
          day,
          isOpen: z.boolean(),
          own: z.object({ id: z.uuid(), name: z.string(), by: z.string() }).optional(),
        }),
      ),
    }),
    call: async ({ ctx }) => ({ days: await listCalendarDays(ctx) }),
  }),
  operation({
    id: 'setCalendarDay',
    method: 'post',
    path: '/calendar-days',
    summary: 'Say that the body is closed, or open, on a day to come',
    permission: 'calendar.write',
    status: 201,
    body: z.strictObject({ day, isOpen: z.boolean(), name: text(120) }),
    example: { day: '2027-08-02', isOpen: false, name: 'Fête municipale' },
    answer: done,
    call: async ({ ctx, body }) => ({ isNew: await setCalendarDay(ctx, body) }),
  }),
  operation({
    id: 'withdrawCalendarDay',
    method: 'delete',
    path: '/calendar-days/{id}',
    summary: 'Take back what was said of a day',
    permission: 'calendar.write',
    answer: done,
    call: async ({ ctx, id }) => ({ isNew: await withdrawCalendarDay(ctx, id()) }),
  }),
];
