import { type CaseId, type Channel, DeskError, type Language, type Reference } from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';
import type { Clearance } from './class-of.ts';
import type { Passed } from './count-passed.ts';

/** Why a case came next for somebody, as it was written down when they took it. */
export interface TakeReason extends Passed {
  due: string;
  deposited: string;
  held: number;
  capacity: number;
  every: boolean;
  skills: string[];
  services: string[];
  languages: Language[];
  clearance: Clearance;
}

export interface Take {
  at: Date;
  by: string;
  /** Absent for what was taken before reasons were kept. */
  reason?: TakeReason;
}

export interface ExplainedCase {
  reference: Reference;
  serviceCode: string;
  serviceVersion: number;
  language: Language;
  channel: Channel;
  team: string;
  /** What it asks of whoever takes it. */
  skills: string[];
  clearance: Clearance;
  takes: Take[];
}

/**
 * Tells why a case came next for each who took it, the newest first.
 *
 * Guarantee: says what was written at the taking, in a chained event; nothing is worked out afterwards. Holds no personal data.
 * Errors: not-found — no such case, or of another team.
 */
export function explainTake(ctx: DeskContext, reference: string): Promise<ExplainedCase> {
  return readAs(ctx, 'desk.supervise', async (sql) => {
    const [found] = await sql<[(Omit<ExplainedCase, 'takes'> & { id: CaseId })?]>`
      select c.id, c.reference, c.service_code, c.service_version, c.language, c.channel, c.team, k.skills, k.clearance
      from cases c join queue_class k on k.id = c.queue_class where c.reference = ${reference}`;
    if (!found) throw new DeskError('not-found', 'no-such-case');
    const { id, ...facts } = found;
    const events = await sql<{ at: Date; by: string; data: TakeReason | Record<string, never> }[]>`
      select e.at, coalesce(s.name, e.actor_id) as by, e.data from event e left join staff s on s.id::text = e.actor_id
      where e.subject_id = ${id} and e.kind = 'case.taken' order by e.seq desc`;
    return {
      ...facts,
      takes: events.map(({ at, by, data }) =>
        'due' in data ? { at, by, reason: data as TakeReason } : { at, by },
      ),
    };
  });
}
