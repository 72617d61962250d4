import type { PlaceId } from '@guichet/kernel';
import type { OfferedSlots, SpokenSlot } from '../src/index.ts';

/** A time at the city hall of a sample. Shape: the day is ISO, the time `HH:MM` */
export function sampleSlot(day: string, time: string): SpokenSlot {
  return {
    placeId: '0199f3c2-7a41-7abc-9def-0123456789ab' as PlaceId,
    place: { fr: 'Hôtel de ville', en: 'City hall' },
    day,
    time,
    startsAt: `${day}T${time}:00.000-05:00`,
  };
}

/** Three times of one morning, and more on the next day. */
export const sampleOffer: OfferedSlots = {
  slots: ['09:00', '09:30', '10:00'].map((time) => sampleSlot('2026-12-01', time)),
  nextFrom: '2026-12-02',
};
