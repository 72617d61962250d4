import type { Language } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';
import { oldestCall } from './call-life.ts';
import type { LiveCallId } from './note-live-call.ts';

export interface LiveCallRow {
  id: LiveCallId;
  serviceCode: string | null;
  serviceVersion: number | null;
  language: Language;
  reason: string;
  way: 'transfer' | 'call-back';
  state: 'waiting' | 'talking';
  since: Date;
  /** Who has it open. */
  takenBy: string | null;
}

/** Lists the calls that a person is asked to take, of the actor's teams, longest first. No personal data, so no event. */
export function listLiveCalls(ctx: DeskContext): Promise<LiveCallRow[]> {
  return readAs(ctx, 'call.list', async (sql) => {
    const rows = await sql<LiveCallRow[]>`
      select l.id, l.service_code, l.service_version, l.language, l.reason, l.way, l.state, l.since, s.name as taken_by
      from live_call l left join staff s on s.id = l.taken_by
      where l.ended_at is null and l.since > ${oldestCall(ctx)} order by l.since, l.id limit 100`;
    return [...rows];
  });
}
