import {
  addCounter,
  addPlace,
  deviceUses,
  listCounters,
  listDevices,
  listPlaces,
  revokeDevice,
} from '@guichet/casework';
import { z } from '@hono/zod-openapi';
import { type Operation, roomOf } from '../operation.ts';
import { bilingual, ended, instant, text } from '../shapes.ts';
import { counterRow, family } from './visit-shapes.ts';

const operation = roomOf('Supervision');
const name = z.strictObject({ fr: text(120), en: text(120) });

/** Places, their counters, and the devices of their halls. */
export const placeOperations: readonly Operation[] = [
  operation({
    id: 'listPlaces',
    method: 'get',
    path: '/places',
    summary: 'List the places that have counters',
    permission: 'place.list',
    answer: z.object({
      places: z.array(
        z.object({
          id: z.uuid(),
          code: z.string(),
          name: bilingual,
          timeZone: z.string(),
          priorityMinutes: z.int(),
        }),
      ),
    }),
    call: async ({ ctx }) => ({ places: await listPlaces(ctx) }),
  }),
  operation({
    id: 'addPlace',
    method: 'post',
    path: '/places',
    summary: 'Add a place with counters',
    description: 'The same code again is the same place.',
    permission: 'place.write',
    status: 201,
    body: z.strictObject({
      code: text(60),
      name,
      timeZone: text(60).default('America/Toronto'),
      priorityMinutes: z.int().min(0).max(600).optional(),
    }),
    example: { code: 'annexe', name: { fr: 'Annexe', en: 'Annex' } },
    answer: z.object({ id: z.uuid() }),
    call: async ({ ctx, body }) => ({ id: await addPlace(ctx, body) }),
  }),
  operation({
    id: 'listCounters',
    method: 'get',
    path: '/counters',
    summary: 'List all counters with who sits there',
    permission: 'hall.read',
    answer: z.object({ counters: z.array(counterRow) }),
    call: async ({ ctx }) => ({ counters: await listCounters(ctx) }),
  }),
  operation({
    id: 'addCounter',
    method: 'post',
    path: '/places/{id}/counters',
    summary: 'Add a counter to a place',
    permission: 'place.write',
    status: 201,
    body: z.strictObject({ name: text(12), families: z.array(family).optional() }),
    example: { name: '2B' },
    answer: z.object({ id: z.uuid() }),
    call: async ({ ctx, id, body }) => ({ id: await addCounter(ctx, { placeId: id(), ...body }) }),
  }),
  operation({
    id: 'listDevices',
    method: 'get',
    path: '/devices',
    summary: 'List the devices of the halls',
    permission: 'device.make',
    answer: z.object({
      devices: z.array(
        z.object({
          id: z.uuid(),
          use: z.enum(deviceUses),
          placeName: bilingual,
          counter: z.string().nullable(),
          linkedAt: instant.nullable(),
          madeAt: instant,
        }),
      ),
    }),
    call: async ({ ctx }) => ({ devices: await listDevices(ctx) }),
  }),
  operation({
    id: 'revokeDevice',
    method: 'delete',
    path: '/devices/{id}',
    summary: 'End what a device may do',
    permission: 'device.make',
    answer: ended('revoked', 'already'),
    call: ({ ctx, id }) => revokeDevice(ctx, id()),
  }),
];
