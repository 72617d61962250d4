import {
  changeLanguage,
  listAccessKeys,
  listPasswordsGiven,
  revokeAccessKey,
  roles,
} from '@guichet/casework';
import { DeskError } from '@guichet/kernel';
import { z } from '@hono/zod-openapi';
import { type Operation, roomOf } from '../operation.ts';
import { day, done, instant, language } from '../shapes.ts';

const operation = roomOf('Account');

/** Access keys, without what makes them serve. */
export const keyList = z.object({
  keys: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      hint: z.string(),
      madeAt: instant,
      expiresAt: instant,
      usedOn: day.nullable(),
    }),
  ),
});

/** What is of oneself. */
export const accountOperations: readonly Operation[] = [
  operation({
    id: 'readAccount',
    method: 'get',
    path: '/account',
    summary: 'Tell whose key this is, and what it may do',
    permission: 'key.make',
    answer: z.object({ staffId: z.uuid(), roles: z.array(z.enum(roles)), teams: z.array(z.string()) }),
    call: async ({ ctx: { actor } }) => {
      if (actor.kind !== 'staff') throw new DeskError('not-allowed', 'not-allowed');
      return { ...actor, roles: [...actor.roles], teams: [...actor.teams] };
    },
  }),
  operation({
    id: 'changeLanguage',
    method: 'put',
    path: '/account/language',
    summary: 'Change the language in which the desk speaks to oneself',
    permission: 'account.change',
    body: z.strictObject({ language }),
    example: { language: 'fr' },
    answer: done,
    call: async ({ ctx, body }) => ({ isNew: await changeLanguage(ctx, body.language) }),
  }),
  operation({
    id: 'listPasswordsGiven',
    method: 'get',
    path: '/account/passwords-given',
    summary: 'List who gave oneself a password of late',
    permission: 'account.change',
    answer: z.object({ given: z.array(z.object({ by: z.string(), at: instant })) }),
    call: async ({ ctx }) => ({ given: await listPasswordsGiven(ctx) }),
  }),
  operation({
    id: 'listAccessKeys',
    method: 'get',
    path: '/account/keys',
    summary: 'List one’s own access keys',
    description: 'They are made on the page of the account: no key makes another one.',
    permission: 'key.make',
    answer: keyList,
    call: async ({ ctx }) => ({ keys: await listAccessKeys(ctx) }),
  }),
  operation({
    id: 'revokeAccessKey',
    method: 'delete',
    path: '/account/keys/{id}',
    summary: 'Revoke one’s own access key',
    permission: 'key.make',
    answer: done,
    call: async ({ ctx, id }) => ({ isNew: await revokeAccessKey(ctx, id()) }),
  }),
];
