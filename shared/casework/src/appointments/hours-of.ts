import type { CompiledService } from '@guichet/catalogue';
import type { PlaceId } from '@guichet/kernel';
import type { Tx } from '@guichet/platform';
import { dayBounds } from './day-bounds.ts';
import type { HoursRow } from './slots-of-day.ts';

export interface HoursAsked {
  /** Whose hours name the service, or a skill it needs; every hour when absent. */
  service?: CompiledService | undefined;
  placeId?: PlaceId | undefined;
}

/** Finds the hours in which people are taken by appointment, also those that no longer hold or do not hold yet. */
export async function hoursOf(sql: Tx, { service, placeId }: HoursAsked): Promise<HoursRow[]> {
  const { code = null, routing } = service?.definition ?? {};
  const rows = await sql<(Omit<HoursRow, 'place'> & { nameFr: string; nameEn: string })[]>`
    select h.id, h.place_id, p.name_fr, p.name_en, p.time_zone, h.weekday, h.day::text as day, to_char(h.from_time, 'HH24:MI') as from_time,
      to_char(h.to_time, 'HH24:MI') as to_time, h.minutes, h.first_seat, h.seats, h.services, h.skill, h.from_on::text as from_on,
      h.until_on::text as until_on
    from appointment_hours h join place p on p.id = h.place_id
    where (${placeId ?? null}::uuid is null or h.place_id = ${placeId ?? null})
      and (${code}::text is null or h.services = '{}' or ${code} = any (h.services))
      and (${code}::text is null or h.skill is null or h.skill = any (${routing?.skills ?? []}::text[]))
      and (h.until_on is null or h.until_on >= h.from_on)
    order by p.name_fr, h.place_id, h.from_time, h.id`;
  return rows.map(({ nameFr, nameEn, ...row }) => ({ ...row, place: { fr: nameFr, en: nameEn } }));
}

/** Finds the days on which places take nobody by appointment. Shape: `placeId day` */
export async function closedDays(sql: Tx, from: string, to: string): Promise<ReadonlySet<string>> {
  const rows = await sql<{ placeId: string; day: string }[]>`
    select place_id, day::text as day from appointment_closure where day between ${from}::date and ${to}::date`;
  return new Set(rows.map(({ placeId, day }) => `${placeId} ${day}`));
}

export type Taken = ReadonlyMap<string, readonly { startsAt: Date; endsAt: Date; seat: number }[]>;

/** Finds which seats are taken when, from one day to another. */
export async function takenSeats(
  sql: Tx,
  rows: readonly HoursRow[],
  from: string,
  to: string,
): Promise<Taken> {
  const places = new Map(rows.map(({ placeId, timeZone }) => [placeId, timeZone]));
  const taken = new Map<string, { startsAt: Date; endsAt: Date; seat: number }[]>();
  for (const [placeId, timeZone] of places) {
    const [since, before] = [dayBounds(from, timeZone).since, dayBounds(to, timeZone).before];
    taken.set(placeId, [
      ...(await sql<{ startsAt: Date; endsAt: Date; seat: number }[]>`
        select starts_at, ends_at, seat from seats_taken(${placeId}, ${since}, ${before})`),
    ]);
  }
  return taken;
}
