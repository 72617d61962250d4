import type { Sql } from '@guichet/platform';
import type { Closures } from '../context.ts';
import type { OwnDays } from './calendar.ts';

/** How old what a process knows of these days may be. Unit: milliseconds. */
export const freshForMs = 10_000;

/**
 * Follows the days that the body opens and closes by itself.
 *
 * Guarantee: with the database away, what was known serves until it is back; the same days stay the same map, on which due dates are kept.
 */
export async function followClosures(sql: Sql): Promise<{ closures: Closures; close(): void }> {
  let known: OwnDays = new Map();
  let again: NodeJS.Timeout | undefined;
  let isClosed = false;
  const turn = async (): Promise<void> => {
    try {
      const rows = await sql<{ day: string; isOpen: boolean }[]>`
        select day::text, is_open from calendar_day where withdrawn_at is null order by day`;
      const found = new Map(rows.map(({ day, isOpen }) => [day, isOpen]));
      if (!isSame(found, known)) known = found;
    } catch {
      // A database that is away is told by the verbs that need it.
    }
    clearTimeout(again);
    if (!isClosed) again = setTimeout(() => void turn(), freshForMs).unref();
  };
  await turn();
  return {
    closures: {
      get known() {
        return known;
      },
      refresh: turn,
    },
    close: () => {
      isClosed = true;
      clearTimeout(again);
    },
  };
}

function isSame(a: OwnDays, b: OwnDays): boolean {
  return a.size === b.size && [...a].every(([day, isOpen]) => b.get(day) === isOpen);
}
