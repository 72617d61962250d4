import type { Id } from '@guichet/kernel';
import { Temporal } from 'temporal-polyfill';
import { readAs } from '../../audit/read-as.ts';
import type { DeskContext } from '../../context.ts';
import { isDayOff } from '../../clocks/calendar.ts';
import { todayOf } from '../../clocks/today.ts';

/** A day to come of which something is said: by the public service's calendar, or by the body. */
export interface CalendarDay {
  day: string;
  isOpen: boolean;
  /** What the body said; absent for the public service's days. */
  own?: { id: Id<'calendar-day'>; name: string; by: string };
}

const daysAhead = 366;

/** Lists the days of the year to come, of Monday to Friday or said by the body, on which it does otherwise than usual, in order. */
export function listCalendarDays(ctx: DeskContext): Promise<CalendarDay[]> {
  return readAs(ctx, 'staff.read', async (sql) => {
    const today = todayOf(ctx.clock.now());
    const own = await sql<
      { id: Id<'calendar-day'>; day: string; isOpen: boolean; name: string; by: string }[]
    >`
      select d.id, d.day::text, d.is_open, d.name, s.name as by from calendar_day d join staff s on s.id = d.set_by
      where d.withdrawn_at is null and d.day >= ${today}::date order by d.day`;
    const said = new Map<string, CalendarDay>();
    for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
      const at = Temporal.PlainDate.from(today).add({ days: ahead });
      if (at.dayOfWeek <= 5 && isDayOff(at)) said.set(at.toString(), { day: at.toString(), isOpen: false });
    }
    for (const { day, isOpen, ...rest } of own) said.set(day, { day, isOpen, own: rest });
    return [...said.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1));
  });
}
