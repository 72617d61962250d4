import {
  cancelAbsence,
  capacityMax,
  changeStaff,
  clearances,
  disableStaff,
  enableStaff,
  listKeysOfStaff,
  listStaff,
  planAbsence,
  readStaff,
  revokeAccessKey,
  roles,
} from '@guichet/casework';
import { z } from '@hono/zod-openapi';
import { type Operation, roomOf } from '../operation.ts';
import { day, done, instant, language, text } from '../shapes.ts';
import { keyList } from './account.ts';

const operation = roomOf('Staff');
const at = '/staff/{id}';

const codes = z.array(text(60)).max(200);
const facts = {
  name: text(120),
  roles: z.array(z.enum(roles)).max(4),
  teams: codes,
  abilities: z.strictObject({
    every: z.boolean(),
    skills: codes,
    services: codes,
    languages: z.array(language).max(2),
    clearance: z.enum(clearances),
    capacity: z.int().min(1).max(capacityMax).nullable(),
  }),
};
const someone = {
  name: 'Marie Côté',
  roles: ['agent'],
  teams: ['voirie'],
  abilities: {
    every: true,
    skills: [],
    services: [],
    languages: ['fr'],
    clearance: 'personal',
    capacity: null,
  },
} satisfies z.input<z.ZodObject<typeof facts>>;

const person = z
  .object({
    id: z.uuid(),
    signIn: z.string(),
    name: z.string(),
    language,
    roles: z.array(z.enum(roles)),
    teams: z.array(z.string()),
    every: z.boolean(),
    skills: z.array(z.string()),
    services: z.array(z.string()),
    languages: z.array(language),
    clearance: z.enum(clearances),
    capacity: z.int().nullable(),
    held: z.int(),
    isManaged: z.boolean().openapi({ description: 'Whose key this is may change their account.' }),
    plansAbsences: z.boolean().openapi({ description: 'Whose key this is may say when they are away.' }),
    wholeBody: z.boolean().openapi({ description: 'They answer for the whole body.' }),
    disabledAt: instant.nullable(),
    isTemporary: z.boolean(),
    absentUntil: day.nullable(),
  })
  .openapi('StaffMember');

/** Colleagues: their accounts, absences and keys. */
export const staffOperations: readonly Operation[] = [
  operation({
    id: 'listStaff',
    method: 'get',
    path: '/staff',
    summary: 'List the staff',
    permission: 'staff.read',
    answer: z.object({ staff: z.array(person) }),
    call: async ({ ctx }) => ({ staff: await listStaff(ctx) }),
  }),
  operation({
    id: 'readStaff',
    method: 'get',
    path: at,
    summary: 'Read a colleague with their absences',
    permission: 'staff.read',
    answer: person.extend({ absences: z.array(z.object({ id: z.uuid(), fromOn: day, toOn: day })) }),
    call: ({ ctx, id }) => readStaff(ctx, id()),
  }),
  operation({
    id: 'changeStaff',
    method: 'put',
    path: at,
    summary: 'Change what a colleague does',
    permission: 'staff.write',
    body: z.strictObject(facts),
    example: someone,
    answer: done,
    call: async ({ ctx, id, body }) => ({ isNew: await changeStaff(ctx, { staffId: id(), ...body }) }),
  }),
  operation({
    id: 'disableStaff',
    method: 'post',
    path: `${at}/closure`,
    summary: 'Close a colleague’s account: their sessions and keys end',
    permission: 'staff.write',
    answer: done,
    call: async ({ ctx, id }) => ({ isNew: await disableStaff(ctx, id()) }),
  }),
  operation({
    id: 'enableStaff',
    method: 'delete',
    path: `${at}/closure`,
    summary: 'Open a closed account again',
    permission: 'staff.write',
    answer: done,
    call: async ({ ctx, id }) => ({ isNew: await enableStaff(ctx, id()) }),
  }),
  operation({
    id: 'planAbsence',
    method: 'post',
    path: `${at}/absences`,
    summary: 'Write down when a colleague is away',
    permission: 'staff.write',
    status: 201,
    body: z.strictObject({ fromOn: day, toOn: day }),
    example: { fromOn: '2027-07-05', toOn: '2027-07-16' },
    answer: done,
    call: async ({ ctx, id, body }) => ({ isNew: await planAbsence(ctx, { staffId: id(), ...body }) }),
  }),
  operation({
    id: 'cancelAbsence',
    method: 'delete',
    path: '/absences/{id}',
    summary: 'Take an absence back',
    permission: 'staff.write',
    answer: done,
    call: async ({ ctx, id }) => ({ isNew: await cancelAbsence(ctx, id()) }),
  }),
  operation({
    id: 'listKeysOfStaff',
    method: 'get',
    path: `${at}/keys`,
    summary: 'List a colleague’s access keys',
    permission: 'staff.read',
    answer: keyList,
    call: async ({ ctx, id }) => ({ keys: await listKeysOfStaff(ctx, id()) }),
  }),
  operation({
    id: 'revokeKeyOfStaff',
    method: 'delete',
    path: `${at}/keys/{keyId}`,
    summary: 'Revoke a colleague’s access key',
    permission: 'staff.write',
    answer: done,
    call: async ({ ctx, id }) => ({ isNew: await revokeAccessKey(ctx, id('keyId'), id()) }),
  }),
];
