import {
  bookAppointment,
  type DeskContext,
  type FreeSlot,
  listFreeSlots,
  tellAppointment,
} from '@guichet/casework';
import { type AppointmentId, day, FixedClock, type PlaceId } from '@guichet/kernel';
import { byAppointment, openAppointed, openPlace, type replies } from './appointed-case.ts';
import { useDesk } from './test-desk.ts';

/** A Monday at ten in the morning. */
const monday = '2026-11-23T15:00:00Z';

/**
 * Opens a desk with the people and the service of appointments.
 *
 * Shape: as `useDesk`, and `placeId = await newPlace()` before each test: a place of its own, a week later.
 */
export async function useAppointments() {
  const clock = new FixedClock(monday);
  const desk = await useDesk({ clock });
  const { adminSql } = desk.database;
  const web = desk.public('web');
  const service = desk.ctx.catalogue.find(byAppointment);
  if (!service) throw new Error('the service left the pack');
  let count = 0;
  let placeId: PlaceId;

  const free = async (ctx: DeskContext = web, days = 7): Promise<FreeSlot[]> =>
    (await listFreeSlots(ctx, { service, days, placeId })).flatMap(({ slots }) => slots);
  const firstFree = async (): Promise<FreeSlot> => {
    const [slot] = await free();
    if (!slot) throw new Error('nothing is free');
    return slot;
  };
  return {
    clock,
    desk,
    web,
    phone: desk.public('phone'),
    clerk: await desk.staff('commis', ['clerk'], ['greffe']),
    agent: await desk.staff('agente', ['agent'], ['greffe']),
    other: await desk.staff('voisine', ['clerk'], ['voirie']),
    chief: await desk.staff('cheffe', ['supervisor'], ['greffe']),
    service,
    newPlace: async () => {
      count += 1;
      placeId = await openPlace(desk, `place-${count}`);
      clock.advance(Math.max(0, Date.parse(monday) + count * 7 * day - clock.now().getTime()));
      return placeId;
    },
    free,
    firstFree,
    /** Opens a case and books the first free time of the place for it. */
    booked: async (way?: keyof typeof replies) => {
      const opened = await openAppointed(desk, way);
      const slot = await firstFree();
      const made = await bookAppointment(web, { caseId: opened.id, placeId, startsAt: slot.startsAt });
      return { ...opened, slot, appointmentId: made.id };
    },
    kindsOf: async (id: string) => {
      const rows = await adminSql<{ kind: string }[]>`
        select kind from event where subject_id = ${id} and kind like 'appointment%' order by seq`;
      return rows.map(({ kind }) => kind);
    },
    repliesOf: (caseId: string) =>
      adminSql<{ id: string; way: string }[]>`
        select id, way from reply where case_id = ${caseId} and purpose = 'appointment' order by created_at`,
    /** Does what was staged about appointments, twice: as a queue may. */
    tell: async () => {
      const jobs = await adminSql<{ id: string; ids: { appointmentId: AppointmentId } }[]>`
        select id, ids from outbox where job = 'casework.tell-appointment' order by created_at, id`;
      for (const { id, ids } of [...jobs, ...jobs]) await tellAppointment(desk.ctx, id, ids.appointmentId);
    },
  };
}
