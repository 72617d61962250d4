import type { PlaceId } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';

export interface PlaceRow {
  id: PlaceId;
  code: string;
  name: { fr: string; en: string };
  timeZone: string;
  priorityMinutes: number;
}

/** Lists the places that have counters or take people by appointment. No personal data, so no event. */
export function listPlaces(ctx: DeskContext): Promise<PlaceRow[]> {
  return readAs(ctx, 'place.list', async (sql) => {
    const rows = await sql<(Omit<PlaceRow, 'name'> & { nameFr: string; nameEn: string })[]>`
      select id, code, name_fr, name_en, time_zone, priority_minutes from place order by name_fr, id`;
    return rows.map(({ nameFr, nameEn, ...row }) => ({ ...row, name: { fr: nameFr, en: nameEn } }));
  });
}
