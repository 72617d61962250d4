import type { PlaceId } from '@guichet/kernel';
import type { Tx } from '@guichet/platform';
import type { Family } from './families.ts';

/** Fewer people called than these tell nothing of how long the next will wait. */
export const calledMin = 5;
/** Unit: minutes. */
export const waitsOverMinutes = 60;

/** How long people waited lately: half of them less. `unknown` when too few were called to say. */
export type Wait = { kind: 'known'; minutes: number; called: number } | { kind: 'unknown'; called: number };

export interface FamilyWait {
  family: Family;
  waiting: number;
  wait: Wait;
}

/**
 * Measures how long those called within the last hour had waited, family by family, and how many wait now.
 *
 * Guarantee: from the ticket to the call, what was waited before a transfer with it; whoever left or was never called is in no
 *   figure; a median, which one long wait does not move.
 * Unit: whole minutes, rounded up: nobody is promised less than was measured.
 */
export async function readWaits(
  sql: Tx,
  {
    placeId,
    today,
    now,
    families,
  }: { placeId: PlaceId; today: string; now: Date; families: readonly Family[] },
): Promise<FamilyWait[]> {
  const since = new Date(now.getTime() - waitsOverMinutes * 60_000);
  const measured = await sql<{ family: Family; called: number; minutes: number | null }[]>`
    select w.family, count(*)::int as called,
      ceil(percentile_cont(0.5) within group (order by extract(epoch from w.to_at - w.waits_since)) / 60)::int as minutes
    from visit_period w join visit_period n on n.visit_id = w.visit_id and n.state = 'called' and n.from_at = w.to_at
    where w.place_id = ${placeId} and w.day = ${today} and w.state = 'waiting' and w.to_at > ${since} group by w.family`;
  const waiting = await sql<{ family: Family; waiting: number }[]>`
    select family, count(*)::int as waiting from visit_period
    where place_id = ${placeId} and day = ${today} and to_at is null and state = 'waiting' group by family`;
  return families.map((family) => {
    const found = measured.find((row) => row.family === family);
    const called = found?.called ?? 0;
    return {
      family,
      waiting: waiting.find((row) => row.family === family)?.waiting ?? 0,
      wait:
        called < calledMin || found?.minutes == null
          ? { kind: 'unknown', called }
          : { kind: 'known', minutes: found.minutes, called },
    };
  });
}
