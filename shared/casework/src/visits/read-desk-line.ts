import { type CounterId, type Language, type PlaceId, type VisitId } from '@guichet/kernel';
import type { Tx } from '@guichet/platform';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';
import { dayAt } from './day-at.ts';
import { familiesOf, type Family, ticketOf } from './families.ts';
import { type FamilyWait, readWaits } from './read-waits.ts';
import type { AbsenceWhy } from './set-absence.ts';
import { staffIdOf } from './staff-at.ts';
import type { VisitState } from './visit-state.ts';

export interface CounterRow {
  id: CounterId;
  placeId: PlaceId;
  name: string;
  placeName: { fr: string; en: string };
  families: Family[];
  /** Who sits there. */
  takenBy: string | null;
  absent: AbsenceWhy | null;
}

/** Lists all counters with who sits there, place by place. No personal data, so no event. */
export function listCounters(ctx: DeskContext): Promise<CounterRow[]> {
  return readAs(ctx, 'hall.read', (sql) => countersOf(sql));
}

export interface LineRow {
  visitId: VisitId;
  ticket: string;
  family: Family;
  language: Language;
  priority: boolean;
  state: VisitState | 'no-show';
  counter: string | null;
  /** Since when it is so; of who waits, with what they waited before. */
  since: Date;
}

export interface DeskLine {
  counter: CounterRow;
  /** Who is called to the clerk's counter or served there. */
  atHand: LineRow | undefined;
  /** In the order in which they will be called; those of other counters too. */
  waiting: LineRow[];
  onHold: LineRow[];
  noShows: LineRow[];
  families: FamilyWait[];
  /** Of the same place, to send a person on. */
  others: CounterRow[];
  quickToday: number;
}

/** Reads what the clerk's screen shows of the line of their place; undefined when they sit at no counter. No personal data, so no event. */
export function readDeskLine(ctx: DeskContext): Promise<DeskLine | undefined> {
  return readAs(ctx, 'counter.serve', async (sql) => {
    const staffId = staffIdOf(ctx);
    const [own] = await sql<[{ counterId: CounterId; placeId: PlaceId; timeZone: string }?]>`
      select s.counter_id, c.place_id, p.time_zone from counter_shift s join counter c on c.id = s.counter_id
      join place p on p.id = c.place_id where s.staff_id = ${staffId} and s.to_at is null`;
    if (!own) return undefined;
    const now = ctx.clock.now();
    const { placeId } = own;
    const today = dayAt(own.timeZone, now);
    const rows = await lineOf(sql, placeId, today);
    const counters = (await countersOf(sql)).filter((one) => one.placeId === placeId);
    const counter = counters.find(({ id }) => id === own.counterId);
    if (!counter) return undefined;
    const [{ quick }] = await sql<[{ quick: number }]>`
      select count(*)::int as quick from visit_request
      where place_id = ${placeId} and kind = 'quick' and (at at time zone ${own.timeZone})::date = ${today}`;
    const inState = (state: LineRow['state']) => rows.filter((row) => row.state === state);
    return {
      counter,
      atHand: rows.find(
        (row) => row.counter === counter.name && (row.state === 'called' || row.state === 'serving'),
      ),
      waiting: inState('waiting'),
      onHold: inState('on-hold'),
      noShows: inState('no-show'),
      families: await readWaits(sql, { placeId, today, now, families: familiesOf(ctx.catalogue) }),
      others: counters.filter(({ id }) => id !== own.counterId),
      quickToday: quick,
    };
  });
}

/** Everybody of the day who is here or was called and did not come, in the order of the calls. */
async function lineOf(sql: Tx, placeId: PlaceId, today: string): Promise<LineRow[]> {
  const rows = await sql<(Omit<LineRow, 'ticket'> & { letter: string; number: number })[]>`
    select v.id as visit_id, v.letter, v.number, coalesce(p.family, v.family) as family, v.language, v.priority,
      coalesce(p.state, 'no-show') as state, c.name as counter, coalesce(p.waits_since, p.from_at, v.ended_at) as since
    from visit v left join visit_period p on p.visit_id = v.id and p.to_at is null left join counter c on c.id = p.counter_id
    where v.place_id = ${placeId} and v.day = ${today} and (v.ended_at is null or v.ended_how = 'no-show')
    order by p.ranks_at nulls last, since, v.id`;
  return rows.map(({ letter, number, ...row }) => ({ ...row, ticket: ticketOf({ letter, number }) }));
}

async function countersOf(sql: Tx): Promise<CounterRow[]> {
  const rows = await sql<(Omit<CounterRow, 'placeName'> & { nameFr: string; nameEn: string })[]>`
    select c.id, c.place_id, c.name, c.families, p.name_fr, p.name_en, s.name as taken_by, a.why as absent
    from counter c join place p on p.id = c.place_id
      left join counter_shift h on h.counter_id = c.id and h.to_at is null left join staff s on s.id = h.staff_id
      left join counter_absence a on a.counter_id = c.id and a.to_at is null
    order by p.name_fr, c.name, c.id`;
  return rows.map(({ nameFr, nameEn, ...row }) => ({ ...row, placeName: { fr: nameFr, en: nameEn } }));
}
