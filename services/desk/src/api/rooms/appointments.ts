import {
  bookAppointment,
  cancelAppointment,
  closeDay,
  endHours,
  listDay,
  listFreeSlots,
  listHours,
  markArrived,
  markMissed,
  moveAppointment,
  readAppointment,
  setHours,
} from '@guichet/casework';
import { DeskError } from '@guichet/kernel';
import { z } from '@hono/zod-openapi';
import { type Operation, roomOf } from '../operation.ts';
import { bilingual, day, ended, idOf, instant, instantTyped, language, reference, text } from '../shapes.ts';

const operation = roomOf('Appointments');
const ofCase = '/cases/{reference}/appointment';
const time = z.string().regex(/^\d{2}:\d{2}$/);
const seats = z.int().min(1).max(99);

/** When people come to a place. */
export const appointmentOperations: readonly Operation[] = [
  operation({
    id: 'readAppointment',
    method: 'get',
    path: ofCase,
    summary: 'Read the appointment of a case',
    permission: 'appointment.list',
    answer: z.object({
      reference,
      isOffered: z.boolean(),
      booked: z
        .object({ id: z.uuid(), placeId: z.uuid(), place: bilingual, startsAt: instant, endsAt: instant })
        .optional(),
    }),
    call: async ({ ctx, reference }) => {
      const { booked, ...file } = await readAppointment(ctx, { reference });
      return { ...file, ...(booked ? { booked } : {}) };
    },
  }),
  operation({
    id: 'listFreeTimes',
    method: 'get',
    path: `${ofCase}/times`,
    summary: 'List the free times of the service of a case, day by day',
    permission: 'appointment.list',
    query: z.strictObject({
      from: day.optional(),
      days: z.coerce.number().int().min(1).max(42).default(14),
      place: idOf<'place'>().optional(),
    }),
    answer: z.object({
      days: z.array(
        z.object({
          day,
          slots: z.array(
            z.object({
              placeId: z.uuid(),
              place: bilingual,
              startsAt: instant,
              endsAt: instant,
              left: z.int(),
            }),
          ),
        }),
      ),
    }),
    call: async ({ ctx, reference, query: { place, ...query } }) => {
      const { service } = await readAppointment(ctx, { reference });
      return {
        days: await listFreeSlots(ctx, {
          service,
          ...query,
          ...(place === undefined ? {} : { placeId: place }),
        }),
      };
    },
  }),
  operation({
    id: 'bookAppointment',
    method: 'put',
    path: ofCase,
    summary: 'Book a time for a case, or move its appointment there',
    permission: 'appointment.list',
    body: z.strictObject({ placeId: idOf<'place'>(), startsAt: instantTyped }),
    example: { placeId: '01890a5d-ac96-774b-bcce-b302099a8057', startsAt: '2026-12-07T14:00:00Z' },
    answer: z.object({ kind: z.enum(['booked', 'moved', 'already']), id: z.uuid(), startsAt: instant }),
    call: async ({ ctx, reference, body }) => {
      const { booked } = await readAppointment(ctx, { reference });
      const slot = { reference, placeId: body.placeId, startsAt: new Date(body.startsAt) };
      return booked ? moveAppointment(ctx, slot) : bookAppointment(ctx, slot);
    },
  }),
  operation({
    id: 'cancelAppointment',
    method: 'delete',
    path: ofCase,
    summary: 'Cancel the appointment of a case',
    permission: 'appointment.list',
    answer: ended('cancelled', 'already'),
    call: ({ ctx, reference }) => cancelAppointment(ctx, { reference }),
  }),
  operation({
    id: 'listDay',
    method: 'get',
    path: '/places/{id}/days/{day}',
    summary: 'List who comes to a place on a day',
    permission: 'appointment.list',
    answer: z.object({
      timeZone: z.string(),
      isClosed: z.boolean(),
      times: z.array(z.object({ startsAt: instant, endsAt: instant, seats: z.int() })),
      bookings: z.array(
        z.object({
          id: z.uuid(),
          startsAt: instant,
          endsAt: instant,
          seat: z.int(),
          serviceCode: z.string(),
          reference: reference.nullable().openapi({ description: 'Null of another team’s case.' }),
          language: language.nullable(),
          endedHow: z.enum(['arrived', 'missed']).nullable(),
          ticket: z.string().nullable(),
        }),
      ),
    }),
    call: async ({ ctx, id, params }) => {
      const isDay = day.safeParse(params.day).success;
      const found = isDay ? await listDay(ctx, { placeId: id(), day: params.day }) : undefined;
      if (!found) throw new DeskError('not-found', 'no-such-place');
      return found;
    },
  }),
  operation({
    id: 'markArrived',
    method: 'post',
    path: '/appointments/{id}/arrival',
    summary: 'Mark that a person came, and give them a ticket',
    permission: 'appointment.meet',
    once: true,
    answer: z.object({ kind: z.enum(['arrived', 'already']), ticket: z.string() }),
    call: ({ ctx, id, once }) => markArrived(ctx, { id: id(), visitId: once() }),
  }),
  operation({
    id: 'markMissed',
    method: 'post',
    path: '/appointments/{id}/absence',
    summary: 'Mark that a person did not come',
    permission: 'appointment.meet',
    answer: ended('missed', 'already'),
    call: ({ ctx, id }) => markMissed(ctx, id()),
  }),
  operation({
    id: 'listHours',
    method: 'get',
    path: '/places/{id}/hours',
    summary: 'List the hours in which a place takes people by appointment',
    permission: 'appointment.list',
    answer: z.object({
      hours: z.array(
        z.object({
          id: z.uuid(),
          weekday: z.int().nullable(),
          day: day.nullable(),
          fromTime: z.string(),
          toTime: z.string(),
          minutes: z.int(),
          firstSeat: z.int(),
          seats: z.int(),
          services: z.array(z.string()),
          skill: z.string().nullable(),
          fromOn: day,
          untilOn: day.nullable(),
        }),
      ),
    }),
    call: async ({ ctx, id }) => ({ hours: await listHours(ctx, id()) }),
  }),
  operation({
    id: 'setHours',
    method: 'post',
    path: '/places/{id}/hours',
    summary: 'Set hours in which a place takes people by appointment',
    permission: 'appointment.hours',
    once: true,
    status: 201,
    body: z.strictObject({
      on: z.union([
        z.strictObject({ weekday: z.int().min(1).max(7).openapi({ description: '1 is Monday.' }) }),
        z.strictObject({ day }),
      ]),
      from: time,
      to: time,
      minutes: z.int().min(5).max(240),
      firstSeat: seats,
      seats: z.int().min(1).max(20),
      services: z.array(text(60)).max(200).optional(),
      skill: text(60).optional(),
    }),
    example: { on: { weekday: 1 }, from: '09:00', to: '12:00', minutes: 20, firstSeat: 1, seats: 2 },
    answer: z.object({ kind: z.enum(['set', 'already']), id: z.uuid() }),
    call: async ({ ctx, id, body, once }) => {
      const hours = once<'appointment-hours'>();
      return { ...(await setHours(ctx, { id: hours, placeId: id(), ...body })), id: hours };
    },
  }),
  operation({
    id: 'endHours',
    method: 'delete',
    path: '/hours/{id}',
    summary: 'End hours from today on; what was booked stays',
    permission: 'appointment.hours',
    answer: ended('ended', 'already'),
    call: ({ ctx, id }) => endHours(ctx, id()),
  }),
  operation({
    id: 'closeDay',
    method: 'put',
    path: '/places/{id}/closures/{day}',
    summary: 'Close a day of a place to appointments, or open it again',
    permission: 'appointment.hours',
    body: z.strictObject({ closed: z.boolean() }),
    example: { closed: true },
    answer: ended('done', 'already'),
    call: ({ ctx, id, params, body }) => closeDay(ctx, { placeId: id(), day: params.day, ...body }),
  }),
];
