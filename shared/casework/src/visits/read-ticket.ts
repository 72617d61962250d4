import { type Bilingual, DeskError, type Language, type PlaceId, type VisitId } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';
import { dayAt } from './day-at.ts';
import { type Family, ticketOf } from './families.ts';
import { readWaits, type Wait } from './read-waits.ts';

export interface TicketFile {
  ticket: string;
  placeName: Bilingual;
  family: Family;
  language: Language;
  openedAt: Date;
  /** How many will be called before, for the same services, as the line stands. */
  ahead: number;
  wait: Wait;
}

/** Reads what a ticket says to whoever holds it. Guarantee: not whether they go first. Errors: not-found */
export function readTicket(ctx: DeskContext, visitId: VisitId): Promise<TicketFile> {
  return readAs(ctx, 'hall.read', async (sql) => {
    const [row] = await sql<
      [
        {
          letter: string;
          number: number;
          family: Family;
          language: Language;
          openedAt: Date;
          placeId: PlaceId;
          nameFr: string;
          nameEn: string;
          timeZone: string;
          ahead: number;
        }?,
      ]
    >`
      select v.letter, v.number, v.family, v.language, v.opened_at, v.place_id, p.name_fr, p.name_en, p.time_zone,
        (select count(*)::int from visit_period mine join visit_period other on other.place_id = v.place_id and other.day = v.day
          and other.to_at is null and other.state = 'waiting' and other.family = mine.family
          and (other.ranks_at, other.visit_id) < (mine.ranks_at, mine.visit_id)
         where mine.visit_id = v.id and mine.to_at is null and mine.state = 'waiting') as ahead
      from visit v join place p on p.id = v.place_id where v.id = ${visitId}`;
    if (!row) throw new DeskError('not-found', 'no-such-visit');
    const now = ctx.clock.now();
    const { placeId, family, timeZone } = row;
    const [waits] = await readWaits(sql, { placeId, today: dayAt(timeZone, now), now, families: [family] });
    return {
      ticket: ticketOf(row),
      placeName: { fr: row.nameFr, en: row.nameEn },
      family,
      language: row.language,
      openedAt: row.openedAt,
      ahead: row.ahead,
      wait: waits?.wait ?? { kind: 'unknown', called: 0 },
    };
  });
}
