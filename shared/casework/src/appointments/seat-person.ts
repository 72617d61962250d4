import { type AppointmentId, type Channel, DeskError, newId } from '@guichet/kernel';
import type { DeskTx } from '../audit/transact.ts';
import type { DeskContext } from '../context.ts';
import type { AppointedCase } from './find-case.ts';
import { remindAt } from './remind-at.ts';
import type { Slot } from './slots-of-day.ts';

/** The appointment that a new one takes the place of. */
export interface Moved {
  firstId: AppointmentId;
  version: number;
}

/**
 * Takes a free seat of a time for a case.
 *
 * Guarantee: the database lets a seat be taken once, whoever asks at the same moment: who comes second gets the next seat, or
 *   undefined when there is none, or when the case has an appointment already.
 */
export async function seatPerson(
  ctx: DeskContext,
  tx: DeskTx,
  found: AppointedCase,
  slot: Slot,
  moved?: Moved,
): Promise<AppointmentId | undefined> {
  const id: AppointmentId = newId<'appointment'>();
  const [{ reminderDays }] = await tx.sql<[{ reminderDays: number }]>`
    select reminder_days from place where id = ${slot.placeId}`;
  const remind = remindAt({ ...slot, reminderDays }, found.replyWay, tx.now);
  for (const seat of slot.seats) {
    const inserted = await tx.sql`
      insert into appointment (id, case_id, place_id, service_code, starts_at, ends_at, seat, channel, booked_at, first_id, version,
        remind_at)
      values (${id}, ${found.id}, ${slot.placeId}, ${found.service.definition.code}, ${slot.startsAt}, ${slot.endsAt}, ${seat},
        ${channelOf(ctx, found)}, ${tx.now}, ${moved?.firstId ?? id}, ${moved === undefined ? 0 : moved.version + 1}, ${remind})
      on conflict do nothing`;
    if (inserted.count === 1) return id;
    const [own] = await tx.sql`select 1 from appointment where case_id = ${found.id} and ended_at is null`;
    if (own) return undefined;
  }
  throw new DeskError('conflict', 'slot-taken');
}

/** Staff book for who wrote a letter, or stands before them. */
function channelOf({ actor }: DeskContext, { channel }: AppointedCase): Channel {
  if (actor.kind !== 'public') return channel === 'mail' ? channel : 'counter';
  return actor.channel === 'api' ? 'web' : actor.channel;
}
