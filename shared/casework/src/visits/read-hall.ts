import { type Bilingual, DeskError, type Language, type PlaceId } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';
import { dayAt } from './day-at.ts';
import { familiesOf, ticketOf } from './families.ts';
import { type FamilyWait, readWaits } from './read-waits.ts';

export interface CalledTicket {
  ticket: string;
  counter: string;
  language: Language;
  calledAt: Date;
  /** How often it was called: a further call sounds again. */
  calls: number;
  isServed: boolean;
}

/** What a hall may know: whose turn it is and how long people wait; nothing of anybody. */
export interface Hall {
  place: { id: PlaceId; name: Bilingual; timeZone: string };
  /** The newest call first. */
  called: CalledTicket[];
  families: FamilyWait[];
}

const calledMax = 8;

/** Reads what the board and the kiosk of a place show. No personal data, so no event. Errors: not-found */
export function readHall(ctx: DeskContext, placeId: PlaceId): Promise<Hall> {
  return readAs(ctx, 'hall.read', async (sql) => {
    const [place] = await sql<[{ nameFr: string; nameEn: string; timeZone: string }?]>`
      select name_fr, name_en, time_zone from place where id = ${placeId}`;
    if (!place) throw new DeskError('not-found', 'no-such-place');
    const now = ctx.clock.now();
    const today = dayAt(place.timeZone, now);
    // A person stays on the board while they are called or served; each by the call that brought them there.
    const rows = await sql<(Omit<CalledTicket, 'ticket'> & { letter: string; number: number })[]>`
      select v.letter, v.number, v.language, c.name as counter, k.calls, p.state = 'serving' as is_served,
        coalesce(k.called_again_at, k.from_at) as called_at
      from visit_period p join visit v on v.id = p.visit_id join counter c on c.id = p.counter_id
        join lateral (
          select from_at, called_again_at, calls from visit_period l where l.visit_id = p.visit_id and l.state = 'called'
          order by l.from_at desc limit 1) k on true
      where p.place_id = ${placeId} and p.day = ${today} and p.to_at is null and p.state in ('called', 'serving')
      order by called_at desc, v.id limit ${calledMax}`;
    return {
      place: { id: placeId, name: { fr: place.nameFr, en: place.nameEn }, timeZone: place.timeZone },
      called: rows.map(({ letter, number, ...row }) => ({ ...row, ticket: ticketOf({ letter, number }) })),
      families: await readWaits(sql, { placeId, today, now, families: familiesOf(ctx.catalogue) }),
    };
  });
}
