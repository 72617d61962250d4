import { day as dayMs, type Language } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import { instantOn } from '../clocks/instant-on.ts';
import { todayOf } from '../clocks/today.ts';
import type { DeskContext } from '../context.ts';

/** Calls by how they ended. */
export interface EndCounts {
  completed: number;
  toAPerson: number;
  abandoned: number;
  /** No service was asked for: a status, a wrong number. */
  noRequest: number;
  /** The line was told of the call's end and remembers nothing else. */
  unknown: number;
}

export interface LineReport {
  /** The first and the last day, ISO, of the desk's calendar. */
  from: string;
  to: string;
  /** Days on which there were calls, in order. */
  days: ({ day: string } & EndCounts)[];
  services: ({
    serviceCode: string;
    requests: number;
    /** Of completed requests; null where none was. */
    medianTurns: number | null;
    medianPresses: number | null;
  } & Pick<EndCounts, 'completed' | 'toAPerson' | 'abandoned'>)[];
  /** Where callers are not understood, most often first, at most 20 places. */
  misses: {
    serviceCode: string | null;
    /** Of the newest version asked. */
    serviceVersion: number | null;
    place: string;
    calls: number;
    silence: number;
    keys: number;
    speech: number;
  }[];
  languages: { language: Language; calls: number; silence: number; keys: number; speech: number }[];
  /** Links to a request begun that were asked for by text message, while the request is kept. */
  texts: {
    asked: number;
    arrived: number;
    /** Refused by the network, by who wants none, or by the rules of the desk. */
    notArrived: number;
    /** Nobody knows whether it left. */
    unsure: number;
    underWay: number;
  };
}

/**
 * Sums up the calls of the last days, today among them.
 *
 * Guarantee: reads the rows of the period alone, each table by one index. No personal data, so no event.
 */
export function readLine(ctx: DeskContext, { days }: { days: number }): Promise<LineReport> {
  const now = ctx.clock.now();
  const to = todayOf(now);
  const from = todayOf(new Date(instantOn(to, 12).getTime() - (days - 1) * dayMs));
  const since = instantOn(from, 0);
  return readAs(ctx, 'desk.supervise', async (sql) => {
    const byDay = sql<LineReport['days']>`
      select to_char(ended_at at time zone 'America/Toronto', 'YYYY-MM-DD') as day,
        (count(*) filter (where ended = 'completed'))::int as completed,
        (count(*) filter (where ended = 'to-a-person'))::int as to_a_person,
        (count(*) filter (where ended = 'abandoned'))::int as abandoned,
        (count(*) filter (where ended = 'no-request'))::int as no_request,
        (count(*) filter (where ended = 'unknown'))::int as unknown
      from call_record where ended_at >= ${since} and ended_at <= ${now} group by 1 order by 1`;
    const byService = sql<LineReport['services']>`
      select service_code, count(*)::int as requests,
        (count(*) filter (where ended = 'completed'))::int as completed,
        (count(*) filter (where ended = 'to-a-person'))::int as to_a_person,
        (count(*) filter (where ended = 'abandoned'))::int as abandoned,
        percentile_disc(0.5) within group (order by turns) filter (where ended = 'completed') as median_turns,
        percentile_disc(0.5) within group (order by presses) filter (where ended = 'completed') as median_presses
      from call_request where ended_at >= ${since} and ended_at <= ${now} and service_code is not null
      group by service_code order by count(*) desc, service_code`;
    const byPlace = sql<LineReport['misses']>`
      select service_code, max(service_version) as service_version, place, count(distinct call_id)::int as calls,
        coalesce(sum(misses) filter (where kind = 'silence'), 0)::int as silence,
        coalesce(sum(misses) filter (where kind = 'keys'), 0)::int as keys,
        coalesce(sum(misses) filter (where kind = 'speech'), 0)::int as speech
      from call_miss where ended_at >= ${since} and ended_at <= ${now}
      group by service_code, place order by sum(misses) desc, service_code nulls first, place limit 20`;
    const byLanguage = sql<LineReport['languages']>`
      select c.language, c.calls, coalesce(m.silence, 0)::int as silence, coalesce(m.keys, 0)::int as keys,
        coalesce(m.speech, 0)::int as speech
      from (
        select language, count(*)::int as calls from call_record
        where ended_at >= ${since} and ended_at <= ${now} and language is not null group by language
      ) c left join (
        select language, sum(misses) filter (where kind = 'silence') as silence, sum(misses) filter (where kind = 'keys') as keys,
          sum(misses) filter (where kind = 'speech') as speech
        from call_miss where ended_at >= ${since} and ended_at <= ${now} group by language
      ) m using (language) order by c.language desc`;
    const byFate = sql<[LineReport['texts']]>`
      select asked, arrived, not_arrived, unsure, under_way from count_texts(${since}, ${now})`;
    const [found, services, misses, languages, [texts]] = await Promise.all([
      byDay,
      byService,
      byPlace,
      byLanguage,
      byFate,
    ]);
    return {
      from,
      to,
      days: [...found],
      services: [...services],
      misses: [...misses],
      languages: [...languages],
      texts,
    };
  });
}
