import {
  bookAppointment,
  cancelAppointment,
  type CaseStatus,
  dayAfter,
  dayAt,
  type DeskContext,
  listFreeSlots,
  moveAppointment,
  readAppointment,
  timeAt,
  todayOf,
} from '@guichet/casework';
import type { FoundCase, SpokenSlot } from '@guichet/channels/phone';
import { type Bilingual, isDeskError, type PlaceId } from '@guichet/kernel';
import type { PhoneDesk } from './phone/phone-desk.ts';

/** How many times are said at once, and in how many days they are looked for. */
const said = { times: 3, days: 14 };

/** Gives the telephone what books, moves and cancels the appointment of a case whose proof the caller gave. */
export function phoneAppointment(
  caller: DeskContext,
): Pick<PhoneDesk, 'findSlots' | 'bookSlot' | 'cancelSlot'> {
  return {
    async findSlots({ caseId, from }) {
      const { service, booked, isOffered } = await readAppointment(caller, { caseId });
      const asked = { service, days: said.days, ...(from === undefined ? {} : { from }) };
      const days = isOffered ? await listFreeSlots(caller, asked) : [];
      const slots = days.flatMap((day) => day.slots).slice(0, said.times);
      const last = slots.at(-1);
      const today = todayOf(caller.clock.now());
      const next = last
        ? dayAfter(dayAt(last.timeZone, last.startsAt), 1)
        : dayAfter(from ?? today, said.days);
      const furthest = dayAfter(today, service.definition.appointment?.daysMax ?? 0);
      return {
        slots: slots.map(spoken),
        ...(booked ? { booked: spoken(booked) } : {}),
        ...(next <= furthest ? { nextFrom: next } : {}),
      };
    },

    async bookSlot({ caseId, slot: { placeId, startsAt }, isMove }) {
      const act = isMove ? moveAppointment : bookAppointment;
      try {
        await act(caller, { caseId, placeId, startsAt: new Date(startsAt) });
        return 'booked';
      } catch (error) {
        if (!isDeskError(error) || !['slot-taken', 'no-such-slot'].includes(error.publicKey)) throw error;
        return 'taken';
      }
    },

    async cancelSlot(caseId) {
      await cancelAppointment(caller, { caseId });
    },
  };
}

/** Tells whether a case found by telephone has an appointment, or can have one. */
export async function appointmentState(
  caller: DeskContext,
  { id: caseId, serviceCode, serviceVersion }: CaseStatus,
): Promise<Pick<FoundCase, 'appointment'>> {
  if (!caller.catalogue.find(serviceCode, serviceVersion)?.definition.appointment) return {};
  const { booked, isOffered } = await readAppointment(caller, { caseId });
  return booked ? { appointment: 'booked' } : isOffered ? { appointment: 'offered' } : {};
}

function spoken(slot: { placeId: PlaceId; place: Bilingual; timeZone: string; startsAt: Date }): SpokenSlot {
  const { placeId, place, timeZone, startsAt } = slot;
  return {
    placeId,
    place,
    day: dayAt(timeZone, startsAt),
    time: timeAt(timeZone, startsAt),
    startsAt: startsAt.toISOString(),
  };
}
