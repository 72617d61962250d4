import {
  type CaseId,
  DeskError,
  type Language,
  type PlaceId,
  type Reference,
  type VisitId,
} from '@guichet/kernel';
import { readAs } from '../audit/read-as.ts';
import type { DeskContext } from '../context.ts';
import { type Family, ticketOf } from './families.ts';
import type { VisitEnd, VisitState } from './visit-state.ts';

export interface VisitRequest {
  kind: 'request' | 'quick';
  family: Family;
  service: string | null;
  /** The number of the counter's form. */
  form: string | null;
  /** True when the request goes on from another door. */
  isResumed: boolean;
  caseId: CaseId | null;
  reference: Reference | null;
  at: Date;
}

export interface VisitFile {
  id: VisitId;
  ticket: string;
  placeId: PlaceId;
  family: Family;
  language: Language;
  how: 'kiosk' | 'clerk' | 'appointment';
  priority: boolean;
  openedAt: Date;
  endedHow: VisitEnd | null;
  requests: VisitRequest[];
  /** What was done, for how long; the last has no end while it goes on. */
  periods: { state: VisitState; counter: string | null; fromAt: Date; toAt: Date | null }[];
}

/** Reads a visit with its requests and periods; no personal data, so no event. Errors: not-found */
export function readVisit(ctx: DeskContext, visitId: VisitId): Promise<VisitFile> {
  return readAs(ctx, 'counter.serve', async (sql) => {
    const [row] = await sql<
      [(Omit<VisitFile, 'ticket' | 'requests' | 'periods'> & { letter: string; number: number })?]
    >`
      select id, letter, number, place_id, family, language, how, priority, opened_at, ended_how from visit where id = ${visitId}`;
    if (!row) throw new DeskError('not-found', 'no-such-visit');
    const { letter, number, ...visit } = row;
    const requests = await sql<VisitRequest[]>`
      select r.kind, r.family, r.service_code as service, r.form, coalesce(d.external_key like 'resumed:%', false) as is_resumed,
        coalesce(r.case_id, d.case_id) as case_id, k.reference, r.at
      from visit_request r left join draft d on d.external_key in ('counter:' || r.form, 'resumed:' || r.form)
        left join cases k on k.id = coalesce(r.case_id, d.case_id)
      where r.visit_id = ${visitId} order by r.at, r.id`;
    const periods = await sql<VisitFile['periods']>`
      select p.state, c.name as counter, p.from_at, p.to_at from visit_period p left join counter c on c.id = p.counter_id
      where p.visit_id = ${visitId} order by p.from_at, p.id`;
    return { ...visit, ticket: ticketOf({ letter, number }), requests: [...requests], periods: [...periods] };
  });
}

/** Finds the visit in which a form of the counter was begun. */
export function findVisitOf(ctx: DeskContext, form: string): Promise<VisitId | undefined> {
  return readAs(ctx, 'counter.serve', async (sql) => {
    const [row] = await sql<[{ visitId: VisitId }?]>`select visit_id from visit_request where form = ${form}`;
    return row?.visitId;
  });
}
