import type { AppointmentId, Bilingual, CaseId, PlaceId } from '@guichet/kernel';
import type { Tx } from '@guichet/platform';

/** An appointment that stands. */
export interface BookedRow {
  id: AppointmentId;
  firstId: AppointmentId;
  version: number;
  placeId: PlaceId;
  place: Bilingual;
  timeZone: string;
  startsAt: Date;
  endsAt: Date;
}

/** Finds the appointment of a case that stands, locked for the rest of the transaction when asked; undefined when it has none. */
export async function bookedOf(sql: Tx, caseId: CaseId, lock = false): Promise<BookedRow | undefined> {
  const [row] = await sql<[(Omit<BookedRow, 'place'> & { nameFr: string; nameEn: string })?]>`
    select a.id, a.first_id, a.version, a.place_id, p.name_fr, p.name_en, p.time_zone, a.starts_at, a.ends_at
    from appointment a join place p on p.id = a.place_id
    where a.case_id = ${caseId} and a.ended_at is null ${lock ? sql`for update of a` : sql``}`;
  if (!row) return undefined;
  const { nameFr, nameEn, ...booked } = row;
  return { ...booked, place: { fr: nameFr, en: nameEn } };
}
